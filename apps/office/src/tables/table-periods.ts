import { indicatorsOfTable, type TableDefinition } from '@zhiheng/bulletin';
import { type Day, type Period, parsePeriod, readPeriod, UserFault } from '@zhiheng/vocabulary';
import { knownSpan } from '../known-span.js';
import type { Reference } from '../reference.js';
import type { Vintage } from '../vintage.js';

/** Longer lists help nobody who chooses. */
const mostPeriods = 240;

const stepsOfYear = {
  month: Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, '0')}`),
  quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
  half: ['-H1', '-H2'],
  year: [''],
  'year-to-date': [],
} as const;

/** Periods that a table can be made for, the newest first: those that begin while records are known of, and those with a publication. */
export function periodsOfTable(table: TableDefinition, vintage: Vintage | null, reference: Reference): Period[] {
  const span = vintage === null ? null : knownSpan(vintage);
  const known = span === null ? [] : periodsWithin(table.period, span);
  const ids = new Set(indicatorsOfTable(table));
  const series = new Set(
    reference
      .definitions()
      .filter(({ id }) => ids.has(id))
      .flatMap(({ published }) => published.map((one) => one.series)),
  );
  const published = reference
    .published()
    .filter((value) => series.has(value.series) && readPeriod(value.period)?.length === table.period)
    .map(({ period }) => period);
  const all = [...new Set([...known, ...published])];
  return all.sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1)).slice(0, mostPeriods);
}

/** The period asked for; left out, the newest that the records know whole, else the newest of all. Throws `period-wrong`. */
export function periodAsked(
  table: TableDefinition,
  asked: string | undefined,
  periods: readonly Period[],
  vintage: Vintage | null,
  today: Day,
): Period {
  if (asked !== undefined) {
    const { length, period } = parsePeriod(asked);
    if (length === table.period) return period;
    throw new UserFault('period-wrong', { found: asked, expected: `a ${table.period}: ${periods[0] ?? '2023'}` });
  }
  const whole = vintage === null ? null : periods.find((period) => endOf(period) <= knownSpan(vintage).until);
  return whole ?? periods.find((period) => endOf(period) <= today) ?? today.slice(0, 4) + stepsOfYear[table.period][0];
}

function periodsWithin(length: TableDefinition['period'], { from, until }: { from: Day; until: Day }): Period[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at));
  return years
    .flatMap((year) => stepsOfYear[length].map((step) => year + step))
    .filter((period) => {
      const read = readPeriod(period);
      return read !== null && read.from <= until && read.to >= from;
    });
}

function endOf(period: Period): Day {
  return readPeriod(period)?.to ?? '';
}
