import { type Day, dayNumber } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import {
  anniversary,
  announcementBefore,
  announcementFrom,
  dayText,
  weekday,
  workingDayFrom,
  yearStart,
} from './calendar.js';

const on = (step: (day: number) => number, day: Day) => dayText(step(dayNumber(day)));

describe('the calendar of the office', () => {
  it('knows the day of the week', () => {
    expect(weekday(dayNumber('2023-12-31'))).toBe(0);
    expect(weekday(dayNumber('2018-01-01'))).toBe(1);
    expect(weekday(dayNumber('1969-12-31'))).toBe(3);
  });

  it('announces on Tuesdays and Fridays', () => {
    // 2 January 2024 is a Tuesday, 5 January a Friday.
    expect(
      ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-05', '2024-01-06'].map((d) => on(announcementFrom, d)),
    ).toEqual(['2024-01-02', '2024-01-02', '2024-01-05', '2024-01-05', '2024-01-09']);
    expect(['2024-01-02', '2024-01-05', '2024-01-06', '2024-01-08'].map((d) => on(announcementBefore, d))).toEqual([
      '2023-12-29',
      '2024-01-02',
      '2024-01-05',
      '2024-01-05',
    ]);
  });

  it('moves weekends to Monday and keeps other days', () => {
    expect(['2023-12-29', '2023-12-30', '2023-12-31'].map((d) => on(workingDayFrom, d))).toEqual([
      '2023-12-29',
      '2024-01-01',
      '2024-01-01',
    ]);
  });

  it('counts years from a leap day to the last of February', () => {
    expect(on((day) => anniversary(day, 1), '2020-02-29')).toBe('2021-02-28');
    expect(on((day) => anniversary(day, 4), '2020-02-29')).toBe('2024-02-29');
    expect(on((day) => anniversary(day, 10), '2012-12-31')).toBe('2022-12-31');
    expect(dayText(yearStart(2019))).toBe('2019-01-01');
  });
});
