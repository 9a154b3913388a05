import { describe, expect, it } from 'vitest';
import { coveredAll } from '../../test/coverage.js';
import { pendency } from '../../test/definitions.js';
import { TestOffice } from '../../test/office.js';

const asked = { areas: ['CN'], statistic: 'survival-median' as const };
const coverage = coveredAll('2018-01-01', '2023-12-31');
const boundaries = pendency('boundaries');

/** Requested in January 2021; closed so many months later. */
const closedAfter = (number: string, months: number) => ({
  number,
  area: '440000',
  examination_requested_on: '2021-01-15',
  closed_on: `${2021 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-20`,
});
const open = (number: string, requested: string) => ({ number, area: '440000', examination_requested_on: requested });

describe('the survival median of a year', () => {
  it('counts open cases up to the end of the year, unlike the median of closed ones', async () => {
    const cases = [closedAfter('1', 4), closedAfter('2', 10), closedAfter('3', 20), open('4', '2021-03-01')];
    const office = await TestOffice.of(cases, { coverage });
    // 2021: ended at 4 and 10, two open: 3/4, 1/2. 2023: 3/4, 1/2 at 10 months as well.
    expect(await office.one(boundaries, { ...asked, periods: ['2021'] })).toEqual({ value: 10, status: 'final' });
    expect(await office.one(boundaries, { ...asked, periods: ['2023'] })).toEqual({ value: 10, status: 'final' });
    const closed = await office.one(boundaries, { areas: ['CN'], periods: ['2021'], statistic: 'median' });
    expect(closed).toEqual({ value: 7, status: 'final' });
  });

  it('looks at cases begun in the last 36 months only', async () => {
    const office = await TestOffice.of([closedAfter('1', 4), open('2', '2020-12-31'), open('3', '2020-12-31')], {
      coverage,
    });
    expect(await office.one(boundaries, { ...asked, periods: ['2022'] })).toEqual({ value: null, status: 'missing' });
    expect(await office.one(boundaries, { ...asked, periods: ['2023'] })).toEqual({ value: 4, status: 'final' });
  });

  it('is provisional where its cohort is covered in part', async () => {
    const late = coveredAll('2021-06-01', '2023-12-31');
    const office = await TestOffice.of([closedAfter('1', 4)], { coverage: late });
    expect(await office.one(boundaries, { ...asked, periods: ['2023'] })).toEqual({ value: 4, status: 'provisional' });
  });

  it('lets a case leave at its end where the condition counts other ends only', async () => {
    const granted = pendency('boundaries', { where: "kind = 'invention' and outcome = 'granted'" });
    const cases = [
      { ...closedAfter('1', 2), outcome: 'withdrawn' },
      { ...closedAfter('2', 6), outcome: 'granted' },
      { ...closedAfter('3', 9), outcome: 'granted' },
      open('4', '2021-01-01'),
    ];
    // The withdrawn case leaves at 2; then 2/3 after 6, 1/3 after 9.
    const office = await TestOffice.of(cases, { coverage });
    expect(await office.one(granted, { ...asked, periods: ['2022'] })).toEqual({ value: 9, status: 'final' });
    const opened = await office.open({
      definition: granted,
      area: 'CN',
      period: '2022',
      statistic: 'survival-median',
      part: 'numerator',
    });
    expect(opened.rows.map((row) => row.id)).toEqual(['CN:2', 'CN:3']);
  });
});
