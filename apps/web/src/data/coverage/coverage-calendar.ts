import type { CoverageRow } from '@zhiheng/office';

/** A span of one line of the calendar, in days since 1970; `to` is the day behind the last. */
export interface CoverageSpan {
  readonly from: number;
  readonly to: number;
  /** `full` only where the span speaks of every area. */
  readonly sort: 'full' | 'partial' | 'maturing';
  readonly rows: readonly CoverageRow[];
}

/** One line: table, office, dataset, event and kind, with its spans in order of time. */
export interface CoverageLine {
  readonly key: string;
  readonly table: string;
  readonly office: string;
  readonly dataset: string;
  readonly event: string;
  readonly kind: string | null;
  readonly spans: readonly CoverageSpan[];
  /** The first day on which every right in force is in the files, in days; null where none is stated. */
  readonly inForceFrom: number | null;
}

const day = 86_400_000;
const strength = { full: 0, maturing: 1, partial: 2 } as const;

/** A day as a number, so that spans can be drawn to scale. */
export function dayCount(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / day);
}

/** Lines of a coverage; spans that say the same and touch one another are one, the weaker ones drawn first. */
export function coverageLines(rows: readonly CoverageRow[]): CoverageLine[] {
  const lines = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    const key = [row.table, row.office, row.dataset, row.event, row.kind ?? ''].join(' ');
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines].map(([key, own]) => {
    const [first] = own;
    const inForce = own.flatMap(({ inForceFrom }) => (inForceFrom === null ? [] : [dayCount(inForceFrom)]));
    return {
      key,
      table: first?.table ?? 'patents',
      office: first?.office ?? '',
      dataset: first?.dataset ?? '',
      event: first?.event ?? '',
      kind: first?.kind ?? null,
      spans: spansOf(own),
      inForceFrom: inForce.length === 0 ? null : Math.min(...inForce),
    };
  });
}

function spansOf(rows: readonly CoverageRow[]): CoverageSpan[] {
  const spans: CoverageSpan[] = [];
  for (const row of rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const sort = row.area === null ? sortOf(row.completeness) : 'partial';
    const [from, to] = [dayCount(row.from), dayCount(row.to) + 1];
    const at = spans.findIndex((span) => span.sort === sort && span.to >= from && span.from <= to);
    const touched = spans[at];
    if (touched === undefined) spans.push({ from, to, sort, rows: [row] });
    else spans[at] = { ...touched, to: Math.max(touched.to, to), rows: [...touched.rows, row] };
  }
  return spans.toSorted((a, b) => strength[b.sort] - strength[a.sort]);
}

function sortOf(completeness: string): CoverageSpan['sort'] {
  return completeness === 'full' || completeness === 'maturing' ? completeness : 'partial';
}

export interface YearTick {
  readonly year: number;
  readonly at: number;
}

/** The whole years that hold all spans, and the firsts of January between them. */
export function yearsOf(lines: readonly CoverageLine[]): { from: number; to: number; ticks: YearTick[] } {
  const spans = lines.flatMap((line) => line.spans);
  const year = (at: number) => new Date(at * day).getUTCFullYear();
  const first = year(Math.min(...spans.map(({ from }) => from)));
  const last = year(Math.max(...spans.map(({ to }) => to)) - 1);
  const ticks = Array.from({ length: last - first + 2 }, (_, index) => ({
    year: first + index,
    at: dayCount(`${String(first + index).padStart(4, '0')}-01-01`),
  }));
  return { from: ticks[0]?.at ?? 0, to: ticks.at(-1)?.at ?? 1, ticks };
}
