import { readParsed, type SheetMap } from '@zhiheng/sheets';
import { type CoveredEvent, coverageEvents, coverageTables } from '@zhiheng/vocabulary';
import type { Concordances } from '../classification/read-concordances.js';
import type { Attribution, ComputedDefinition, MonthConvention, NetCount, RecordTable } from '../definition.js';
import { factsOf, recordTables } from '../tables/record-table.js';
import { CanonicalTexts } from './canonical-texts.js';
import { decisionColumns, decisionDays } from './patent-record-columns.js';
import { readConditions } from './read-conditions.js';
import { noteUnusedParameters, readParameters } from './read-parameters.js';
import { parseRecordTest } from './record-expressions.js';

const daysOf = (table: RecordTable) => Object.keys(factsOf(table).events);
const beginningsOf = (table: RecordTable) => [...daysOf(table), ...factsOf(table).furtherDays];
const every = <Word>(of: (table: RecordTable) => readonly Word[]) => [...new Set(recordTables.flatMap(of))];
/** Columns of days of any table: those that date an event of coverage, and those that a time can begin with. */
export const dateColumns = every(daysOf);
export const beginningColumns = every(beginningsOf);
/** Columns that a flow can count by, and events that it asks coverage of. */
export const flowDates: readonly string[] = [...dateColumns, ...decisionDays];
export const events = every<CoveredEvent>((table) => coverageTables[table]);
export const flowEvents = [...events, 'decided'] as const;
export const conventions = ['days', 'boundaries', 'complete-months'] as const satisfies readonly MonthConvention[];
export const netCounts = ['gross', 'notified', 'deducted', 'net'] as const satisfies readonly NetCount[];
export const counts = every((table) => factsOf(table).counts);
export const valueColumns = every((table) => factsOf(table).values);
/** The greatest number of records that can be too few. */
export const mostLeast = 1000;
export const stockCounts = every((table) => factsOf(table).stockCounts);
export const holders = ['first', 'each', 'fractional'] as const satisfies readonly Attribution['holder'][];

/** The same by the kind of a definition: of a time there are no shares. */
export const attributionHolders = {
  flow: holders,
  stock: holders,
  duration: ['first', 'each'],
  distribution: ['first'],
} as const satisfies Readonly<Record<ComputedDefinition['kind'], readonly Attribution['holder'][]>>;

/** Days whose holders can count, by the kind of a definition: a duration follows cases that have no end yet. */
export const attributionDays = {
  flow: ['filing', 'event'],
  stock: ['filing', 'period-end'],
  duration: ['filing'],
  distribution: ['filing'],
} as const satisfies Readonly<Record<ComputedDefinition['kind'], readonly Attribution['at'][]>>;

/** Reads what is counted from records: which, whose, and when. `texts` are its expressions in canonical writing. */
export function readComputed(map: SheetMap, kind: ComputedDefinition['kind'], concordances: Concordances | null) {
  const table = map.choice('table', recordTables);
  const parameters = readParameters(map);
  const texts = new CanonicalTexts(parameters, concordances);
  const where = map.text('where');
  texts.add(readParsed(map, 'where', where, (text) => parseRecordTest(text, parameters, texts.tables, table)));
  const counted = {
    table,
    where,
    parameters,
    scope: map.optionalText('scope'),
    attribution: readAttribution(map, kind),
    net: map.optionalChoice('net', netCounts) ?? 'gross',
  } as const;
  const kindly = readOwn(map, kind, texts, table);
  if (table !== 'patents') noteOfPatents(map, counted, kindly);
  const { classifications } = texts;
  const asked = Object.keys(classifications).length === 0 ? {} : { classifications };
  const own = { ...counted, ...kindly, ...asked };
  noteUnusedParameters(
    map,
    parameters.map(({ name }) => name),
    texts.parameterNames,
  );
  noteNet(map, own, texts.columnNames);
  const { holder } = counted.attribution;
  if ('count' in own && own.count === 'holders' && holder !== 'first') {
    map.note('count', {
      what: 'holders are counted by the first of each record',
      found: holder === 'each' ? 'attribution of each holder' : 'attribution of shares of all holders',
      expected: 'attribution: { holder: first, … }',
    });
  }
  return { own, texts };
}

/** A count that looks at decisions says in a word how, and one that does not is gross. */
function noteNet(
  map: SheetMap,
  own: { readonly net: NetCount; readonly date?: string },
  columns: ReadonlySet<string> | null,
): void {
  if (columns === null) return;
  const asks = [...columns, own.date ?? ''].some((name) => decisionColumns.has(name));
  if (asks === (own.net !== 'gross')) return;
  const what = asks ? 'it looks at decisions about applications' : 'it looks at no decision about applications';
  map.note('net', { what, found: own.net, expected: asks ? 'notified, deducted or net' : 'gross' });
}

function readOwn(map: SheetMap, kind: ComputedDefinition['kind'], texts: CanonicalTexts, table: RecordTable) {
  if (kind === 'flow') return readFlow(map, table);
  if (kind === 'distribution') return readDistribution(map, table);
  return kind === 'stock' ? readStock(map, texts, table) : readDuration(map, table);
}

/** Owners, decisions and conditions that come and go are told of patents alone. */
function noteOfPatents(
  map: SheetMap,
  { attribution, net }: { readonly attribution: Attribution; readonly net: NetCount },
  own: object,
): void {
  const alone = { what: 'this is told of patents alone' };
  if (attribution.holder !== 'first' || attribution.at !== 'filing') {
    map.note('attribution', { ...alone, expected: '{ holder: first, at: filing }' });
  }
  if (net !== 'gross') map.note('net', { ...alone, found: net, expected: 'gross' });
  if ('conditions' in own && (own.conditions as readonly unknown[]).length > 0)
    map.note('conditions', { ...alone, expected: 'no conditions' });
}

function readFlow(map: SheetMap, table: RecordTable) {
  const decided = table === 'patents' ? decisionDays : [];
  return {
    kind: 'flow',
    date: map.choice('date', [...daysOf(table), ...decided]),
    event: readFlowEvent(map, table),
    count: map.optionalChoice('count', factsOf(table).counts) ?? 'records',
  } as const;
}

function readDistribution(map: SheetMap, table: RecordTable) {
  return {
    kind: 'distribution',
    column: map.choice('column', factsOf(table).values),
    date: map.choice('date', daysOf(table)),
    event: readEvent(map, table, 'event', 'date'),
    count: 'records',
    moreThan: map.count('more_than', mostLeast),
  } as const;
}

function readStock(map: SheetMap, texts: CanonicalTexts, table: RecordTable) {
  return {
    kind: 'stock',
    starts: map.choice('starts', daysOf(table)),
    ends: map.choice('ends', daysOf(table)),
    startEvent: readEvent(map, table, 'start_event', 'starts'),
    endEvent: readEvent(map, table, 'end_event', 'ends'),
    conditions: readConditions(map, texts),
    count: map.optionalChoice('count', factsOf(table).stockCounts) ?? 'records',
  } as const;
}

function readDuration(map: SheetMap, table: RecordTable) {
  const clock = map.map('clock');
  const read = {
    start: clock.choice('start', beginningsOf(table)),
    end: clock.choice('end', beginningsOf(table)),
    endEvent: readEvent(clock, table, 'end_event', 'end'),
    convention: clock.choice('convention', conventions),
    target: clock.optionalNumber('target'),
  };
  if (read.target !== null && read.target <= 0 && clock.scalarOf('target')?.value === read.target) {
    clock.note('target', {
      what: 'target is out of range',
      found: String(read.target),
      expected: 'months above 0',
    });
  }
  clock.close();
  return { kind: 'duration', clock: read } as const;
}

/** Reads whose areas count. A day that this kind of definition does not know is told with those that it does. */
function readAttribution(map: SheetMap, kind: ComputedDefinition['kind']): Attribution {
  const attribution = map.map('attribution');
  const holder = attribution.choice('holder', holders);
  const sharing: readonly Attribution['holder'][] = attributionHolders[kind];
  if (!sharing.includes(holder)) {
    attribution.note('holder', { what: `a ${kind} has no shares`, found: holder, expected: sharing.join(', ') });
  }
  const at = attribution.choice('at', ['filing', 'event', 'period-end']);
  const known: readonly Attribution['at'][] = attributionDays[kind];
  if (!known.includes(at)) {
    attribution.note('at', { what: `a ${kind} does not ask for owners so`, found: at, expected: known.join(', ') });
  }
  attribution.close();
  return { holder, at };
}

/** The same of a flow, which can count by days of decisions too. */
function readFlowEvent(map: SheetMap, table: RecordTable): (typeof flowEvents)[number] {
  const column = map.scalarOf('date')?.value;
  if (!decisionDays.some((day) => day === column)) return readEvent(map, table, 'event', 'date');
  const event = map.choice('event', [...coverageEvents, 'decided'] as const);
  if (event !== 'decided' && map.scalarOf('event')?.value === event) {
    map.note('event', { what: 'date is not the date of this event', found: event, expected: 'decided' });
  }
  return event;
}

/** The event whose coverage is asked; it must be the one that the date column dates. */
function readEvent(map: SheetMap, table: RecordTable, key: string, dateKey: string): CoveredEvent {
  const event = map.choice<CoveredEvent>(key, coverageTables[table]);
  const column = map.scalarOf(dateKey)?.value;
  const dated = typeof column === 'string' ? factsOf(table).events[column] : undefined;
  if (dated !== undefined && dated !== event && map.scalarOf(key)?.value === event) {
    map.note(key, { what: `${dateKey} is not the date of this event`, found: event, expected: dated });
  }
  return event;
}
