import type { RecordSession } from '../session.js';

/** The first and the last month that figures are told for, as `year * 12 + month - 1`. */
export interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

/** A sort of period within a year: from its first to its last month, and how its name ends. */
export interface Span {
  readonly suffix: string;
  readonly first: number;
  readonly last: number;
}

/** January to December. */
export const monthsOfYear = Array.from({ length: 12 }, (_, index) => index + 1);
const two = (number: number) => String(number).padStart(2, '0');

/** Every period of a year: itself, its halves, quarters and months, and the year to the end of each month. */
export const spans: readonly Span[] = [
  { suffix: '', first: 1, last: 12 },
  ...[1, 2].map((half) => ({ suffix: `-H${half}`, first: half * 6 - 5, last: half * 6 })),
  ...[1, 2, 3, 4].map((quarter) => ({ suffix: `-Q${quarter}`, first: quarter * 3 - 2, last: quarter * 3 })),
  ...monthsOfYear.map((month) => ({ suffix: `-${two(month)}`, first: month, last: month })),
  ...monthsOfYear.map((month) => ({ suffix: `-${two(month)}-YTD`, first: 1, last: month })),
];

/** Months in which cases lie, and the numbers of the spans (from 1) that hold these and no others. */
export interface SpanOfCases {
  readonly first: number;
  readonly last: number;
  readonly numbers: readonly number[];
}

/** Which spans hold the same cases where nothing lies behind a month: the first quarter what January holds, where that is all. */
export function spansOfCases(lastMonth: number): SpanOfCases[] {
  const known = new Map<string, SpanOfCases>();
  for (const [index, span] of spans.entries()) {
    if (span.first > lastMonth) continue;
    const last = Math.min(span.last, lastMonth);
    const key = `${span.first} ${last}`;
    const numbers = [...(known.get(key)?.numbers ?? []), index + 1];
    known.set(key, { first: span.first, last, numbers });
  }
  return [...known.values()];
}

/**
 * Fills `span`, a row each: `number` from 1, `suffix`, `first_month` and `last_month`, `k1` to `k12`, 1 for a month inside, and `u1` to `u12`, 1 for a
 * month up to its end. With a row a year that holds the twelve months side by side, every period is a sum of products.
 */
export async function registerSpans(session: RecordSession): Promise<void> {
  const flags = (name: string) => monthsOfYear.map((month) => [`${name}${month}`, 'integer'] as const);
  await session.registerTable(
    'span',
    {
      number: 'integer',
      suffix: 'text',
      first_month: 'integer',
      last_month: 'integer',
      ...Object.fromEntries([...flags('k'), ...flags('u')]),
    },
    spans.map(({ suffix, first, last }, index) => [
      index + 1,
      suffix,
      first,
      last,
      ...monthsOfYear.map((month) => (month >= first && month <= last ? 1 : 0)),
      ...monthsOfYear.map((month) => (month <= last ? 1 : 0)),
    ]),
  );
}

/** The twelve columns of a prefix, each made by `column`. */
export function byMonth(column: (month: number) => string, separator = ', '): string {
  return monthsOfYear.map(column).join(separator);
}

/** SQL of what lies inside a span: the columns of a prefix times `k` or `u`. */
export function inSpan(prefix: string, weights: 'k' | 'u' = 'k'): string {
  return `(${byMonth((month) => `${prefix}${month} * span.${weights}${month}`, ' + ')})`;
}

/** The same without the table of spans: the sum of the months of one. */
export function monthsOf({ first, last }: Span, prefix: string): string {
  return monthsOfYear
    .filter((month) => month >= first && month <= last)
    .map((month) => `${prefix}${month}`)
    .join(' + ');
}

/** SQL of the sum of the columns of a prefix from January to a month. */
export function upToMonth(prefix: string, month: number): string {
  return monthsOfYear
    .slice(0, month)
    .map((each) => `${prefix}${each}`)
    .join(' + ');
}
