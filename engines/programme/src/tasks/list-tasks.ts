import type { Light } from '@zhiheng/acts';
import { UserFault } from '@zhiheng/vocabulary';
import { type Kysely, sql } from 'kysely';
import { openStates, type TaskRow } from './task.js';
import { type TaskFilter, tasksWithin } from './task-conditions.js';
import type { TaskContext } from './task-context.js';
import { TaskReading } from './task-reading.js';
import { taskScope } from './task-scope.js';
import type { TaskTables } from './tasks-table.js';

export interface TaskPageAsked extends TaskFilter {
  readonly light?: Light | undefined;
  /** Only tasks with a last day from here on. */
  readonly dueFrom?: string | undefined;
  /** Only tasks with a last day up to here. */
  readonly dueUntil?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export interface TaskPage {
  /** By their last day, the earliest first; those without one last. */
  readonly tasks: readonly TaskRow[];
  /** Tasks that the filter and the days leave, whatever their light. */
  readonly total: number;
  readonly lights: Readonly<Record<Light, number>>;
  readonly next: string | null;
}

/** Tasks that share one stated deadline. */
interface DueGroup {
  readonly due: string | null;
  /** For the order: the last day, or one behind all others. */
  readonly day: string;
  readonly light: Light;
  readonly count: number;
}

const endless = '9999-12-31';

/**
 * A page of tasks. Deadlines are kept as they were stated, so their order is found first: one row a stated deadline, reckoned by the
 * calendar; then as many of those are read as the page needs.
 */
export async function listTasks(
  database: Kysely<TaskTables>,
  asked: TaskPageAsked,
  context: TaskContext,
): Promise<TaskPage> {
  const { light, after, dueFrom, dueUntil, limit = 50, ...filter } = asked;
  const reading = new TaskReading(context.now, context.rules.soon);
  const scope = taskScope(context.actor, context.tree);
  const anyDay = dueFrom === undefined && dueUntil === undefined;
  const all = (await dueGroups(database, filter, context, reading)).filter(
    ({ due, day }) => anyDay || (due !== null && day >= (dueFrom ?? '') && day <= (dueUntil ?? endless)),
  );
  const lights: Record<Light, number> = { late: 0, 'due-soon': 0, 'on-time': 0, none: 0 };
  for (const group of all) lights[group.light] += group.count;
  const page = { total: all.reduce((sum, { count }) => sum + count, 0), lights };
  const from = after === undefined ? null : placeOf(after);
  const groups = all
    .filter((group) => light === undefined || group.light === light)
    .filter((group) => from === null || group.day >= from.day)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const run = enough(groups, limit, from);
  if (run.length === 0) return { ...page, tasks: [], next: null };
  const order = new Map(run.map(({ due, day }) => [due, day]));
  const rows = await database
    .selectFrom('programme_tasks')
    .selectAll()
    .where((builder) => tasksWithin(builder, filter, scope))
    .where((builder) => duesAmong(builder, run))
    .where((builder) => {
      const begun = run.filter(({ day }) => from !== null && day === from.day);
      if (from === null || begun.length === 0) return sql<boolean>`1 = 1`;
      return builder.not(builder.and([duesAmong(builder, begun), builder('seq', '<=', from.seq)]));
    })
    .orderBy(placeInRun(run))
    .orderBy('seq')
    .limit(limit + 1)
    .execute();
  const tasks = rows.slice(0, limit).map((row) => reading.row(row));
  const last = rows[limit - 1];
  const more = rows.length > limit && last !== undefined;
  return { ...page, tasks, next: more ? `${order.get(last.due) ?? endless}~${last.seq}` : null };
}

/** One row a stated deadline of the tasks that a filter leaves, with how many there are. */
async function dueGroups(
  database: Kysely<TaskTables>,
  filter: TaskFilter,
  { actor, tree }: TaskContext,
  reading: TaskReading,
): Promise<DueGroup[]> {
  const rows = await database
    .selectFrom('programme_tasks')
    .select(['due', 'state', ({ fn }) => fn.countAll<number>().as('count')])
    .where((builder) => tasksWithin(builder, filter, taskScope(actor, tree)))
    .groupBy(['due', 'state'])
    .execute();
  const groups = new Map<string, DueGroup>();
  for (const { due, state, count } of rows) {
    const open = openStates.some((one) => one === state);
    const light = open ? reading.light(due) : 'none';
    const key = `${due ?? ''} ${light}`;
    const before = groups.get(key)?.count ?? 0;
    groups.set(key, { due, day: reading.due(due)?.day ?? endless, light, count: before + Number(count) });
  }
  return [...groups.values()];
}

/** The groups that hold at least one task more than a page, all of the last day among them. */
function enough(groups: readonly DueGroup[], limit: number, from: Place | null): DueGroup[] {
  const run: DueGroup[] = [];
  let held = 0;
  for (const group of groups) {
    if (held > limit && group.day !== run.at(-1)?.day) break;
    run.push(group);
    // Of the day where the page before ended, nobody knows yet how many are left.
    if (group.day !== from?.day) held += group.count;
  }
  return run;
}

type Builder = Parameters<typeof tasksWithin>[0];

function duesAmong(builder: Builder, groups: readonly DueGroup[]) {
  const dues = [...new Set(groups.flatMap(({ due }) => (due === null ? [] : [due])))];
  return builder.or([
    ...(dues.length === 0 ? [] : [builder('due', 'in', dues)]),
    ...(groups.some(({ due }) => due === null) ? [builder('due', 'is', null)] : []),
  ]);
}

/** The order of the days that the stated deadlines of a run come to. */
function placeInRun(run: readonly DueGroup[]) {
  const days = [...new Set(run.map(({ day }) => day))].toSorted();
  const cases = run.flatMap(({ due, day }) =>
    due === null ? [] : [sql`WHEN ${due} THEN ${sql.lit(days.indexOf(day))}`],
  );
  // A plain number would mean a column by its place.
  return sql`CASE due ${sql.join([sql`WHEN '' THEN 0`, ...cases], sql` `)} ELSE ${sql.lit(days.length)} END`;
}

interface Place {
  readonly day: string;
  readonly seq: number;
}

function placeOf(after: string): Place {
  const match = /^(\d{4}-\d{2}-\d{2})~(\d{1,9})$/.exec(after);
  if (match?.[1] === undefined) {
    throw new UserFault('usage', { found: after, values: { what: 'this is no place in the list of tasks' } });
  }
  return { day: match[1], seq: Number(match[2]) };
}
