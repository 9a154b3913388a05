import type { DurationsAnswer } from '@zhiheng/office';
import type { HistogramBin } from '../charts/Histogram.js';

/** More bins than these are joined, so that a bar can be seen. */
const mostBins = 60;

/** Lengths by whole months, from the shortest to the longest; by several months where there would be too many bars. */
export function lengthBins({ lengths, perMonth }: Pick<DurationsAnswer, 'lengths' | 'perMonth'>): HistogramBin[] {
  const months = lengths.map(({ measure, n }) => ({ month: Math.floor(measure / perMonth), n }));
  const [first, last] = [months[0]?.month ?? 0, months.at(-1)?.month ?? -1];
  const wide = Math.max(1, Math.ceil((last - first + 1) / mostBins));
  const counts = new Map<number, number>();
  for (const { month, n } of months) {
    const at = first + Math.floor((month - first) / wide) * wide;
    counts.set(at, (counts.get(at) ?? 0) + n);
  }
  return Array.from({ length: Math.ceil((last - first + 1) / wide) }, (_, index) => {
    const from = first + index * wide;
    return { from, until: from + wide, n: counts.get(from) ?? 0 };
  });
}
