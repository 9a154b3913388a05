import type { AreaDirectory, CoverageEntry, Dataset, Day, Observation, Origin, Statistic } from '@zhiheng/vocabulary';
import type { Definition } from '../definition.js';
import type { ObservationStore } from './observation-store.js';

/** What is asked for; what is left out or null stands for its default. */
export interface FigureRequest {
  readonly definition: Definition;
  /** Codes, or `provinces` for all 34 provincial units; left out: the office's groups and main areas. */
  readonly areas?: readonly string[] | null;
  /** Left out: every year that the vintage holds. */
  readonly periods?: readonly string[] | null;
  /** `kind` for every kind, `kind=invention` for one; left out: the total. */
  readonly by?: string | null;
  readonly origin?: Origin | null;
  /** Left out: the folder's own. */
  readonly office?: string | null;
  /** Left out: each dataset that holds records of the office. */
  readonly dataset?: Dataset | null;
  /** Left out: all statistics of a duration. */
  readonly statistic?: Statistic | null;
}

/** An office and a dataset that hold records in the release. */
export interface Holding {
  readonly office: string;
  readonly dataset: Dataset;
}

export interface FigureSources {
  readonly areas: AreaDirectory;
  /** The folder's own office, ST.3. */
  readonly office: string;
  /** The observation set of the definition; null where there is no vintage, or nothing is computed. */
  readonly observations: ObservationStore | null;
  readonly coverage: readonly CoverageEntry[];
  readonly holdings: readonly Holding[];
  /** Published values of the definition. */
  readonly published: readonly Observation[];
  /** Name of the vintage. */
  readonly vintage: string | null;
  readonly today: Day;
}
