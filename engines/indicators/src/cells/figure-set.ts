import type { AreaDirectory, Day } from '@zhiheng/vocabulary';
import type { AdmissionPlan } from '../admission/admission-plan.js';
import type { Combination, ComputedDefinition } from '../definition.js';
import type { CountedAreas } from '../record/area-membership.js';
import { monthOf } from '../record/months.js';
import type { RecordSession } from '../session.js';
import type { ChangedRecords } from './changed-cells.js';
import { emptyRows } from './empty-rows.js';
import { formOf, orderedObservations, type SetForm, storedOrder } from './set-form.js';
import type { MonthSpan } from './spans.js';
import type { ToldYears } from './stored-set.js';

export interface SetScope {
  readonly areas: AreaDirectory;
  /** The first day that the release can know of: stocks before it are not told. */
  readonly from: Day;
  /** The last day that the release can know of: stocks run to the end of its month, survival medians to its year. */
  readonly until: Day;
  /** Areas that are counted; left out: all but counties. */
  readonly counted?: CountedAreas;
  /** Combinations that are counted beside the total; left out: those that each definition lists. */
  readonly combinations?: readonly Combination[];
  readonly onStep?: (step: SetStep) => void;
  /** Records that changed since sets were told: no more is told than what they make of them. */
  readonly changed?: ChangedRecords;
}

export interface SetStep {
  readonly stage: 'cells' | 'figures';
  readonly done: number;
  readonly total: number;
}

/** What rows of a set are to those that were told before. */
export type Telling =
  /** There were none. */
  | { readonly is: 'whole' }
  /** They are added to them; `carried`: years behind the last, in which what a stock held then stands too. */
  | { readonly is: 'added'; readonly carried: readonly number[] }
  /** They take their place in some years. */
  | { readonly is: 'anew'; readonly told: ToldYears };

/** Rows of the set of one definition, as SQL over what the session holds when it is given. */
export interface FigureSet {
  readonly definition: ComputedDefinition;
  readonly form: SetForm;
  /** Null: there is nothing to tell anew. */
  readonly sql: string | null;
  /** Whether it is known that the SQL gives no row: what no row gives is the same of every definition of the form. */
  readonly empty: boolean;
  readonly telling: Telling;
}

/** The months that figures are told for. */
export function monthSpan({ from, until }: { readonly from: Day; readonly until: Day }): MonthSpan {
  return { first: monthOf(from), last: monthOf(until) };
}

/** SQL of the observations of a set, in their order; null: none are told anew. */
export function observationsIn(
  { form, sql }: FigureSet,
  scope: { readonly from: Day; readonly until: Day },
): string | null {
  return sql === null ? null : orderedObservations(form, sql, monthSpan(scope));
}

/** What sets are computed of, and where. */
export interface SetGround {
  readonly plan: AdmissionPlan;
  readonly session: RecordSession;
  readonly scope: SetScope;
  readonly months: MonthSpan;
}

/** `parts`: what is told; null: nothing is told anew. */
export function setOf(definition: ComputedDefinition, parts: readonly string[] | null, telling: Telling): FigureSet {
  const form = formOf(definition);
  if (parts === null) return { definition, form, sql: null, empty: true, telling };
  const empty = parts.length === 0;
  return { definition, form, sql: empty ? emptyRows(form) : unionOf(parts, form), empty, telling };
}

function unionOf(parts: readonly string[], form: SetForm): string {
  const union = parts.map((sql, index) => `SELECT * FROM (\n${sql}\n) AS part_${index + 1}`).join('\nUNION ALL\n');
  return `${union}\n${storedOrder(form)}`;
}
