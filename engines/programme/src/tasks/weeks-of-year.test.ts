import { expect, it } from 'vitest';
import { weekOfYear } from './weeks-of-year.js';

it('a week begins on its Monday and is cut at the ends of its year', () => {
  // 1 January 2023 is a Sunday, 31 December 2024 a Tuesday, 1 January 1968 a Monday.
  expect(weekOfYear('2023-01-01')).toEqual({ from: '2023-01-01', until: '2023-01-01' });
  expect(weekOfYear('2023-01-02')).toEqual({ from: '2023-01-02', until: '2023-01-08' });
  expect(weekOfYear('2023-01-08')).toEqual({ from: '2023-01-02', until: '2023-01-08' });
  expect(weekOfYear('2024-12-31')).toEqual({ from: '2024-12-30', until: '2024-12-31' });
  expect(weekOfYear('2025-01-01')).toEqual({ from: '2025-01-01', until: '2025-01-05' });
  expect(weekOfYear('1968-01-03')).toEqual({ from: '1968-01-01', until: '1968-01-07' });
});
