import { describe, expect, it } from 'vitest';
import { serialDay } from './serial-day.js';

describe('serialDay', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [44_927, '2023-01-01'],
    [45_351, '2024-02-29'],
    [45_291.75, '2023-12-31'],
    [44_926.999_999_999, '2023-01-01'],
    [2_958_465, '9999-12-31'],
  ])('1900: %d is %s', (serial, day) => {
    expect(serialDay(serial, false)).toBe(day);
  });

  it.each([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [43_465, '2023-01-01'],
    [2_957_003, '9999-12-31'],
  ])('1904: %d is %s', (serial, day) => {
    expect(serialDay(serial, true)).toBe(day);
  });

  it('knows no day outside its range, none for the 29 February 1900, none for a time alone', () => {
    const outside = [-1, 0, 0.5, 60, 60.9, 2_958_466, Number.NaN];
    expect(outside.map((serial) => serialDay(serial, false))).toEqual(outside.map(() => null));
    expect([-1, 2_957_004].map((serial) => serialDay(serial, true))).toEqual([null, null]);
  });
});
