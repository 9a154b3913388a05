import { describe, expect, it } from 'vitest';
import { dayReader } from './calendar-day.js';

describe('dayReader', () => {
  it.each([
    ['YYYY-MM-DD', '2023-02-28', '2023-02-28'],
    ['YYYY.MM.DD', '2023.02.28', '2023-02-28'],
    ['YYYY/M/D', '2023/2/8', '2023-02-08'],
    ['YYYY/M/D', '2023/02/08', '2023-02-08'],
    ['YYYYMMDD', '20240229', '2024-02-29'],
    ['YYYY年M月D日', '2023年12月5日', '2023-12-05'],
    ['DD/MM/YYYY', '14/06/1991', '1991-06-14'],
  ])('%s reads %s', (pattern, text, day) => {
    expect(dayReader(pattern)?.(text)).toBe(day);
  });

  it.each([
    ['YYYY-MM-DD', '2023-02-29', 'no leap year'],
    ['YYYY-MM-DD', '1900-02-29', 'no leap year by the rule of hundreds'],
    ['YYYY-MM-DD', '2023-13-01', 'month 13'],
    ['YYYY-MM-DD', '2023-00-10', 'month 0'],
    ['YYYY-MM-DD', '2101-01-01', 'after 2100'],
    ['YYYY-MM-DD', '0001-01-01', 'a placeholder'],
    ['YYYY-MM-DD', '2023.02.28', 'another pattern'],
    ['YYYY.MM.DD', '2023x02x28', 'a point that is no point'],
    ['YYYY-MM-DD', '2023-2-8', 'digits missing'],
    ['YYYYMMDD', '20230228 00:00', 'a time'],
  ])('%s refuses %s: %s', (pattern, text) => {
    const read = dayReader(pattern);
    expect([read?.(text), read?.(text)]).toEqual([null, null]);
  });

  it.each(['YYYY-MM', 'MM-DD', 'YYYY-MM-DD-DD', 'yyyy-mm-dd', ''])('%s is no pattern', (pattern) => {
    expect(dayReader(pattern)).toBeNull();
  });
});
