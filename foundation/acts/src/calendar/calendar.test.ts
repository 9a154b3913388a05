import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayFromNumber, dayNumber } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { addMonths, deadlineOf, officeDay, readDays, readShippedDays, WorkingCalendar } from '../index.js';

const shipped = readFileSync(join(import.meta.dirname, '../../../../definitions/reference/working-days.csv'), 'utf8');
const { days, faults } = readDays(shipped);
const calendar = new WorkingCalendar(days);

/** Working days of a month by hand: the numbers of the days. */
function workingDaysOf(month: string): number[] {
  const first = dayNumber(`${month}-01`);
  return Array.from({ length: 31 }, (_, index) => dayFromNumber(first + index))
    .filter((day) => day.startsWith(month) && calendar.standing(day).working)
    .map((day) => Number(day.slice(8)));
}

describe('the shipped list of days', () => {
  it('reads without a fault and is published for six years', () => {
    expect(faults).toEqual([]);
    expect([calendar.publishedFrom, calendar.publishedUntil]).toEqual(['2021-01-01', '2026-12-31']);
  });

  it('has as many days off and moved days of work a year as its notice', () => {
    const count = (kind: string) =>
      ['2021', '2022', '2023', '2024', '2025', '2026'].map(
        (year) => days.filter((day) => day.kind === kind && noticeYear(day.source) === year).length,
      );
    // Added up from the notices: 3+7+3+5+3+3+7, 3+7+3+5+3+3+7, 3+7+1+5+3+8, 1+8+3+5+1+3+7, 1+8+3+5+3+8, 3+9+3+5+3+3+7.
    expect(count('holiday')).toEqual([31, 31, 27, 28, 28, 33]);
    expect(count('workday')).toEqual([7, 7, 7, 8, 5, 6]);
  });

  it('moves work only onto Saturdays and Sundays', () => {
    const week = new WorkingCalendar([]);
    expect(days.filter(({ kind, date }) => kind === 'workday' && week.standing(date).working)).toEqual([]);
  });
});

describe('days of work', () => {
  it('stop for the Spring Festival 2023 and are made up on the weekend after it', () => {
    expect(workingDaysOf('2023-01')).toEqual([3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 28, 29, 30, 31]);
    expect(calendar.isWorkingDay('2023-01-21')).toBe('not-working');
    expect(calendar.isWorkingDay('2023-01-29')).toBe('working');
    expect(calendar.standing('2023-01-29')).toMatchObject({ name: '春节', source: '国办发明电〔2022〕16号' });
  });

  it('stop for Mid-autumn and National Day 2023', () => {
    expect(workingDaysOf('2023-10')).toEqual([7, 8, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27, 30, 31]);
    expect(calendar.addWorkingDays('2023-09-28', 1)).toEqual({ day: '2023-10-07', provisional: false });
  });

  it('know the Spring Festival 2024 with a day of work before it', () => {
    expect(workingDaysOf('2024-02')).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 18, 19, 20, 21, 22, 23, 26, 27, 28, 29]);
  });

  it('are counted from the day after', () => {
    expect(calendar.addWorkingDays('2023-01-18', 5)).toEqual({ day: '2023-01-30', provisional: false });
    expect(calendar.addWorkingDays('2023-01-20', 5).day).toBe('2023-02-01');
    expect(calendar.addWorkingDays('2023-01-21', 0).day).toBe('2023-01-21');
    expect(calendar.workingDaysBetween('2023-01-18', '2023-01-30')).toEqual({ days: 5, provisional: false });
    expect(calendar.workingDaysBetween('2023-01-30', '2023-01-18').days).toBe(-5);
    expect(calendar.workingDaysBetween('2023-01-20', '2023-01-27').days).toBe(0);
  });

  it('count back to as many as were added, from every day of 2023', () => {
    for (let number = dayNumber('2023-01-01'); number <= dayNumber('2023-12-31'); number++) {
      const from = dayFromNumber(number);
      for (const count of [1, 2, 5, 20]) {
        const { day } = calendar.addWorkingDays(from, count);
        expect([calendar.workingDaysBetween(from, day).days, calendar.standing(day).working]).toEqual([count, true]);
      }
    }
  });

  it('are provisional beyond the published end, and before its beginning', () => {
    expect(calendar.isWorkingDay('2027-01-04')).toBe('provisional');
    expect(calendar.isWorkingDay('2020-12-31')).toBe('provisional');
    expect(calendar.addWorkingDays('2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false });
    expect(calendar.addWorkingDays('2026-12-30', 3)).toEqual({ day: '2027-01-04', provisional: true });
    expect(calendar.workingDaysBetween('2026-12-30', '2027-01-04')).toEqual({ days: 3, provisional: true });
    expect(new WorkingCalendar([]).isWorkingDay('2023-05-08')).toBe('provisional');
  });
});

describe('deadlines', () => {
  const end = (start: string, unit: 'working-day' | 'day' | 'month', count: number) =>
    deadlineOf({ start, terms: [{ unit, count }] }, calendar);

  it('in days move off a day off', () => {
    // 15 days after 2023-01-06 is Saturday 01-21, the first day of the festival; the next working day is Saturday 01-28.
    expect(end('2023-01-06', 'day', 15)).toEqual({ day: '2023-01-28', provisional: false });
    expect(end('2023-03-01', 'day', 15)?.day).toBe('2023-03-16');
    expect(end('2023-09-14', 'day', 15)?.day).toBe('2023-10-07');
  });

  it('in months end on the same number of day or the last of the month', () => {
    expect(end('2023-11-30', 'month', 3)?.day).toBe('2024-02-29');
    expect(end('2022-11-30', 'month', 3)?.day).toBe('2023-02-28');
    // 2024-08-31 is a Saturday.
    expect(end('2024-05-31', 'month', 3)?.day).toBe('2024-09-02');
    expect([addMonths('2024-01-31', 1), addMonths('2023-12-31', 2), addMonths('2024-02-29', 12)]).toEqual([
      '2024-02-29',
      '2024-02-29',
      '2025-02-28',
    ]);
    expect(addMonths('2023-12-15', 1)).toBe('2024-01-15');
  });

  it('are provisional when only their end moves beyond the published calendar', () => {
    expect(end('2026-10-30', 'month', 2)).toEqual({ day: '2026-12-30', provisional: false });
    // 2027-01-02 is a Saturday; by the week alone Monday 01-04 follows.
    expect(end('2026-10-02', 'month', 3)).toEqual({ day: '2027-01-04', provisional: true });
    expect(end('2026-12-25', 'working-day', 5)).toEqual({ day: '2027-01-01', provisional: true });
  });

  it('are reckoned anew once the calendar is published', () => {
    const next = readDays(
      'date,kind,name,source\n2027-01-01,holiday,元旦,a notice\n2027-01-02,holiday,元旦,a notice\n' +
        '2027-01-03,holiday,元旦,a notice\n2027-12-31,until,2027,a notice\n',
    );
    const later = new WorkingCalendar([...days, ...next.days]);
    const reckoning = { start: '2026-12-25', terms: [{ unit: 'working-day', count: 5 }] } as const;
    expect(deadlineOf(reckoning, later)).toEqual({ day: '2027-01-04', provisional: false });
  });

  it('are one longer term when extended by the same unit, and one after the other by another', () => {
    const months = (count: number) => ({ unit: 'month', count }) as const;
    // 02-29 and a month would be 03-29; 2024-03-30 is a Saturday.
    expect(deadlineOf({ start: '2023-11-30', terms: [months(3), months(1)] }, calendar)?.day).toBe('2024-04-01');
    const mixed = [months(3), { unit: 'working-day', count: 2 }] as const;
    expect(deadlineOf({ start: '2023-11-30', terms: [...mixed] }, calendar)?.day).toBe('2024-03-04');
  });

  it('stand still while suspended, first and last day included', () => {
    const start = '2023-03-01';
    const suspensions = [{ from: '2023-03-06', until: '2023-03-10' }];
    // Five days are made up: 03-16 becomes 03-21. Of five working days 03-02, 03-03 counted; then 03-13, 14, 15.
    expect(deadlineOf({ start, terms: [{ unit: 'day', count: 15 }], suspensions }, calendar)?.day).toBe('2023-03-21');
    const five = [{ unit: 'working-day', count: 5 }] as const;
    expect(deadlineOf({ start, terms: [...five], suspensions }, calendar)?.day).toBe('2023-03-15');
    const open = [{ from: '2023-03-06', until: null }];
    expect(deadlineOf({ start, terms: [...five], suspensions: open }, calendar)).toBeNull();
  });

  it('make up for a day once, and not for days behind their end', () => {
    const days15 = [{ unit: 'day', count: 15 }] as const;
    const of = (suspensions: { from: string; until: string }[]) =>
      deadlineOf({ start: '2023-03-01', terms: [...days15], suspensions }, calendar)?.day;
    // 03-06 to 03-10 and 03-10 to 03-11 are six days: 03-22.
    expect(
      of([
        { from: '2023-03-10', until: '2023-03-11' },
        { from: '2023-03-06', until: '2023-03-10' },
      ]),
    ).toBe('2023-03-22');
    expect(of([{ from: '2023-03-20', until: '2023-03-30' }])).toBe('2023-03-16');
    // Suspended on its last day and resumed on 03-20: one day is left, 03-21.
    expect(of([{ from: '2023-03-16', until: '2023-03-20' }])).toBe('2023-03-21');
  });
});

describe('the office’s date', () => {
  it('is that of its time zone', () => {
    expect(officeDay('2023-01-20T15:59:59Z')).toBe('2023-01-20');
    expect(officeDay('2023-01-20T16:00:00Z')).toBe('2023-01-21');
    expect(officeDay('2023-01-20T16:00:00Z', 'UTC')).toBe('2023-01-20');
    expect(officeDay('2024-02-29T20:00:00+08:00', 'America/New_York')).toBe('2024-02-29');
  });

  it('is refused for a zone or an instant that does not exist', () => {
    expect(() => officeDay('2023-01-20T16:00:00Z', 'Asia/Peking')).toThrow('no time zone is named Asia/Peking');
    expect(() => officeDay('yesterday')).toThrow('not an instant');
  });
});

describe('a list of days', () => {
  it('tells every fault by line', () => {
    const text =
      'date,kind,name,source\r\n2027-02-30,holiday,春节,n\r\n2027-02-06,holliday,春节,n\n\n2027-02-07,holiday,春节\n' +
      '2027-02-08,holiday,,n\n2027-02-09,holiday,春节,n\n2027-02-09,workday,春节,n\n2027-02-10,holiday,春节,\n';
    expect(readDays(text).faults).toEqual([
      { line: 2, what: '2027-02-30 is not a date of the calendar, written 2023-01-21' },
      { line: 3, what: 'the kind holliday is none of holiday, workday, week, from, until (did you mean holiday?)' },
      { line: 5, what: '3 fields where there are 4' },
      { line: 6, what: 'the name is missing' },
      { line: 8, what: '2027-02-09 stands in line 7 already' },
      { line: 9, what: 'the source is missing' },
    ]);
  });

  it('that is shipped is refused whole', () => {
    const text = 'date,kind,name,source\n2027-02-06,holliday,春节,n\n2027-02-07,holiday,春节\n';
    expect(() => readShippedDays(text, 'reference/working-days.csv')).toThrow(/^line 2: the kind .*; line 3: 3 fields/);
    expect(readShippedDays(shipped, 'reference/working-days.csv')).toEqual(days);
  });

  it('needs its header and at least one day', () => {
    expect(readDays('day,kind\n').faults).toEqual([{ line: 1, what: 'the header has to be date,kind,name,source' }]);
    expect(readDays('\uFEFFdate,kind,name,source\n').faults).toEqual([{ line: 1, what: 'the list holds no day' }]);
  });
});

/** The year a notice is for: the one after its number's. */
function noticeYear(source: string): string {
  return String(Number(/〔(\d{4})〕/.exec(source)?.[1]) + 1);
}
