import { printSource } from '@zhiheng/expressions';
import { readCondition, type SheetMap } from '@zhiheng/sheets';
import { type CoverageEvent, coverageEvents } from '@zhiheng/vocabulary';
import type { Attribution, ComputedDefinition, MonthConvention } from '../definition.js';
import { breakdownColumns, eventOfColumn, patentRecordColumns } from './patent-record-columns.js';

const dateColumns = Object.keys(eventOfColumn);
const conventions = ['days', 'boundaries', 'complete-months'] as const satisfies readonly MonthConvention[];

/** What is counted, before it is said when: the table, the condition and the breakdowns. */
export function readCounted(map: SheetMap) {
  const where = map.text('where');
  const condition = readCondition(map, 'where', where, patentRecordColumns);
  const counted = {
    table: map.choice('table', ['patents']),
    where,
    parameters: [],
    scope: null,
    breakdowns: map.texts('breakdowns').map((name) => [name]),
  };
  for (const found of counted.breakdowns.flat()) {
    if (breakdownColumns.some((column) => column === found)) continue;
    map.note('breakdowns', { what: 'figures are not broken down so', found, expected: breakdownColumns.join(', ') });
  }
  return { counted, canonicalWhere: condition === null ? '' : printSource(condition) };
}

export function readFlow(map: SheetMap) {
  return { kind: 'flow', date: readDate(map, 'date'), event: readEvent(map, 'event', 'date'), count: 'records' } as const;
}

export function readStock(map: SheetMap) {
  return {
    kind: 'stock',
    starts: readDate(map, 'starts'),
    ends: readDate(map, 'ends'),
    startEvent: readEvent(map, 'start_event', 'starts'),
    endEvent: readEvent(map, 'end_event', 'ends'),
    conditions: [],
    count: 'records',
  } as const;
}

export function readDuration(map: SheetMap) {
  const clock = map.map('clock');
  const read = {
    start: readDate(clock, 'start'),
    end: readDate(clock, 'end'),
    endEvent: readEvent(clock, 'end_event', 'end'),
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

/** Days whose holders can count, by the kind of a definition: a duration follows cases that have no end yet. */
const attributionDays = {
  flow: ['filing', 'event'],
  stock: ['filing', 'period-end'],
  duration: ['filing'],
} as const satisfies Readonly<Record<ComputedDefinition['kind'], readonly Attribution['at'][]>>;

/** Reads whose areas count. A day that this kind of definition does not know is told with those that it does. */
export function readAttribution(map: SheetMap, kind: ComputedDefinition['kind']): Attribution {
  const attribution = map.map('attribution');
  const holder = attribution.choice('holder', ['first', 'each']);
  const at = attribution.choice('at', ['filing', 'event', 'period-end']);
  const known: readonly Attribution['at'][] = attributionDays[kind];
  if (!known.includes(at)) {
    attribution.note('at', { what: `a ${kind} does not ask for owners so`, found: at, expected: known.join(', ') });
  }
  attribution.close();
  return { holder, at };
}

function readDate(map: SheetMap, key: string): string {
  return map.choice(key, dateColumns);
}

/** The event whose coverage is asked; it must be the one that the date column dates. */
function readEvent(map: SheetMap, key: string, dateKey: string): CoverageEvent {
  const event = map.choice(key, coverageEvents);
  const column = map.scalarOf(dateKey)?.value;
  const dated = typeof column === 'string' ? eventOfColumn[column] : undefined;
  if (dated !== undefined && dated !== event && map.scalarOf(key)?.value === event) {
    map.note(key, { what: `${dateKey} is not the date of this event`, found: event, expected: dated });
  }
  return event;
}
