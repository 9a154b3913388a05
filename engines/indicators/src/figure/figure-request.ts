import type { AreaDirectory, CoverageEntry, Dataset, Day, Observation, Origin, Statistic } from '@zhiheng/vocabulary';
import type { Combination, Definition } from '../definition.js';
import type { ObservationStore } from './observation-store.js';

/** What is asked for; what is left out or null stands for its default. */
export interface FigureRequest {
  readonly definition: Definition;
  /** Codes, or `provinces` for all 34 provincial units; left out: the office's groups and main areas. */
  readonly areas?: readonly string[] | null;
  /** Left out: every year that the vintage holds. */
  readonly periods?: readonly string[] | null;
  /** `kind` for every kind, `kind=invention` for one, `kind=invention,holder_type` for several dimensions; left out: the total. */
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

/** What the figures of one definition are drawn from. */
export interface DefinitionSources {
  /** The observation set of the definition; null where there is no vintage, or nothing is computed. */
  readonly observations: ObservationStore | null;
  /** Combinations that `observations` gives, or `every` where it counts others when they are asked for; left out: those of the definition. */
  readonly combinations?: readonly Combination[] | 'every';
  /** Published values of the definition. */
  readonly published: readonly Observation[];
}

/** A definition that another is made of, with what its figures are drawn from. */
export interface PartSources extends DefinitionSources {
  readonly definition: Definition;
}

export interface FigureSources extends DefinitionSources {
  readonly areas: AreaDirectory;
  /** The folder's own office, ST.3. */
  readonly office: string;
  readonly coverage: readonly CoverageEntry[];
  /** Whether the vintage rests on what people decided about applications; left out: nothing is known of that. */
  readonly decisions?: boolean;
  readonly holdings: readonly Holding[];
  /** The definition of a part by its id, of the same vintage; needed for definitions that are made of others. */
  readonly part?: (indicator: string) => Promise<PartSources>;
  /** Name of the vintage. */
  readonly vintage: string | null;
  readonly today: Day;
}
