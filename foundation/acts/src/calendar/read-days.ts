import { isDay, nearestWord, UserFault } from '@zhiheng/vocabulary';
import { type CalendarDay, type DayKind, dayKinds } from './calendar-day.js';

/** What is wrong in a line of a list of days; lines count from 1, the header being the first. */
export interface LineFault {
  readonly line: number;
  readonly what: string;
}

/** The days that could be read, and every fault with its line. */
export interface ReadDays {
  readonly days: readonly CalendarDay[];
  readonly faults: readonly LineFault[];
}

const columns = ['date', 'kind', 'name', 'source'] as const;

/**
 * Reads a list of days, CSV in UTF-8 with the columns `date,kind,name,source` in this order and no quotes.
 * A list without an `until` line leaves the published end where it is. Nothing is thrown: faults come back by line.
 */
export function readDays(csv: string): ReadDays {
  const [header = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (header.trim() !== columns.join(',')) {
    return { days: [], faults: [{ line: 1, what: `the header has to be ${columns.join(',')}` }] };
  }
  const days: CalendarDay[] = [];
  const faults: LineFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const line = index + 2;
    const day = readLine(text);
    if (typeof day === 'string') {
      faults.push({ line, what: day });
      continue;
    }
    const key = `${day.date} ${isBound(day.kind) ? day.kind : 'day'}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, line);
      days.push(day);
    } else {
      faults.push({ line, what: `${day.date} stands in line ${before} already` });
    }
  }
  if (days.length === 0 && faults.length === 0) faults.push({ line: 1, what: 'the list holds no day' });
  return { days, faults };
}

/** The days of the list that is shipped. Throws `reference-wrong`, which tells every fault by line. */
export function readShippedDays(csv: string, path: string): readonly CalendarDay[] {
  const { days, faults } = readDays(csv);
  const [first] = faults;
  if (first === undefined) return days;
  const what = faults.map(({ line, what }) => `line ${line}: ${what}`).join('; ');
  throw new UserFault('reference-wrong', { place: { path, line: first.line }, values: { what } });
}

/** True for the two kinds that say what is published and nothing about the day itself. */
export function isBound(kind: DayKind): boolean {
  return kind === 'from' || kind === 'until';
}

function readLine(text: string): CalendarDay | string {
  const cells = text.split(',').map((cell) => cell.trim());
  if (cells.length !== columns.length) return `${cells.length} fields where there are ${columns.length}`;
  const [date = '', kind = '', name = '', source = ''] = cells;
  if (!isDay(date)) return `${date} is not a date of the calendar, written 2023-01-21`;
  if (!isKind(kind)) {
    const near = nearestWord(kind, dayKinds);
    return `the kind ${kind} is none of ${dayKinds.join(', ')}${near === null ? '' : ` (did you mean ${near}?)`}`;
  }
  if (name === '') return 'the name is missing';
  if (source === '') return 'the source is missing';
  return { date, kind, name, source };
}

function isKind(text: string): text is DayKind {
  return (dayKinds as readonly string[]).includes(text);
}
