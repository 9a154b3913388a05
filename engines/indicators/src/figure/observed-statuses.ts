import { type Breakdown, type Dataset, isKind, type Period, type Statistic } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import { kindsOf } from './computed-rows.js';
import { type ComputedScope, computedScope } from './computed-scope.js';
import type { FigureSources } from './figure-request.js';
import { coverageState, type KnownState } from './status.js';

/** An observation, as far as what is known of it goes; `kind`: of its breakdown. */
export interface ObservedCell {
  readonly area: string;
  readonly period: Period;
  readonly kind: string | null;
  readonly statistic: Statistic | null;
}

/** What the statuses rest on that `figure` gives to the observations of one definition, office and dataset, under some coverage. */
export class ObservedStatuses {
  readonly #scope: ComputedScope;

  constructor(
    definition: ComputedDefinition,
    holding: { readonly office: string; readonly dataset: Dataset },
    sources: Pick<FigureSources, 'coverage' | 'areas' | 'today' | 'decisions'>,
  ) {
    this.#scope = computedScope(definition, holding.office, holding.dataset, sources);
  }

  /** What is known of the events that a cell rests on. */
  state({ area, period, kind, statistic }: ObservedCell): KnownState {
    const part: Breakdown = isKind(kind) ? { kind } : {};
    return coverageState(this.#scope, kindsOf(this.#scope, part), area, period, statistic);
  }
}
