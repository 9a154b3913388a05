import { expect, it } from 'vitest';
import { daysOfMonth, listOf, markOf, placeInYear, placeOfWeek, unpublishedOf } from './timeline-marks.js';

const none = { late: 0, dueSoon: 0, onTime: 0, closed: 0, withdrawn: 0 };

it('a mark shows its open tasks by the most pressing light, closed ones where none is open, withdrawn ones never', () => {
  expect(markOf({ ...none, late: 1, dueSoon: 2, onTime: 4, closed: 8 })).toEqual({ light: 'late', tasks: 7 });
  expect(markOf({ ...none, dueSoon: 2, onTime: 4 })).toEqual({ light: 'due-soon', tasks: 6 });
  expect(markOf({ ...none, onTime: 4, closed: 8 })).toEqual({ light: 'on-time', tasks: 4 });
  expect(markOf({ ...none, closed: 8, withdrawn: 1 })).toEqual({ light: 'closed', tasks: 8 });
  expect(markOf({ ...none, withdrawn: 1 })).toBe(null);
});

it('the list of a mark keeps to what the mark counts', () => {
  const days = { from: '2023-06-05', until: '2023-06-11' };
  const state = { owner: 'guangdong', below: 'yes' } as const;
  const late = { light: 'late', tasks: 2 } as const;
  const of = (by: 'owner' | 'clause', key: string | null, mark: Parameters<typeof listOf>[1]) =>
    listOf({ key }, mark, days, { by, programme: '2023', state });
  expect(of('owner', 'shenzhen', late)).toEqual({ programme: '2023', owner: 'shenzhen', ...days });
  expect(of('clause', '3a', late)).toEqual({
    programme: '2023',
    clause: '3a',
    owner: 'guangdong',
    below: 'yes',
    ...days,
  });
  expect(of('owner', 'shenzhen', { light: 'closed', tasks: 2 })).toMatchObject({ state: 'closed' });
  expect(of('clause', null, late)).toBe(null);
});

it('days have their places in the year, leap years too', () => {
  expect(placeInYear('2023-01-01', 2023)).toBe(0);
  expect(placeInYear('2023-12-31', 2023)).toBeCloseTo(364 / 365, 10);
  expect(placeInYear('2024-03-01', 2024)).toBeCloseTo(60 / 366, 10);
  expect(placeOfWeek({ from: '2023-01-01', until: '2023-01-01' }, 2023)).toBeCloseTo(-6 / 365, 10);
  expect(placeOfWeek({ from: '2023-01-02', until: '2023-01-08' }, 2023)).toBeCloseTo(1 / 365, 10);
  expect(daysOfMonth(2024, 2)).toEqual({ from: '2024-02-01', until: '2024-02-29' });
});

it('what lies beyond the published calendar is told from both sides', () => {
  const of = (publishedFrom: string | null, publishedUntil: string | null) =>
    unpublishedOf({ year: 2026, publishedFrom, publishedUntil });
  expect(of('2023-01-01', '2026-12-31')).toEqual([]);
  expect(of('2023-01-01', '2025-12-31')).toEqual([{ from: 0, until: 1 }]);
  expect(of(null, null)).toEqual([{ from: 0, until: 1 }]);
  expect(of('2026-02-01', '2026-12-30')).toEqual([
    { from: 0, until: 31 / 365 },
    { from: 364 / 365, until: 1 },
  ]);
});
