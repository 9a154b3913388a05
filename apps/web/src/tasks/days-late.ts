/** Days of the calendar from the last day of a task to a later one. */
export function daysLate(due: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000);
}
