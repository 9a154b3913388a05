import type { TaskTimelineAnswer } from '@zhiheng/office';
import type { TasksState } from '../tasks-state.js';
import type { TimelineState } from './timeline-state.js';

export type TimelineRow = TaskTimelineAnswer['rows'][number];
export type TimelineCounts = TimelineRow['before'];

/** The light of the most pressing task of a mark; `closed` where none is open. */
export type MarkLight = 'late' | 'due-soon' | 'on-time' | 'closed';

/** A number of tasks that can be opened. */
export interface Mark {
  readonly light: MarkLight;
  /** Open tasks; closed ones where none is open. */
  readonly tasks: number;
}

/** What is shown of some tasks; null where all of them were withdrawn. */
export function markOf({ late, dueSoon, onTime, closed }: TimelineCounts): Mark | null {
  const open = late + dueSoon + onTime;
  if (open === 0) return closed === 0 ? null : { light: 'closed', tasks: closed };
  return { light: late > 0 ? 'late' : dueSoon > 0 ? 'due-soon' : 'on-time', tasks: open };
}

/** The list of just those tasks that a mark counts, as the address of the board has it. */
export function listOf(
  row: Pick<TimelineRow, 'key'>,
  mark: Mark,
  days: { readonly from: string; readonly until: string },
  {
    by,
    programme,
    state,
  }: { readonly by: 'owner' | 'clause'; readonly programme: string; readonly state: TimelineState },
): TasksState | null {
  if (row.key === null) return null;
  const { owner, below } = state;
  return {
    programme,
    ...(by === 'owner' ? { owner: row.key } : { clause: row.key, ...(owner && { owner }), ...(below && { below }) }),
    ...(mark.light === 'closed' && { state: 'closed' }),
    ...days,
  };
}

/** Days of a month. */
export function daysOfMonth(year: number, month: number): { readonly from: string; readonly until: string } {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month - 1, 1)), until: day(Date.UTC(year, month, 0)) };
}

/** Where a day begins within its year, from 0 at the beginning of 1 January to 1 at the end of 31 December. */
export function placeInYear(day: string, year: number): number {
  const first = Date.UTC(year, 0, 1);
  return (Date.parse(`${day}T00:00:00Z`) - first) / (Date.UTC(year + 1, 0, 1) - first);
}

/** Where a week stands: one that is cut at the beginning of the year begins before it, so that it does not lie over the next. */
export function placeOfWeek({ from, until }: { readonly from: string; readonly until: string }, year: number): number {
  if (!from.endsWith('-01-01')) return placeInYear(from, year);
  return placeInYear(until, year) - 6 * placeInYear(`${year}-01-02`, year);
}

/** A part of the year that no published calendar covers, in the measure of `placeInYear`. */
export interface Unpublished {
  readonly from: number;
  readonly until: number;
}

/** What of a year lies beyond the published calendar. */
export function unpublishedOf({
  year,
  publishedFrom,
  publishedUntil,
}: Pick<TaskTimelineAnswer, 'year' | 'publishedFrom' | 'publishedUntil'>): Unpublished[] {
  const within = (place: number) => Math.min(1, Math.max(0, place));
  if (publishedUntil === null) return [{ from: 0, until: 1 }];
  const begin = publishedFrom === null ? 0 : within(placeInYear(publishedFrom, year));
  // The published end is a day of the calendar itself.
  const end = within(placeInYear(publishedUntil, year) + placeInYear(`${year}-01-02`, year));
  return [
    { from: 0, until: begin },
    { from: end, until: 1 },
  ].filter(({ from, until }) => from < until);
}
