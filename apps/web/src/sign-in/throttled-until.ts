import { Problem } from '../api/problem.js';

const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

/** When the next attempt may be made, in the time of the reader's machine; null for another fault. */
export function throttledUntil(error: unknown): string | null {
  if (!(error instanceof Problem) || error.answer.code !== 'sign-in-throttled') return null;
  const said = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(error.answer.detail ?? error.answer.title);
  return said === null ? '–' : format.format(new Date(said[0]));
}
