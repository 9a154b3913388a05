import type { TaskTimelineAnswer } from '@zhiheng/office';
import { textTable } from '../text-table.js';

type Row = TaskTimelineAnswer['rows'][number];
type Counts = Omit<Row['months'][number], 'month'>;

/** A line an owner or clause with its tasks of each month; open ones, with the late ones after a `!`, or closed ones in brackets where none is open. */
export function showTimeline({ year, today, handIn, publishedUntil, rows }: TaskTimelineAnswer): string {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  const told = rows.map((row) => ({
    ...{ key: row.key, open: row.open, late: row.late, closed: row.closed },
    ...Object.fromEntries(
      months.map((month) => [month, cell(row.months.find((one) => one.month === Number(month)) ?? null)]),
    ),
    ...{ before: cell(row.before), after: cell(row.after), undated: row.undated.open },
  }));
  const columns = ['key', 'open', 'late', 'closed', 'before', ...months, 'after', 'undated'];
  const beyond = publishedUntil === null || publishedUntil < `${year}-12-31`;
  const calendar = `; the calendar is published until ${publishedUntil ?? 'nowhere'}, days beyond are provisional`;
  return [
    `${year}: today ${today}, handed in by ${handIn}${beyond ? calendar : ''}`,
    textTable<Readonly<Record<string, unknown>>>(told, columns),
  ].join('\n');
}

function cell(counts: Counts | null): string | null {
  if (counts === null) return null;
  const { late, dueSoon, onTime, closed } = counts;
  const open = late + dueSoon + onTime;
  if (open === 0) return closed === 0 ? null : `(${closed})`;
  return late === 0 ? String(open) : `${open}!${late}`;
}
