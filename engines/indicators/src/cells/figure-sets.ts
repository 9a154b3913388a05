import { type AreaDirectory, type Day, OwnFault, UserFault, units } from '@zhiheng/vocabulary';
import type { AdmissionPlan } from '../admission/admission-plan.js';
import type { Combination, ComputedDefinition, FlowDefinition, StockDefinition } from '../definition.js';
import type { CountedAreas } from '../record/area-membership.js';
import { monthOf } from '../record/months.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, cellGroups, cellsSql, inYears, masksOf } from './cell-groups.js';
import { type ChangedRecords, keepDifference, recordsSince, yearsTouched } from './changed-cells.js';
import { now, since, was } from './changed-sides.js';
import { registerConditions } from './condition-values.js';
import { markDifferences } from './differing-records.js';
import { durationRows } from './duration-rows.js';
import { emptyRows } from './empty-rows.js';
import { flowRows } from './flow-rows.js';
import { addedHolderFlowRows, holderFlowRows } from './holder-flow-rows.js';
import { addedHolderStockRows, holderStockRows } from './holder-stock-rows.js';
import { keepMovedParties, type MovedParties } from './moved-parties.js';
import { held, numberParties, numberTouchedParties } from './numbered-parties.js';
import { type ReadTables, registerPlaces } from './places.js';
import { type Request, requestsOf } from './request.js';
import { formOf, isAdded, orderedObservations, type SetForm, storedOrder } from './set-form.js';
import type { KeptCells } from './set-sql.js';
import { type MonthSpan, registerSpans } from './spans.js';
import { stockRows } from './stock-rows.js';
import type { ToldYears } from './stored-set.js';
import { survivalRows, survivalYearsTouched } from './survival-rows.js';
import { requestsWithCells } from './with-cells.js';

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

/** What is computed, and on what. */
interface Ground {
  readonly plan: AdmissionPlan;
  readonly session: RecordSession;
  readonly scope: SetScope;
  readonly months: MonthSpan;
}

/**
 * The sets of all definitions of a plan, over the relation `admission` of the session (with `admission_party` where holders are
 * counted): cells first, each once for all definitions that share them, then a set at a time, sorted. A set's SQL holds until the next is
 * asked for. Its columns are those of its form.
 */
export async function* figureSets(
  plan: AdmissionPlan,
  session: RecordSession,
  scope: SetScope,
): AsyncGenerator<FigureSet> {
  for (const { definition } of plan.definitions) checkUnit(definition);
  const months = monthSpan(scope);
  await registerSpans(session);
  await registerYears(session, months);
  await registerConditions(session, plan.definitions);
  const ground = { plan, session, scope, months };
  const requests = plan.definitions.flatMap((planned) =>
    requestsOf(planned, scope.combinations ?? planned.definition.breakdowns),
  );
  if (scope.changed === undefined) return yield* wholeSets(ground, requests, null);
  const goesFurther = recordsSince(plan, months, scope.changed) !== null;
  const read = goesFurther ? [was, now, since] : [was, now];
  const stocks = requests.filter(({ planned }) => planned.definition.kind === 'stock');
  const readBy = (some: readonly Request[]) => [
    ...[was, now].map((tables) => readTables(some, tables)),
    ...(goesFurther ? [readTables(stocks, since)] : []),
  ];
  await markDifferences(session, plan);
  const formed = (request: Request) => formOf(request.planned.definition);
  await placesOf(ground, readBy(requests));
  yield* addedSets(
    ground,
    requests.filter((one) => isAdded(formed(one)) && !formed(one).endsWith('-of-holders')),
    scope.changed,
    new Map(),
  );
  const holders = requests.filter((one) => formed(one).endsWith('-of-holders'));
  if (holders.length > 0) {
    // What a party holds elsewhere tells whether it comes to hold something.
    await numberTouchedParties(session, read);
    const parties = await keepMovedParties(session, holders, plan, months, monthOf(scope.changed.until));
    await placesOf(ground, [...readBy(holders), readTables(holders, held)]);
    yield* addedSets(ground, holders, scope.changed, parties);
  }
  const others = requests.filter((one) => !isAdded(formed(one)));
  const told = await toldYears(ground, others, scope.changed);
  yield* wholeSets(ground, others, told);
}

function readTables(requests: readonly Request[], tables: TableOf): ReadTables {
  return { tables, attributions: requests.map(({ planned }) => planned.definition.attribution) };
}

/** What is read of a duration that is told anew: where survival medians are not, what ended in the years that are told. */
function readIn(request: Request, told: ReadonlyMap<ComputedDefinition, ToldYears>): ReadTables {
  const { definition } = request.planned;
  const read = readTables([request], itself);
  const anew = told.get(definition);
  if (definition.kind !== 'duration' || anew === undefined || anew.survival.length > 0) return read;
  return { ...read, tests: inYears(definition.clock.end, anew.years) };
}

function placesOf({ session, scope }: Ground, read: readonly ReadTables[]): Promise<void> {
  return registerPlaces(session, scope.areas, read, scope.counted ?? 'kept');
}

/** Sets out of all rows of the admission; `told`: of these years alone. */
async function* wholeSets(
  ground: Ground,
  requests: readonly Request[],
  told: ReadonlyMap<ComputedDefinition, ToldYears> | null,
): AsyncGenerator<FigureSet> {
  const { plan, session, scope, months } = ground;
  const { onStep = () => {} } = scope;
  const yearsOf = ({ planned: { definition } }: Request) => told?.get(definition)?.years ?? null;
  const asked = requests.filter((request) => {
    const anew = told?.get(request.planned.definition);
    return anew === undefined || anew.years.length + anew.survival.length > 0;
  });
  if (asked.length > 0)
    await placesOf(ground, told === null ? [readTables(asked, itself)] : asked.map((one) => readIn(one, told)));
  if (asked.some(({ planned }) => formOf(planned.definition).endsWith('-of-holders'))) await numberParties(session);
  const groups = cellGroups(asked);
  const cells = new Map<Request, KeptCells>();
  for (const [done, group] of groups.entries()) {
    onStep({ stage: 'cells', done, total: groups.length });
    const each = group.requests.map(yearsOf);
    const years = each.every((one) => one !== null) ? [...new Set(each.flat())].sort((a, b) => a - b) : null;
    if (years?.length !== 0) await session.keep(group.name, cellsSql(group, plan, months, { years }));
    for (const request of group.requests) cells.set(request, keptOf(group, yearsOf(request)));
  }
  const counted = await requestsWithCells(session, cells);
  const definitions = [...new Set(requests.map(({ planned }) => planned.definition))];
  for (const [done, definition] of definitions.entries()) {
    onStep({ stage: 'figures', done, total: definitions.length });
    const own = [...cells].filter(([{ planned }]) => planned.definition === definition);
    const anew = told?.get(definition);
    const parts: string[] = [];
    for (const [request, kept] of own) {
      parts.push(...(await rowsOf(ground, request, counted.has(request) ? kept : null, anew?.survival ?? null)));
    }
    const telling: Telling = anew === undefined ? { is: 'whole' } : { is: 'anew', told: anew };
    yield setOf(definition, own.length === 0 ? null : parts, telling);
  }
}

/** What changed records add to sets, and take from them. */
async function* addedSets(
  { plan, session, scope, months }: Ground,
  added: readonly Request[],
  changed: ChangedRecords,
  parties: ReadonlyMap<Request, MovedParties>,
): AsyncGenerator<FigureSet> {
  const cells = new Map<Request, KeptCells>();
  for (const group of cellGroups(added)) {
    await keepDifference(session, group, plan, months, changed);
    for (const request of group.requests) cells.set(request, keptOf(group, null));
  }
  const carried = yearsBehind(changed.until, scope.until);
  const differing = await requestsWithCells(session, cells);
  // What holders differ by does not show in cells alone.
  const isNothing = (request: Request) => !parties.has(request) && !differing.has(request);
  const sameMonths = monthOf(changed.until) === months.last;
  const addedOf = (request: Request, definition: FlowDefinition | StockDefinition, kept: KeptCells) => {
    const moved = parties.get(request);
    if (moved === undefined) return recordRows(request, definition, kept, plan, months);
    return definition.kind === 'flow'
      ? addedHolderFlowRows(request, kept, plan, moved.difference)
      : addedHolderStockRows(request, kept, plan, months, monthOf(changed.until), moved);
  };
  for (const definition of new Set(added.map(({ planned }) => planned.definition))) {
    const own = [...cells].filter(([request]) => request.planned.definition === definition && !isNothing(request));
    const parts = own.map(([request, kept]) => addedOf(request, definition as FlowDefinition | StockDefinition, kept));
    // Further months are told of a stock to which nothing is added.
    const stays = parts.length === 0 && (definition.kind !== 'stock' || sameMonths);
    yield setOf(definition, stays ? null : parts, {
      is: 'added',
      carried: definition.kind === 'stock' ? carried : [],
    });
  }
}

function keptOf(group: CellGroup, years: readonly number[] | null): KeptCells {
  return { name: group.name, masked: masksOf(group).length > 0, years };
}

/** `parts`: what is told; null: nothing is told anew. */
function setOf(definition: ComputedDefinition, parts: readonly string[] | null, telling: Telling): FigureSet {
  const form = formOf(definition);
  if (parts === null) return { definition, form, sql: null, empty: true, telling };
  const empty = parts.length === 0;
  return { definition, form, sql: empty ? emptyRows(form) : unionOf(parts, form), empty, telling };
}

/** The years that durations tell anew, whose rows cannot be added up: of those whose records differ, and what follows from them. */
async function toldYears(
  { plan, session, scope, months }: Ground,
  requests: readonly Request[],
  changed: ChangedRecords,
): Promise<Map<ComputedDefinition, ToldYears>> {
  const told = new Map<ComputedDefinition, ToldYears>();
  const add = ({ planned: { definition } }: Request, more: ToldYears) => {
    const known = told.get(definition);
    const both = (of: (one: ToldYears) => readonly number[]) =>
      [...new Set([...(known === undefined ? [] : of(known)), ...of(more)])].sort((a, b) => a - b);
    told.set(definition, { years: both(({ years }) => years), survival: both(({ survival }) => survival) });
  };
  for (const group of cellGroups(requests)) {
    await keepDifference(session, group, plan, months, changed);
    for (const request of group.requests) {
      const years = await yearsTouched(session, request, group, plan);
      const touched = await survivalYearsTouched(session, request, plan, { before: was, after: now }, scope);
      add(request, { years, survival: [...touched, ...endedSince(changed.until, scope.until)] });
    }
  }
  return told;
}

const yearOf = (day: Day) => Number(day.slice(0, 4));

function yearsFrom(first: number, last: number): number[] {
  return Number.isFinite(first)
    ? Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
    : [];
}

/** Years behind the one that was told last. */
function yearsBehind(before: Day, until: Day): number[] {
  return yearsFrom(yearOf(before) + 1, yearOf(until));
}

/** Years that ended since sets were computed. */
function endedSince(before: Day, until: Day): number[] {
  const ended = (day: Day) => yearOf(day) - (day.endsWith('-12-31') ? 0 : 1);
  return yearsFrom(ended(before) + 1, ended(until));
}

/** SQL of what a request tells; of a duration what it needs is kept in the session. `cells`: null where it has none. */
async function rowsOf(
  { plan, session, scope, months }: Ground,
  request: Request,
  cells: KeptCells | null,
  survival: readonly number[] | null,
): Promise<string[]> {
  const { definition } = request.planned;
  if (definition.kind === 'distribution') throw new OwnFault(`${definition.id} is not told out of cells`);
  if (definition.kind !== 'duration')
    return cells === null ? [] : [recordRows(request, definition, cells, plan, months)];
  const name = [request.bridges.join('_'), 'duration'].filter((word) => word !== '').join('_');
  const parts: string[] = [];
  if (cells !== null) parts.push(await durationRows(session, request, cells, name));
  if (survival?.length !== 0) {
    const scoped = { ...scope, years: survival };
    const medians = await survivalRows(session, request, plan, `${name}_survival`, scoped);
    if (medians !== null) parts.push(...(cells === null ? [emptyRows('duration')] : []), medians);
  }
  return parts;
}

function recordRows(
  request: Request,
  { kind, count }: FlowDefinition | StockDefinition,
  cells: KeptCells,
  plan: AdmissionPlan,
  months: MonthSpan,
): string {
  if (kind === 'flow') {
    return count === 'holders' ? holderFlowRows(request, cells, plan) : flowRows(request, cells, plan.dialect);
  }
  if (count === 'records') return stockRows(request, cells, plan.dialect, months);
  return holderStockRows(request, cells, plan, months);
}

function unionOf(parts: readonly string[], form: SetForm): string {
  const union = parts.map((sql, index) => `SELECT * FROM (\n${sql}\n) AS part_${index + 1}`).join('\nUNION ALL\n');
  return `${union}\n${storedOrder(form)}`;
}

async function registerYears(session: RecordSession, { first, last }: MonthSpan): Promise<void> {
  const from = Math.floor(first / 12) - 1;
  const years = Array.from({ length: Math.floor(last / 12) - from + 1 }, (_, index) => [from + index]);
  await session.registerTable('stock_year', { year: 'integer' }, years);
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
