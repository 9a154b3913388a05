import { type AreaDirectory, type Day, UserFault, units } from '@zhiheng/vocabulary';
import type { AdmissionPlan, PlannedDefinition } from '../admission/admission-plan.js';
import type { Combination, ComputedDefinition, FlowDefinition, StockDefinition } from '../definition.js';
import type { CountedAreas } from '../record/area-membership.js';
import { monthNumber } from '../record/months.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, cellGroups, cellsSql, type MonthSpan, masksOf } from './cell-groups.js';
import { durationRows } from './duration-rows.js';
import { flowRows } from './flow-rows.js';
import { holderFlowRows, holderStockRows } from './holder-rows.js';
import { registerPlaces } from './places.js';
import { type Request, requestsOf } from './request.js';
import type { KeptCells } from './set-sql.js';
import { registerSpans } from './spans.js';
import { stockRows } from './stock-rows.js';
import { survivalRows } from './survival-rows.js';

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
  await registerPlaces(session, scope.areas, attributions, counted);
  await registerConditions(session, plan.definitions);
  const requests = plan.definitions.flatMap((planned) =>
    requestsOf(planned, scope.combinations ?? planned.definition.breakdowns),
  );
  const groups = cellGroups(requests);
  const cells = new Map<Request, KeptCells>();
  for (const [done, group] of groups.entries()) {
    onStep({ stage: 'cells', done, total: groups.length });
    await session.keep(group.name, cellsSql(group, plan, months));
    for (const request of group.requests) cells.set(request, keptCells(group));
  }
  for (const [done, { definition }] of plan.definitions.entries()) {
    onStep({ stage: 'figures', done, total: plan.definitions.length });
    const own = requests.filter(({ planned }) => planned.definition === definition);
    const parts: string[] = [];
    for (const request of own) {
      const kept = cells.get(request);
      if (kept === undefined) continue;
      if (definition.kind === 'duration') {
        parts.push(await durationRows(session, request, kept, `duration_${parts.length}`));
        parts.push(await survivalRows(session, request, plan, `survival_median_${parts.length}`, scope));
      } else parts.push(rowsOf(request, definition, kept, plan, months));
    }
    yield { definition, sql: unionOf(parts) };
  }
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

/** The same content in the same order, so that it gives the same file; an area lies together. */
function unionOf(parts: readonly string[]): string {
  const union = parts.map((sql, index) => `SELECT * FROM (\n${sql}\n) AS part_${index + 1}`).join('\nUNION ALL\n');
  return `${union}
ORDER BY area, period, breakdown NULLS FIRST, statistic NULLS FIRST, office, dataset`;
}

function keptCells(group: CellGroup): KeptCells {
  return { name: group.name, masked: masksOf(group).length > 0 };
}

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
  const values = [
    ...conditions.map((one, index) => ({ bits: 2 ** index, value: one.id })),
    ...conditions.flatMap((one, index) =>
      conditions.slice(index + 1).map((other, behind) => ({
        bits: 2 ** index + 2 ** (index + 1 + behind),
        value: `${one.id}+${other.id}`,
      })),
    ),
  ];
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
