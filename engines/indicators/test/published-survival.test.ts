import { describe, expect, it } from 'vitest';
import { survivalCurve, survivalMedian } from '../src/compute/survival-median.js';
import { coveredAll } from './coverage.js';
import { pendency } from './definitions.js';
import { TestOffice } from './office.js';
import type { TestPatent } from './patents.js';

/**
 * Weeks of remission of the 21 patients given 6-mercaptopurine; `+`: in remission when last seen. E. J. Freireich et al., Blood 21
 * (1963) 699-716; D. R. Cox, J. R. Statist. Soc. B 34 (1972) 187-220, table 1.
 */
const remission = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map((text) => ({ weeks: Number.parseInt(text, 10), ended: !text.endsWith('+') }));

/** The estimates as published: D. G. Kleinbaum and M. Klein, Survival Analysis, chapter 2, group 1; the median there is 23. */
const published = [
  [6, '0.8571'],
  [7, '0.8067'],
  [10, '0.7529'],
  [13, '0.6902'],
  [16, '0.6275'],
  [22, '0.5378'],
  [23, '0.4482'],
] as const;

describe('the remissions of Freireich et al.', () => {
  const weeks = [...new Set(remission.map((one) => one.weeks))];
  const cases = weeks.map((measure) => ({
    measure,
    ended: remission.filter((one) => one.weeks === measure && one.ended).length,
    censored: remission.filter((one) => one.weeks === measure && !one.ended).length,
  }));

  it('have the published curve', () => {
    const curve = [...survivalCurve(cases)];
    expect(curve.map(({ measure, open, all }) => [measure, (Number(open) / Number(all)).toFixed(4)])).toEqual(
      published,
    );
    // 18/21, then 16 of 17, 14 of 15, 11 of 12, 10 of 11, 6 of 7, 5 of 6 at risk.
    const last = curve.at(-1);
    expect(last?.all).toBe(21n * 17n * 15n * 12n * 11n * 7n * 6n);
    expect(last?.open).toBe(18n * 16n * 14n * 11n * 10n * 6n * 5n);
  });

  it('have the published median', () => {
    expect(survivalMedian(cases)).toBe(23);
  });

  it('have it as cases of an office too, a month for each week', async () => {
    const month = (number: number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-15`;
    const [first, last] = [2021 * 12, 2023 * 12 + 11];
    const patents: TestPatent[] = remission.map(({ weeks: months, ended }, index) => ({
      number: String(index),
      area: '440000',
      // Whoever is still in remission was last seen at the end of 2023.
      examination_requested_on: month(ended ? first : last - months),
      closed_on: ended ? month(first + months) : null,
    }));
    const office = await TestOffice.of(patents, { coverage: coveredAll('2018-01-01', '2023-12-31') });
    const request = { areas: ['CN'], periods: ['2023'], statistic: 'survival-median' } as const;
    expect(await office.one(pendency('boundaries'), request)).toEqual({ value: 23, status: 'final' });
    const ended = { areas: ['CN'], periods: ['2021', '2022', '2023'], statistic: 'n' } as const;
    const rows = await office.figure(pendency('boundaries'), ended);
    expect(rows.map(({ value }) => value)).toEqual([5, 4, 0]);
  });
});
