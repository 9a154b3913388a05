import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { openStates } from './task.js';
import { type TaskFilter, tasksWithin } from './task-conditions.js';
import type { TaskContext } from './task-context.js';
import { TaskReading } from './task-reading.js';
import { taskScope } from './task-scope.js';
import type { TaskTables } from './tasks-table.js';

/** By what tasks can be counted: `due` by their last day, `parent` for the parts of tasks. */
export const tallyKeys = ['owner', 'clause', 'area', 'parent', 'due'] as const;
export type TallyKey = (typeof tallyKeys)[number];

/** Why tasks are late, the commonest first: `unsigned`, `no-evidence`, `returned`, `came-back` and `progress` with their codes. */
export interface TallyReason {
  readonly kind: 'unsigned' | 'no-evidence' | 'waits-for-closing' | 'came-back' | 'progress';
  readonly code: string | null;
  readonly tasks: number;
}

/** Closed tasks are never told without those that were opened again. */
export interface TallyRow {
  /** Null where tasks have none of it. */
  readonly key: string | null;
  readonly open: number;
  readonly unsigned: number;
  readonly handedIn: number;
  readonly returned: number;
  readonly dueSoon: number;
  readonly late: number;
  readonly closed: number;
  readonly withdrawn: number;
  /** How often tasks were opened again after they had been closed. */
  readonly reopened: number;
  readonly why: readonly TallyReason[];
}

type Counted = { -readonly [Key in Exclude<keyof TallyRow, 'key' | 'why'>]: TallyRow[Key] } & {
  readonly key: string | null;
  readonly reasons: Map<string, { kind: TallyReason['kind']; code: string | null; tasks: number }>;
};

/** Tasks counted by one of their fields, those with the most late ones first. Rows read: one a key, deadline and standing, not one a task. */
export async function tallyTasks(
  database: Kysely<TaskTables>,
  by: TallyKey,
  filter: TaskFilter,
  context: TaskContext,
): Promise<TallyRow[]> {
  const reading = new TaskReading(context.now, context.rules.soon);
  const scope = taskScope(context.actor, context.tree);
  const rows = await grouped(database, by)
    .where((builder) => tasksWithin(builder, { ...filter, state: filter.state ?? 'any' }, scope))
    .execute();
  const counted = new Map<string | null, Counted>();
  for (const row of rows) {
    const key = by === 'due' ? (reading.due(row.due)?.day ?? null) : row.key;
    const count = counted.get(key) ?? nothing(key);
    counted.set(key, count);
    const tasks = Number(row.count);
    count.reopened += Number(row.reopened);
    if (row.state === 'closed') count.closed += tasks;
    if (row.state === 'withdrawn') count.withdrawn += tasks;
    if (!openStates.some((one) => one === row.state)) continue;
    count.open += tasks;
    if (row.state === 'assigned') count.unsigned += tasks;
    if (row.state === 'handed-in') count.handedIn += tasks;
    if (row.state === 'returned') count.returned += tasks;
    const light = reading.light(row.due);
    if (light === 'due-soon') count.dueSoon += tasks;
    if (light !== 'late') continue;
    count.late += tasks;
    for (const [kind, code] of reasonsOf(row)) {
      const name = `${kind} ${code ?? ''}`;
      const reason = count.reasons.get(name) ?? { kind, code, tasks: 0 };
      reason.tasks += tasks;
      count.reasons.set(name, reason);
    }
  }
  return [...counted.values()].map(told).toSorted(by === 'due' ? byKey : byLateness);
}

interface Group {
  readonly key: string | null;
  readonly due: string | null;
  readonly state: string;
  readonly progress: string | null;
  readonly back_reason: string | null;
  readonly bare: number;
  readonly count: number;
  readonly reopened: number;
}

function grouped(database: Kysely<TaskTables>, by: TallyKey): SelectQueryBuilder<TaskTables, 'programme_tasks', Group> {
  const bare = sql<number>`CASE WHEN files = 0 THEN 1 ELSE 0 END`;
  const ended = sql<string | null>`CASE WHEN state IN ('closed', 'withdrawn') THEN NULL ELSE due END`;
  const due = by === 'due' ? sql<string | null>`due` : ended;
  return database
    .selectFrom('programme_tasks')
    .select(({ ref }) => [ref(by).as('key'), due.as('due'), bare.as('bare')])
    .select(['state', 'progress', 'back_reason'])
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number>('reopened').as('reopened')])
    .groupBy(({ ref }) => [ref(by), due, bare])
    .groupBy(['state', 'progress', 'back_reason']);
}

function reasonsOf({ state, progress, back_reason, bare }: Group): [TallyReason['kind'], string | null][] {
  const reasons: [TallyReason['kind'], string | null][] = [];
  if (back_reason !== null) reasons.push(['came-back', back_reason]);
  if (state === 'assigned') return [...reasons, ['unsigned', null]];
  if (state === 'handed-in') return [...reasons, ['waits-for-closing', null]];
  if (progress !== null) reasons.push(['progress', progress]);
  if (Number(bare) === 1) reasons.push(['no-evidence', null]);
  return reasons;
}

function nothing(key: string | null): Counted {
  return {
    ...{ key, open: 0, unsigned: 0, handedIn: 0, returned: 0, dueSoon: 0, late: 0 },
    ...{ closed: 0, withdrawn: 0, reopened: 0, reasons: new Map() },
  };
}

function told({ reasons, ...counts }: Counted): TallyRow {
  return { ...counts, why: [...reasons.values()].toSorted((a, b) => b.tasks - a.tasks) };
}

function byLateness(a: TallyRow, b: TallyRow): number {
  return b.late - a.late || b.open - a.open || byKey(a, b);
}

function byKey(a: TallyRow, b: TallyRow): number {
  return (a.key ?? '~') < (b.key ?? '~') ? -1 : 1;
}
