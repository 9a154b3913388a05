import { type AreaDirectory, type Day, UserFault, units } from '@zhiheng/vocabulary';
import type { AdmissionPlan, PlannedDefinition } from '../admission/admission-plan.js';
import type { Combination, ComputedDefinition, FlowDefinition, StockDefinition } from '../definition.js';
import type { CountedAreas } from '../record/area-membership.js';
import { monthNumber } from '../record/months.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, cellGroups, cellsSql, type MonthSpan, masksOf } from './cell-groups.js';
import { conditionValues } from './condition-values.js';
import { durationRows } from './duration-rows.js';
import { flowRows } from './flow-rows.js';
import { holderFlowRows, holderStockRows } from './holder-rows.js';
import { registerPlaces } from './places.js';
import { type Request, requestsOf } from './request.js';
import type { KeptCells } from './set-sql.js';
import { registerSpans } from './spans.js';
import { stockRows } from './stock-rows.js';
import { survivalRows, survivalYearsTouched } from './survival-rows.js';
import { type ChangedRows, isToldByAdmission, keepChangedCells, touchedYears } from './touched-years.js';

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
  /** Rows that changed since sets were computed: what they leave as it is is not told again. */
  readonly changed?: ChangedRows;
}

export interface SetStep {
  readonly stage: 'cells' | 'figures';
  readonly done: number;
  readonly total: number;
}

/** The observations of one definition, as SQL over what the session holds when it is given. */
export interface FigureSet {
  readonly definition: ComputedDefinition;
  readonly sql: string;
  /** The years that it tells, beside rows of an earlier set; null: it tells all. */
  readonly told: ToldYears | null;
}

export interface ToldYears {
  readonly years: readonly number[];
  /** Of survival medians. */
  readonly survival: readonly number[];
}

/** Order of the rows of a set: the same content gives the same file, an area lies together. */
export const setOrder = 'ORDER BY area, period, breakdown NULLS FIRST, statistic NULLS FIRST, office, dataset';

/** SQL of a whole set: what was told anew, and of an earlier one the years that were not. */
export function withEarlier({ sql, told }: FigureSet, earlier: string): string {
  if (told === null) return sql;
  const list = (years: readonly number[]) => (years.length === 0 ? '-1' : years.join(', '));
  const year = 'CAST(substr(period, 1, 4) AS INTEGER)';
  const kept = `CASE WHEN statistic = 'survival-median' THEN ${year} NOT IN (${list(told.survival)}) ELSE ${year} NOT IN (${list(told.years)}) END`;
  return `SELECT * FROM (SELECT * FROM ${earlier} AS earlier WHERE ${kept}) AS untouched
UNION ALL
SELECT * FROM (\n${sql}\n) AS anew
${setOrder}`;
}

/**
 * The observation sets of all definitions of a plan, over the relation `admission` of the session (with `admission_party` where holders are
 * counted): cells first, each once for all definitions that share them, then a set at a time, sorted. A set's SQL holds until the next is
 * asked for. Columns: `office, dataset, area, period, breakdown, statistic, value, n, numerator`.
 */
export async function* figureSets(
  plan: AdmissionPlan,
  session: RecordSession,
  scope: SetScope,
): AsyncGenerator<FigureSet> {
  for (const { definition } of plan.definitions) checkUnit(definition);
  const months: MonthSpan = { first: monthOf(scope.from), last: monthOf(scope.until) };
  const { counted = 'kept', onStep = () => {} } = scope;
  await registerSpans(session);
  await registerYears(session, months);
  const attributions = plan.definitions.map(({ definition }) => definition.attribution);
  await registerPlaces(session, scope.areas, attributions, counted, scope.changed?.before ?? null);
  await registerConditions(session, plan.definitions);
  const requests = plan.definitions.flatMap((planned) =>
    requestsOf(planned, scope.combinations ?? planned.definition.breakdowns),
  );
  const groups = cellGroups(requests);
  const told = new Map<ComputedDefinition, ToldYears>();
  if (scope.changed !== undefined) {
    for (const [definition, years] of await toldYears(plan, session, scope, groups, months, scope.changed)) {
      told.set(definition, years);
    }
  }
  const yearsOf = ({ planned: { definition } }: Request) => told.get(definition)?.years ?? null;
  const cells = new Map<Request, KeptCells>();
  for (const [done, group] of groups.entries()) {
    onStep({ stage: 'cells', done, total: groups.length });
    const each = group.requests.map(yearsOf);
    const years = each.every((one) => one !== null) ? [...new Set(each.flat())].sort() : null;
    if (years?.length !== 0)
      await session.keep(group.name, cellsSql(group, plan, months, { relation: 'admission', years }));
    for (const request of group.requests) {
      cells.set(request, { name: group.name, masked: masksOf(group).length > 0, years: yearsOf(request) });
    }
  }
  for (const [done, { definition }] of plan.definitions.entries()) {
    onStep({ stage: 'figures', done, total: plan.definitions.length });
    const parts: string[] = [];
    for (const request of requests.filter(({ planned }) => planned.definition === definition)) {
      const kept = cells.get(request);
      if (kept === undefined) continue;
      if (definition.kind !== 'duration') {
        if (kept.years?.length !== 0) parts.push(rowsOf(request, definition, kept, plan, months));
        continue;
      }
      const survival = told.get(definition)?.survival ?? null;
      if (kept.years?.length !== 0) parts.push(await durationRows(session, request, kept, `duration_${parts.length}`));
      if (survival?.length !== 0) {
        const followed = { ...scope, years: survival };
        parts.push(await survivalRows(session, request, plan, `survival_median_${parts.length}`, followed));
      }
    }
    yield { definition, sql: parts.length === 0 ? noRows : unionOf(parts), told: told.get(definition) ?? null };
  }
}

/** What of the definitions whose rows the admission tells has to be told anew. */
async function toldYears(
  plan: AdmissionPlan,
  session: RecordSession,
  scope: SetScope,
  groups: readonly CellGroup[],
  months: MonthSpan,
  changed: ChangedRows,
): Promise<Map<ComputedDefinition, ToldYears>> {
  const told = new Map<ComputedDefinition, ToldYears>();
  const beside = new Set<ComputedDefinition>();
  for (const group of groups) {
    const plain = group.requests.filter(({ planned }) => isToldByAdmission(planned, group));
    for (const { planned } of group.requests) if (!isToldByAdmission(planned, group)) beside.add(planned.definition);
    if (plain.length === 0) continue;
    await keepChangedCells(session, group, plan, months, changed);
    for (const request of plain) {
      const { planned } = request;
      const years = await touchedYears(session, planned, group, plan, months, changed);
      const survival =
        planned.definition.kind === 'duration'
          ? [
              ...(await survivalYearsTouched(session, request, plan, changed, scope)),
              ...endedSince(changed.until, scope.until),
            ]
          : [];
      told.set(planned.definition, { years, survival });
    }
  }
  for (const definition of beside) told.delete(definition);
  return told;
}

/** Years that ended since sets were computed. */
function endedSince(before: Day, now: Day): number[] {
  const ended = (day: Day) => Number(day.slice(0, 4)) - (day.endsWith('-12-31') ? 0 : 1);
  return Array.from({ length: Math.max(0, ended(now) - ended(before)) }, (_, index) => ended(before) + 1 + index);
}

function rowsOf(
  request: Request,
  { kind, count }: FlowDefinition | StockDefinition,
  cells: KeptCells,
  plan: AdmissionPlan,
  months: MonthSpan,
): string {
  if (kind === 'flow') {
    return count === 'holders' ? holderFlowRows(request, cells, plan) : flowRows(request, cells, plan.dialect);
  }
  return count === 'holders'
    ? holderStockRows(request, cells, plan, months)
    : stockRows(request, cells, plan.dialect, months);
}

function unionOf(parts: readonly string[]): string {
  const union = parts.map((sql, index) => `SELECT * FROM (\n${sql}\n) AS part_${index + 1}`).join('\nUNION ALL\n');
  return `${union}\n${setOrder}`;
}

const text = (name: string) => `CAST(NULL AS VARCHAR) AS ${name}`;
const noRows = `SELECT ${['office', 'dataset', 'area', 'period', 'breakdown', 'statistic'].map(text).join(', ')},
  CAST(NULL AS DOUBLE PRECISION) AS value, CAST(NULL AS BIGINT) AS n, CAST(NULL AS BIGINT) AS numerator
FROM stock_year WHERE 1 = 0`;

async function registerYears(session: RecordSession, { first, last }: MonthSpan): Promise<void> {
  const from = Math.floor(first / 12) - 1;
  const years = Array.from({ length: Math.floor(last / 12) - from + 1 }, (_, index) => [from + index]);
  await session.registerTable('stock_year', { year: 'integer' }, years);
}

/** `condition_value`: for every set of conditions that a record can meet, each of them, and each two. */
async function registerConditions(session: RecordSession, planned: readonly PlannedDefinition[]): Promise<void> {
  const rows = planned.flatMap(({ definition }) =>
    definition.kind === 'stock' && definition.conditions.length > 0 ? conditionRows(definition) : [],
  );
  await session.registerTable('condition_value', { definition: 'text', met: 'integer', value: 'text' }, rows);
}

function conditionRows({ id, conditions }: StockDefinition): (readonly [string, number, string])[] {
  const values = conditionValues(conditions);
  return Array.from({ length: 2 ** conditions.length - 1 }, (_, index) => index + 1).flatMap((met) =>
    values.filter(({ bits }) => (met & bits) === bits).map(({ value }) => [id, met, value] as const),
  );
}

function checkUnit(definition: ComputedDefinition): void {
  const counted = definition.kind !== 'duration' && definition.count === 'holders';
  const right = definition.kind === 'duration' ? 'months' : units[definition.unit].base;
  if (definition.unit === right || counted) return;
  throw new UserFault('definition-wrong', {
    place: { path: definition.file, field: 'unit' },
    found: definition.unit,
    expected: right,
    values: { what: 'this is not a unit in which figures are computed from records' },
  });
}

function monthOf(day: Day): number {
  return monthNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}
