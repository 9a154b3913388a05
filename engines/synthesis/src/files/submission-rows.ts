import { Random } from '../random.js';
import type { Truth } from '../truth/truth.js';
import { csvLine, label, labelColumn } from './cells.js';

/** Columns of what provinces report by themselves. */
export const submissionColumns = ['报送单位', '指标', '期间', '数值', '单位', labelColumn] as const;

/**
 * What the provinces report about themselves: rights in force and applications of each year, mostly as the records have
 * them, now and then a little off, as figures from another day are.
 */
export function submissionRows(truth: Truth, seed: number): string {
  const reported = [
    ['专利申请量', truth.applicationsByArea, (period: string) => period],
    ['有效专利量', truth.inForceByArea, (period: string) => `${period.slice(0, 4)}年末`],
  ] as const;
  let rows = '';
  for (const [indicator, areas, periodOf] of reported) {
    for (const [area, counts] of Object.entries(areas)) {
      if (!/^\d{6}$/.test(area)) continue;
      for (const [period, count] of Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))) {
        const random = Random.of(seed, 'submission', indicator, area, period);
        const value = random.chance(0.85) ? count : Math.round(count * (1 + 0.03 * random.normal()));
        rows += csvLine([area, indicator, periodOf(period), Math.max(0, value), '件', label]);
      }
    }
  }
  return rows;
}
