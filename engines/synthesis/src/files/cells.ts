import { type DayNumber, dayText } from '../calendar.js';

/** What the last column of each row says. */
export const label = '模拟';
export const labelColumn = '模拟数据';

const dottedDays = new Map<DayNumber, string>();

/** `2018.01.02`; empty for an event that has not come to pass. */
export function dotted(day: DayNumber | null): string {
  if (day === null) return '';
  const known = dottedDays.get(day);
  if (known !== undefined) return known;
  const text = dayText(day).replaceAll('-', '.');
  dottedDays.set(day, text);
  return text;
}

/** A cell of free text, quoted where it must be. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of CSV with its line end. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.join(',')}\n`;
}
