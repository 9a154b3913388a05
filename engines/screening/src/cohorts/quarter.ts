import type { Day } from '@zhiheng/vocabulary';

/** Number of the quarter of a day: four times the year, and 0 to 3. */
export function quarterOf(day: Day): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** `2023Q2` */
export function quarterName(quarter: number): string {
  return `${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
}
