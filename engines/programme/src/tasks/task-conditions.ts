import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { openStates, type TaskState } from './task.js';
import type { TaskScope } from './task-scope.js';
import type { TaskTables } from './tasks-table.js';

type Builder = ExpressionBuilder<TaskTables, 'programme_tasks'>;
type Condition = Expression<SqlBool>;

/** Which tasks are asked for; what is left out narrows nothing. */
export interface TaskFilter {
  readonly programme?: string | undefined;
  /** Organisations that own them. */
  readonly owners?: readonly string[] | undefined;
  readonly clause?: string | undefined;
  readonly target?: string | undefined;
  /** Parts of this task. */
  readonly parent?: string | undefined;
  /** GB/T 2260: a province means its cities and counties too. */
  readonly area?: string | undefined;
  /** Left out: those in which somebody still has something to do. */
  readonly state?: TaskState | 'open' | 'any' | undefined;
}

/** What a filter and the sight of an actor leave of tasks, as one condition. */
export function tasksWithin(builder: Builder, filter: TaskFilter, scope: TaskScope): Condition {
  return builder.and([...asked(builder, filter), seen(builder, scope)]);
}

function asked(builder: Builder, filter: TaskFilter): Condition[] {
  const conditions: Condition[] = [];
  for (const key of ['programme', 'clause', 'target', 'parent'] as const) {
    const value = filter[key];
    if (value !== undefined) conditions.push(builder(key, '=', value));
  }
  if (filter.owners !== undefined) conditions.push(among(builder, 'owner', filter.owners));
  if (filter.area !== undefined) conditions.push(within(builder, filter.area));
  const state = filter.state ?? 'open';
  if (state === 'open') conditions.push(builder('state', 'in', [...openStates]));
  else if (state !== 'any') conditions.push(builder('state', '=', state));
  return conditions;
}

/** Nothing that lies outside of a scope is there for whoever asks. */
function seen(builder: Builder, scope: TaskScope): Condition {
  if (scope.all) return sql<SqlBool>`1 = 1`;
  const { organisations, areas } = scope;
  if (organisations.length === 0) return sql<SqlBool>`1 = 0`;
  const supported = builder
    .selectFrom('programme_task_supporting')
    .select('task')
    .whereRef('programme_task_supporting.task', '=', 'programme_tasks.id')
    .where('organisation', 'in', [...organisations]);
  const own = builder.or([
    among(builder, 'owner', organisations),
    among(builder, 'assigned_by', organisations),
    builder.exists(supported),
  ]);
  if (areas === 'everywhere') return own;
  const inAreas = areas.map((area) => within(builder, area));
  return builder.and([own, builder.or([builder('area', 'is', null), ...inAreas])]);
}

function among(builder: Builder, column: 'owner' | 'assigned_by', organisations: readonly string[]): Condition {
  return organisations.length === 0 ? sql<SqlBool>`1 = 0` : builder(column, 'in', [...organisations]);
}

/** As `covers` of the room of rights has it, for a column: codes of one length compare as texts of digits. */
function within(builder: Builder, area: string): Condition {
  if (!/^\d{6}$/.test(area)) return builder('area', '=', area);
  const last = area.endsWith('0000') ? `${area.slice(0, 2)}9999` : area.endsWith('00') ? `${area.slice(0, 4)}99` : area;
  return builder.and([builder('area', '>=', area), builder('area', '<=', last)]);
}
