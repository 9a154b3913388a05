import { Instances } from '@zhiheng/acts';
import type { LedgerTransaction } from '@zhiheng/ledger';
import { OwnFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import { dueText } from './due.js';
import { type NewTask, openStates } from './task.js';
import { tasksWithin } from './task-conditions.js';
import { noTask, type TaskContext, taskFault, taskRefused } from './task-context.js';
import { taskFlow, taskFlowName } from './task-flow.js';
import type { StoredTask } from './task-reading.js';
import { taskScope } from './task-scope.js';
import type { TaskTables } from './tasks-table.js';

type Transaction = LedgerTransaction<TaskTables>;

/** A task that was assigned now, or stood already: the same from the same origin, open with the same owner. */
export interface Assigned {
  readonly id: string;
  readonly made: boolean;
}

/**
 * Assigns tasks within a transaction, all or none. What stands already is not made again, so that whoever is not sure can ask once more.
 * Throws `task-refused`, `not-found`, `not-allowed`.
 */
export async function assignWithin(
  transaction: Transaction,
  instances: Instances,
  tasks: readonly NewTask[],
  context: TaskContext,
): Promise<Assigned[]> {
  const { database } = transaction;
  const { last } = await database
    .selectFrom('programme_tasks')
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirstOrThrow();
  let seq = Number(last ?? 0);
  const assigned: Assigned[] = [];
  for (const task of tasks) {
    const assignedBy = await demandOrigin(transaction, task, context);
    demandOwners(task, context);
    const standing = await standingTask(transaction, task);
    if (standing !== null) {
      assigned.push({ id: standing, made: false });
      continue;
    }
    seq += 1;
    const row = newRow(task, { seq, assignedBy }, context);
    await keepTask(transaction, instances, row, task, context);
    assigned.push({ id: row.id, made: true });
  }
  return assigned;
}

/** The instances of tasks under the rules and among the organisations of a moment. */
export function taskInstances(
  ledger: ConstructorParameters<typeof Instances>[0],
  { rules, tree }: TaskContext,
): Instances {
  return new Instances(ledger, [taskFlow(rules, tree)]);
}

/** For which organisation a task is assigned. A part of a task belongs to whoever owns the whole. */
async function demandOrigin({ database }: Transaction, task: NewTask, { actor, tree }: TaskContext): Promise<string> {
  const home = actor.organisation ?? tree.top();
  if (home === null) throw new OwnFault('no organisation stands at the top');
  const parent = task.parent ?? null;
  if (parent === null) return home;
  const found = await database
    .selectFrom('programme_tasks')
    .select(['owner', 'state', 'programme'])
    .where('id', '=', parent)
    .where((builder) => tasksWithin(builder, { state: 'any' }, taskScope(actor, tree)))
    .executeTakeFirst();
  if (found === undefined) throw noTask(parent);
  if (!openStates.some((state) => state === found.state)) {
    throw taskRefused(parent, 'a task that is over has no new parts', found.state, 'an open task');
  }
  if (actor.organisation !== null && tree.holds(actor.organisation, found.owner)) return actor.organisation;
  if (tree.speaksFor(actor, found.owner)) return actor.organisation ?? found.owner;
  throw taskRefused(parent, 'only its owner divides a task', actor.organisation ?? '', found.owner);
}

function demandOwners({ owner, supporting = [], title }: NewTask, { actor, tree }: TaskContext): void {
  if (title.trim() === '' || [...title].length > 300) {
    throw taskRefused(
      'title',
      'a title has 1 to 300 characters',
      title.slice(0, 40),
      'what is to be done, in short words',
    );
  }
  for (const one of [owner, ...supporting]) {
    const organisation = tree.get(one);
    if (organisation === null || organisation.closed) {
      const what = organisation === null ? 'there is no such organisation' : 'the organisation is closed';
      throw taskRefused('owner', what, one, 'an organisation of `zhiheng org list`');
    }
  }
  if (!mayGiveTo(owner, { actor, tree })) {
    throw taskRefused(
      'owner',
      'tasks go to the own organisation and to those below it',
      owner,
      actor.organisation ?? '',
    );
  }
}

/** Whether somebody may give tasks to an organisation: the whole to everyone, others to what stands below them. */
export function mayGiveTo(owner: string, { actor, tree }: Pick<TaskContext, 'actor' | 'tree'>): boolean {
  return tree.speaksFor(actor, owner);
}

async function standingTask({ database }: Transaction, task: NewTask): Promise<string | null> {
  let query = database.selectFrom('programme_tasks').select('id').where('programme', '=', task.programme);
  query = query
    .where('owner', '=', task.owner)
    .where('title', '=', task.title)
    .where('state', 'in', [...openStates]);
  for (const key of ['clause', 'target', 'parent'] as const) {
    const value = task[key] ?? null;
    query = value === null ? query.where(key, 'is', null) : query.where(key, '=', value);
  }
  return (await query.executeTakeFirst())?.id ?? null;
}

function newRow(
  task: NewTask,
  { seq, assignedBy }: { readonly seq: number; readonly assignedBy: string },
  { now, tree }: TaskContext,
): StoredTask {
  const { programme, clause = null, target = null, parent = null, title, owner, due = null, wanted = null } = task;
  return {
    ...{ id: `${programme}-${seq}`, seq, programme, clause, target, parent, title, owner, assigned_by: assignedBy },
    area: task.area ?? tree.areaOf(owner),
    due: due === null ? null : dueText(due),
    wanted,
    indicators: canonicalText(task.indicators ?? []),
    targets: canonicalText(task.targets ?? (target === null ? [] : [target])),
    ...{ state: 'assigned', version: 1, progress: null, progress_text: null, progress_at: null },
    ...{ back_act: null, back_reason: null, back_note: null, files: 0, reopened: 0, moved: 0 },
    milestones: task.milestones?.length ?? 0,
    milestones_done: 0,
    ...{ assigned_at: now.time, changed_at: now.time },
  };
}

async function keepTask(
  transaction: Transaction,
  instances: Instances,
  row: StoredTask,
  { supporting = [], milestones = [] }: NewTask,
  { actor, now }: TaskContext,
): Promise<void> {
  const { id, programme, clause, target, parent, owner, due, title, assigned_by: assignedBy } = row;
  const helpers = [...new Set(supporting)].filter((one) => one !== owner);
  const origin = { ...(clause && { clause }), ...(target && { target }), ...(parent && { parent }) };
  const acted = await instances.actWithin<TaskTables>(
    transaction,
    {
      ...{ flow: taskFlowName, id, version: 0, act: 'assign', actor, now, organisation: owner },
      facts: { programme, title, assignedBy, supporting: helpers.join(' '), ...origin },
      noted: { kind: 'task:assign', object: id, tells: { programme, owner, assignedBy, due, ...origin } },
    },
    async ({ database }) => {
      await database.insertInto('programme_tasks').values(row).execute();
      for (const organisation of helpers) {
        await database.insertInto('programme_task_supporting').values({ task: id, organisation }).execute();
      }
      for (const [at, { title: step, due: day }] of milestones.entries()) {
        const milestone = { task: id, place: at + 1, title: step, due: day, done_on: null };
        await database.insertInto('programme_task_milestones').values(milestone).execute();
      }
    },
  );
  if (!acted.done) throw taskFault(acted.refusal, id);
}
