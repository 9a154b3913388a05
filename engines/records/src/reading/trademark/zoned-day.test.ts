import { describe, expect, it } from 'vitest';
import { partialDay, zonedDay } from './zoned-day.js';

describe('zonedDay', () => {
  it.each([
    ['2000-05-09-04:00', '2000-05-09'],
    ['2000-05-09+14:00', '2000-05-09'],
    ['2000-05-09Z', '2000-05-09'],
    ['2000-05-09', '2000-05-09'],
    ['2000-05-09T23:59:59.5-11:00', '2000-05-09'],
    ['1999-12-31-12:00', '1999-12-31'],
  ])('%s stays the day it is written as', (text, day) => {
    expect(zonedDay(text, 'filed_on')).toBe(day);
  });

  it.each(['2023-02-29', '2000-05-09-0400', '09/05/2000', '2000-05', '2000-05-09 ET'])('refuses %s', (text) => {
    expect(() => zonedDay(text, 'filed_on')).toThrow(
      expect.objectContaining({ code: 'date-wrong', field: 'filed_on', found: text }),
    );
  });
});

describe('partialDay', () => {
  it.each([
    ['19951013', '1995-10-13'],
    ['1995-10-13-04:00', '1995-10-13'],
    ['19960100', null],
    ['19960000', null],
    ['1996', null],
    ['1996-01', null],
    [null, null],
  ])('%s is %s', (text, day) => {
    expect(partialDay(text, 'first_used_on')).toBe(day);
  });

  it.each(['19951340', '19951300', '19950230', 'x'])('refuses %s', (text) => {
    expect(() => partialDay(text, 'first_used_on')).toThrow(expect.objectContaining({ code: 'date-wrong' }));
  });
});
