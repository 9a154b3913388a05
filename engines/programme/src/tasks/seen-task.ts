import type { Kysely } from 'kysely';
import { tasksWithin } from './task-conditions.js';
import { noTask, type TaskContext } from './task-context.js';
import type { StoredTask } from './task-reading.js';
import { taskScope } from './task-scope.js';
import type { TaskTables } from './tasks-table.js';

/** A task, in whatever state, where the actor sees it; whatever lies outside of that is not there. Throws `not-found`. */
export async function seenTask(
  database: Pick<Kysely<TaskTables>, 'selectFrom'>,
  id: string,
  { actor, tree }: Pick<TaskContext, 'actor' | 'tree'>,
): Promise<StoredTask> {
  const row = await database
    .selectFrom('programme_tasks')
    .selectAll()
    .where('id', '=', id)
    .where((builder) => tasksWithin(builder, { state: 'any' }, taskScope(actor, tree)))
    .executeTakeFirst();
  if (row === undefined) throw noTask(id);
  return row;
}
