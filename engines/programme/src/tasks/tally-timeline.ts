import { type Kysely, sql } from 'kysely';
import { openStates } from './task.js';
import { type TaskFilter, tasksWithin } from './task-conditions.js';
import type { TaskContext } from './task-context.js';
import { TaskReading } from './task-reading.js';
import { taskScope } from './task-scope.js';
import type { TaskTables } from './tasks-table.js';
import { type WeekOfYear, weekOfYear } from './weeks-of-year.js';

/** What the rows of a timeline are. */
export const timelineKeys = ['owner', 'clause'] as const;
export type TimelineKey = (typeof timelineKeys)[number];

/** Tasks of a stretch of time: open ones by their light, and those that are done with. */
export interface TimelineCounts {
  readonly late: number;
  readonly dueSoon: number;
  readonly onTime: number;
  readonly closed: number;
  readonly withdrawn: number;
}

export interface TimelineWeek extends WeekOfYear, TimelineCounts {}

export interface TimelineMonth extends TimelineCounts {
  /** 1 to 12. */
  readonly month: number;
}

/** Tasks of an owner or a clause by their last day. Weeks and months without any are left out. */
export interface TimelineRow {
  /** Null where tasks have none of it. */
  readonly key: string | null;
  readonly open: number;
  readonly late: number;
  readonly closed: number;
  readonly withdrawn: number;
  readonly weeks: readonly TimelineWeek[];
  readonly months: readonly TimelineMonth[];
  /** Those with a last day in an earlier or a later year. */
  readonly before: TimelineCounts;
  readonly after: TimelineCounts;
  /** Those without a last day. */
  readonly undated: { readonly open: number; readonly closed: number; readonly withdrawn: number };
}

type Counts = { -readonly [Key in keyof TimelineCounts]: number };
interface Counted {
  readonly key: string | null;
  readonly weeks: Map<string, Counts & WeekOfYear>;
  readonly months: Map<number, Counts>;
  readonly before: Counts;
  readonly after: Counts;
  readonly undated: { open: number; closed: number; withdrawn: number };
}

/** Tasks by row and week of a year, rows with the most late ones first. Rows read: one a key, deadline and state, not one a task. */
export async function tallyTimeline(
  database: Kysely<TaskTables>,
  asked: { readonly by: TimelineKey; readonly year: number },
  filter: TaskFilter,
  context: TaskContext,
): Promise<TimelineRow[]> {
  const reading = new TaskReading(context.now, context.rules.soon);
  const scope = taskScope(context.actor, context.tree);
  const groups = await database
    .selectFrom('programme_tasks')
    .select(({ ref }) => [ref(asked.by).as('key'), 'due', 'state', sql<number>`COUNT(*)`.as('count')])
    .where((builder) => tasksWithin(builder, { ...filter, state: filter.state ?? 'any' }, scope))
    .groupBy([asked.by, 'due', 'state'])
    .execute();
  const counted = new Map<string | null, Counted>();
  for (const { key, due, state, count } of groups) {
    const row = counted.get(key) ?? emptyRow(key);
    counted.set(key, row);
    const tasks = Number(count);
    const day = reading.due(due)?.day ?? null;
    if (day === null) {
      row.undated[standing(state)] += tasks;
      continue;
    }
    const end = standing(state);
    const light = reading.light(due);
    const kind = end !== 'open' ? end : light === 'late' ? 'late' : light === 'due-soon' ? 'dueSoon' : 'onTime';
    for (const counts of placesOf(row, day, asked.year)) counts[kind] += tasks;
  }
  return [...counted.values()].map(told).toSorted(byLateness);
}

function standing(state: string): 'open' | 'closed' | 'withdrawn' {
  if (openStates.some((one) => one === state)) return 'open';
  return state === 'closed' ? 'closed' : 'withdrawn';
}

/** What a day counts in: its week and its month, or what lies outside of the year. */
function placesOf(row: Counted, day: string, year: number): Counts[] {
  const own = Number(day.slice(0, 4));
  if (own < year) return [row.before];
  if (own > year) return [row.after];
  const week = weekOfYear(day);
  const inWeek = row.weeks.get(week.from) ?? { ...week, ...nothing() };
  row.weeks.set(week.from, inWeek);
  const month = Number(day.slice(5, 7));
  const inMonth = row.months.get(month) ?? nothing();
  row.months.set(month, inMonth);
  return [inWeek, inMonth];
}

function nothing(): Counts {
  return { late: 0, dueSoon: 0, onTime: 0, closed: 0, withdrawn: 0 };
}

function emptyRow(key: string | null): Counted {
  const undated = { open: 0, closed: 0, withdrawn: 0 };
  return { key, weeks: new Map(), months: new Map(), before: nothing(), after: nothing(), undated };
}

function told({ key, weeks, months, before, after, undated }: Counted): TimelineRow {
  const dated = [...months.values(), before, after];
  const sum = (...kinds: (keyof Counts)[]) =>
    dated.reduce((total, counts) => kinds.reduce((part, kind) => part + counts[kind], total), 0);
  return {
    key,
    open: sum('late', 'dueSoon', 'onTime') + undated.open,
    late: sum('late'),
    closed: sum('closed') + undated.closed,
    withdrawn: sum('withdrawn') + undated.withdrawn,
    weeks: [...weeks.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    months: [...months].map(([month, counts]) => ({ month, ...counts })).toSorted((a, b) => a.month - b.month),
    ...{ before, after, undated },
  };
}

function byLateness(a: TimelineRow, b: TimelineRow): number {
  return b.late - a.late || b.open - a.open || ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1);
}
