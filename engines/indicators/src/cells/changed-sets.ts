import type { Day } from '@zhiheng/vocabulary';
import type { Attribution, ComputedDefinition, FlowDefinition, StockDefinition } from '../definition.js';
import { monthOf } from '../record/months.js';
import { isSeveral, itself, type TableOf } from '../record/owner-joins.js';
import { type CellGroup, cellGroups, cellsSql, inYears } from './cell-groups.js';
import { type ChangedRecords, keepDifference, recordsSince, yearsTouched } from './changed-cells.js';
import { now, since, was } from './changed-sides.js';
import { markDifferences } from './differing-records.js';
import { type FigureSet, type SetGround, setOf, type Telling } from './figure-set.js';
import { addedHolderFlowRows } from './holder-flow-rows.js';
import { addedHolderStockRows } from './holder-stock-rows.js';
import { keepMovedParties, type MovedParties } from './moved-parties.js';
import { held, numberParties } from './numbered-parties.js';
import type { ReadTables } from './places.js';
import type { Request } from './request.js';
import { formOf, isAdded } from './set-form.js';
import { definitionsOf, keptOf, mediansOf, placesOf, readTables, recordRows, rowsOf } from './set-rows.js';
import type { KeptCells } from './set-sql.js';
import type { ToldYears } from './stored-set.js';
import { survivalYearsTouched } from './survival-rows.js';
import { requestsWithCells } from './with-cells.js';

/** Sets of what changed records make of those that were told before. */
export async function* changedSets(
  ground: SetGround,
  requests: readonly Request[],
  changed: ChangedRecords,
): AsyncGenerator<readonly FigureSet[]> {
  const { plan, session, months } = ground;
  const goesFurther = recordsSince(plan, months, changed) !== null;
  const read = goesFurther ? [was, now, since] : [was, now];
  const stocks = requests.filter(({ planned }) => planned.definition.kind === 'stock');
  const readBy = (some: readonly Request[]) => [
    ...[was, now].map((tables) => readTables(some, tables)),
    ...(goesFurther ? [readTables(stocks, since)] : []),
  ];
  const formed = (request: Request) => formOf(request.planned.definition);
  // Of what counts where it was filed, the places of all records are known then.
  const places = [...readBy(requests), { tables: itself, attributions: [] }];
  await Promise.all([markDifferences(session, plan), placesOf(ground, places)]);
  const holders = requests.filter((one) => formed(one).endsWith('-of-holders'));
  const others = requests.filter((one) => !isAdded(formed(one)));
  // Asked while sets are told that rest on neither.
  const moved = besides(holders.length === 0 ? null : movedParties(ground, holders, changed, read));
  const touched = besides(toldYears(ground, others, changed));
  const records = requests.filter((one) => isAdded(formed(one)) && !holders.includes(one));
  yield await addedSets(ground, cellGroups(records, 'record_cell'), changed, new Map());
  const [parties, told] = [await moved, await touched];
  const anew = others.filter((one) => isTold(told.get(one.planned.definition)));
  const further = [...(parties === null ? [] : [readTables(holders, held)]), ...anew.map((one) => readIn(one, told))];
  if (further.some(({ attributions }) => attributions.some(countsElsewhere))) {
    await placesOf(ground, [...readBy(holders), ...further]);
  }
  const durations = besides(anewSets(ground, others, told));
  if (parties !== null) yield await addedSets(ground, cellGroups(holders, 'holder_cell'), changed, parties);
  yield await durations;
}

/** Whether a record can count in other places than the one that its row of the admission has. */
function countsElsewhere({ holder, at }: Attribution): boolean {
  return isSeveral(holder) || at !== 'filing';
}

/** Something that is waited for later: a fault is thrown then. */
function besides<T>(work: Promise<T> | T): Promise<T> {
  const waited = Promise.resolve(work);
  waited.catch(() => undefined);
  return waited;
}

/** What a party holds elsewhere tells whether it comes to hold something. */
async function movedParties(
  { plan, session, months }: SetGround,
  holders: readonly Request[],
  { until }: ChangedRecords,
  read: readonly TableOf[],
): Promise<Map<Request, MovedParties>> {
  await numberParties(session, read);
  return keepMovedParties(session, holders, plan, months, monthOf(until));
}

/** What is read of a duration that is told anew: where survival medians are not, what ended in the years that are told. */
function readIn(request: Request, told: ReadonlyMap<ComputedDefinition, ToldYears>): ReadTables {
  const { definition } = request.planned;
  const read = readTables([request], itself);
  const anew = told.get(definition);
  if (definition.kind !== 'duration' || anew === undefined || anew.survival.length > 0) return read;
  return { ...read, tests: inYears(definition.clock.end, anew.years) };
}

/** Sets of which some years are told anew out of all rows of the admission: those of durations. */
async function anewSets(
  ground: SetGround,
  requests: readonly Request[],
  told: ReadonlyMap<ComputedDefinition, ToldYears>,
): Promise<FigureSet[]> {
  const { plan, session, months } = ground;
  const toldOf = ({ planned: { definition } }: Request) => told.get(definition) ?? { years: [], survival: [] };
  const asked = requests.filter((request) => isTold(toldOf(request)));
  const cells = new Map<Request, KeptCells>();
  const keep = async (group: CellGroup) => {
    const years = [...new Set(group.requests.flatMap((request) => toldOf(request).years))].sort((a, b) => a - b);
    if (years.length > 0) await session.keep(group.name, cellsSql(group, plan, months, { years }));
  };
  const groups = cellGroups(asked, 'duration_cell');
  await Promise.all(groups.map(keep));
  for (const group of groups) {
    for (const request of group.requests) cells.set(request, keptOf(group, toldOf(request).years));
  }
  const counted = await requestsWithCells(session, cells);
  const ownCells = (request: Request) => (counted.has(request) ? (cells.get(request) ?? null) : null);
  const rows = await Promise.all(
    asked.map((request, number) => rowsOf(ground, request, ownCells(request), `_${number + 1}`)),
  );
  const medians: string[][] = [];
  // What they are made of stands in tables of one name for all.
  for (const [number, request] of asked.entries()) {
    const { survival } = toldOf(request);
    medians.push(await mediansOf(ground, request, ownCells(request), survival, `_${number + 1}`));
  }
  return definitionsOf(requests).map((definition) => {
    const own = asked.flatMap((request, number) => (request.planned.definition === definition ? [number] : []));
    const parts = own.flatMap((number) => [...(rows[number] ?? []), ...(medians[number] ?? [])]);
    const anew = told.get(definition);
    const telling: Telling = anew === undefined ? { is: 'whole' } : { is: 'anew', told: anew };
    return setOf(definition, own.length === 0 ? null : parts, telling);
  });
}

function isTold(told: ToldYears | undefined): boolean {
  return told !== undefined && told.years.length + told.survival.length > 0;
}

/** What changed records add to sets, and take from them. */
async function addedSets(
  { plan, session, scope, months }: SetGround,
  groups: readonly CellGroup[],
  changed: ChangedRecords,
  parties: ReadonlyMap<Request, MovedParties>,
): Promise<FigureSet[]> {
  const cells = new Map<Request, KeptCells>();
  await Promise.all(groups.map((group) => keepDifference(session, group, plan, months, changed)));
  for (const group of groups) for (const request of group.requests) cells.set(request, keptOf(group, null));
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
  return definitionsOf([...cells.keys()]).map((definition) => {
    const own = [...cells].filter(([request]) => request.planned.definition === definition && !isNothing(request));
    const parts = own.map(([request, kept]) => addedOf(request, definition as FlowDefinition | StockDefinition, kept));
    // Further months are told of a stock to which nothing is added.
    const stays = parts.length === 0 && (definition.kind !== 'stock' || sameMonths);
    return setOf(definition, stays ? null : parts, {
      is: 'added',
      carried: definition.kind === 'stock' ? carried : [],
    });
  });
}

/** The years that durations tell anew, whose rows cannot be added up: of those whose records differ, and what follows from them. */
async function toldYears(
  { plan, session, scope, months }: SetGround,
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
  const groups = cellGroups(requests, 'touched_cell');
  await Promise.all(groups.map((group) => keepDifference(session, group, plan, months, changed)));
  for (const group of groups) {
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
