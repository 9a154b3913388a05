import { describe, expect, it } from 'vitest';
import { evaluate, evaluateDate } from './evaluate.js';
import { parseDate, parseExpression } from './parse-expression.js';

const columns = { a: 'date', b: 'date' } as const;
const moved = (a: string, move: string) => evaluateDate(parseDate(`a ${move}`, columns), { a });

/** Days, months and month boundaries between two days, found by asking for each number. */
function between(a: string | null, b: string | null, measure: string): number | null {
  const tree = (test: string) => evaluate(parseExpression(test, columns), { a, b });
  if (tree(`${measure}(a, b) is null`) === true) return null;
  for (let number = 0; ; number += 1) {
    for (const sign of [number, -number]) if (tree(`${measure}(a, b) = ${sign}`) === true) return sign + 0;
  }
}

describe('moved dates', () => {
  it.each([
    ['2003-05-06', '+ 20 years', '2023-05-06'],
    ['2024-02-29', '+ 1 years', '2025-02-28'],
    ['2024-02-29', '- 1 years', '2023-02-28'],
    ['2024-02-29', '+ 4 years', '2028-02-29'],
    ['1896-02-29', '+ 4 years', '1900-02-28'],
    ['2024-02-29', '- 24 years', '2000-02-29'],
    ['2022-01-31', '+ 1 months', '2022-02-28'],
    ['2024-01-31', '+ 1 months', '2024-02-29'],
    ['2022-01-31', '+ 15 months', '2023-04-30'],
    ['2022-03-31', '- 1 months', '2022-02-28'],
    ['2022-01-15', '- 13 months', '2020-12-15'],
    ['2022-12-31', '+ 12 months', '2023-12-31'],
    ['2023-02-28', '+ 2 days', '2023-03-02'],
    ['2024-02-28', '+ 2 days', '2024-03-01'],
    ['2024-03-01', '- 1 days', '2024-02-29'],
    // One after the other, not at once: the end of February is lost on the way.
    ['2024-01-31', '+ 1 months + 1 months', '2024-03-29'],
    ['2024-01-31', '- 1 days + 1 months', '2024-02-29'],
  ])('%s %s is %s', (day, move, expected) => {
    expect(moved(day, move)).toBe(expected);
  });

  it('order behind and before all days of four digits', () => {
    expect(evaluate(parseExpression('a + 1 years > 9999-12-31', columns), { a: '9999-01-01' })).toBe(true);
    expect(evaluate(parseExpression('a - 1 days < 0001-01-01', columns), { a: '0001-01-01' })).toBe(true);
  });

  it('are open where the date is', () => {
    expect(evaluateDate(parseDate('a - 6 months', columns), { a: null })).toBeNull();
  });
});

describe('what lies between two days', () => {
  // a, b, days, complete months, month boundaries: counted on a calendar
  it.each([
    // 334 days to 31 December, 150 to 30 May: 2023-05-31 would be the sixteenth month.
    ['2022-01-31', '2023-05-30', 484, 15, 16],
    ['2022-01-31', '2023-05-31', 485, 16, 16],
    // April has no 31st: its last day completes the month.
    ['2022-01-31', '2023-04-30', 454, 15, 15],
    ['2022-01-31', '2022-02-28', 28, 1, 1],
    ['2024-01-31', '2024-02-28', 28, 0, 1],
    ['2024-01-31', '2024-02-29', 29, 1, 1],
    ['2024-02-29', '2025-02-28', 365, 12, 12],
    ['2024-02-29', '2028-02-28', 1460, 47, 48],
    ['2024-02-29', '2028-02-29', 1461, 48, 48],
    ['2022-12-31', '2023-01-01', 1, 0, 1],
    ['2023-05-06', '2023-05-06', 0, 0, 0],
    ['2023-05-06', '2023-06-05', 30, 0, 1],
    // Reversed: back four months is 30 January, on or before the 31st; on or before the 29th only five months back are.
    ['2022-05-30', '2022-01-31', -119, -4, -4],
    ['2022-05-30', '2022-01-29', -121, -5, -4],
    ['2023-03-01', '2023-02-28', -1, -1, -1],
    [null, '2023-02-28', null, null, null],
    ['2023-02-28', null, null, null, null],
  ])('%s and %s: %s days, %s months, %s boundaries', (a, b, days, months, boundaries) => {
    expect(between(a, b, 'days')).toBe(days);
    expect(between(a, b, 'months')).toBe(months);
    expect(between(a, b, 'month_boundaries')).toBe(boundaries);
  });
});
