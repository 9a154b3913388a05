import type { ActInput, HistoryEntry, Instances } from '@zhiheng/acts';
import type { LedgerTransaction } from '@zhiheng/ledger';
import { mayGiveTo } from './assign-tasks.js';
import { dueText } from './due.js';
import { seenTask } from './seen-task.js';
import { type Due, type KeptFile, openStates } from './task.js';
import { type TaskContext, taskFault, taskRefused } from './task-context.js';
import { taskFlowName } from './task-flow.js';
import type { StoredTask } from './task-reading.js';
import type { TaskTables } from './tasks-table.js';

type Transaction = LedgerTransaction<TaskTables>;

/** An act on a task: in the version that was looked at, left out: the newest. */
export interface TaskStep {
  readonly id: string;
  readonly version?: number | undefined;
  readonly act: string;
  readonly input?: ActInput;
  /** A new deadline: where a task goes to a new owner, is opened again, or has its last day moved. */
  readonly due?: Due | null | undefined;
  /** Of `evidence`: kept before this act. */
  readonly file?: KeptFile | undefined;
}

/** Does one act within a transaction. Throws `not-found`, `state-changed`, `four-eyes`, `not-allowed`, `act-refused`, `task-refused`. */
export async function actWithin(
  transaction: Transaction,
  instances: Instances,
  step: TaskStep,
  context: TaskContext,
): Promise<void> {
  const { id, act, file } = step;
  const { actor, now } = context;
  const task = await seenTask(transaction.database, id, context);
  const version = step.version ?? task.version;
  if (version > task.version || version < 1) {
    throw taskRefused(id, 'the task has no such version', String(version), `1 to ${task.version}`);
  }
  const input = {
    ...step.input,
    ...(file !== undefined && { file: file.sha256, bytes: file.bytes }),
    ...movedDay(task, step),
  };
  const acted = await instances.actWithin<TaskTables>(
    transaction,
    {
      ...{ flow: taskFlowName, id, version, act, actor, input, now },
      noted: { kind: `task:${act}`, object: id, tells: { owner: task.owner } },
    },
    async ({ database }, { entry }) => {
      await demandWhole(transaction, task, entry, context);
      const changes = await changesOf(transaction, task, step, entry, context);
      const standing = { state: entry.to, version: entry.version, changed_at: entry.time };
      await database
        .updateTable('programme_tasks')
        .set({ ...standing, ...changes })
        .where('id', '=', id)
        .execute();
    },
  );
  if (!acted.done) throw taskFault(acted.refusal, id);
}

/** The new last day and the one before it, for the history. Throws `task-refused` where a last day is moved to where it is. */
function movedDay({ id, due: before }: StoredTask, { act, due = null }: TaskStep): ActInput {
  const after = due === null ? null : dueText(due);
  if (act === 'deadline') {
    const expected = 'a day, or working days from today on';
    if (after === null) throw taskRefused(id, 'the act names no last day', '', expected);
    if (after === before) throw taskRefused(id, 'that is its last day already', after, 'another day');
  }
  return after === null || after === before ? {} : { due: after, ...(before !== null && { was: before }) };
}

/** A whole is not over before its parts are. */
async function demandWhole(
  { database }: Transaction,
  task: StoredTask,
  { act }: HistoryEntry,
  _: TaskContext,
): Promise<void> {
  if (act !== 'close' && act !== 'withdraw') return;
  const parts = await database
    .selectFrom('programme_tasks')
    .select('id')
    .where('parent', '=', task.id)
    .where('state', 'in', [...openStates])
    .orderBy('seq')
    .limit(4)
    .execute();
  if (parts.length === 0) return;
  throw taskRefused(
    task.id,
    'parts of the task are open',
    parts.map(({ id }) => id).join(', '),
    'parts that are closed or withdrawn',
  );
}

type Changes = Partial<Omit<StoredTask, 'id' | 'seq'>>;

/** What an act changes about the row of its task, beside its state. */
async function changesOf(
  transaction: Transaction,
  task: StoredTask,
  step: TaskStep,
  { act, input, time, ...entry }: HistoryEntry,
  context: TaskContext,
): Promise<Changes> {
  const due = step.due === undefined || step.due === null ? {} : { due: dueText(step.due) };
  const reason = String(input.reason ?? '');
  const back = { back_act: act, back_reason: reason, back_note: input.note === undefined ? null : String(input.note) };
  switch (act) {
    case 'progress':
      return { progress: String(input.state), progress_text: String(input.text), progress_at: time };
    case 'milestone':
      return markMilestone(transaction, task, Number(input.milestone), input.done === true, context);
    case 'evidence':
      return addFile(transaction, task, step, { ...entry, act, input, time });
    case 'strike':
      return strikeFile(transaction, task, String(input.file), time);
    case 'return':
    case 'send-back':
      return back;
    case 'deadline':
      return { ...due, moved: task.moved + 1 };
    case 'reopen':
      return { ...back, ...due, reopened: task.reopened + 1 };
    case 'hand-over': {
      const owner = String(input.to);
      demandNewOwner(task, owner, context);
      return { ...back, ...due, owner, area: context.tree.areaOf(owner) };
    }
    default:
      return {};
  }
}

function demandNewOwner(task: StoredTask, owner: string, { actor, tree }: TaskContext): void {
  const organisation = tree.get(owner);
  if (organisation === null || organisation.closed) {
    throw taskRefused(task.id, 'there is no such open organisation', owner, 'an organisation of `zhiheng org list`');
  }
  if (owner === task.owner) throw taskRefused(task.id, 'that is its owner already', owner, 'another organisation');
  if (!mayGiveTo(owner, { actor, tree })) {
    throw taskRefused(
      task.id,
      'tasks go to the own organisation and to those below it',
      owner,
      actor.organisation ?? '',
    );
  }
}

async function markMilestone(
  { database }: Transaction,
  { id }: StoredTask,
  place: number,
  done: boolean,
  { now }: TaskContext,
): Promise<Changes> {
  const steps = await database.selectFrom('programme_task_milestones').selectAll().where('task', '=', id).execute();
  const step = steps.find((one) => one.place === place);
  if (step === undefined)
    throw taskRefused(id, 'the task has no such milestone', String(place), `1 to ${steps.length}`);
  if ((step.done_on !== null) === done) {
    throw taskRefused(id, 'the milestone is marked so already', step.done_on ?? 'open', 'the other mark');
  }
  await database
    .updateTable('programme_task_milestones')
    .set({ done_on: done ? now.day : null })
    .where('task', '=', id)
    .where('place', '=', place)
    .execute();
  const before = steps.filter(({ done_on: day }) => day !== null).length;
  return { milestones_done: before + (done ? 1 : -1) };
}

async function addFile(
  { database }: Transaction,
  task: StoredTask,
  { file }: TaskStep,
  { version, person, time, input }: Pick<HistoryEntry, 'version' | 'person' | 'time' | 'input' | 'act'>,
): Promise<Changes> {
  if (file === undefined) throw taskRefused(task.id, 'the act names no file', '', 'a file');
  const { sha256, name, format, bytes } = file;
  const files = database.selectFrom('programme_task_files').select('version').where('task', '=', task.id);
  const standing = await files.where('sha256', '=', sha256).where('struck_at', 'is', null).executeTakeFirst();
  if (standing !== undefined)
    throw taskRefused(task.id, 'this very file stands for the task already', name, 'another file');
  const note = input.note === undefined ? null : String(input.note);
  const row = { task: task.id, version, sha256, name, format, bytes, note, person, time, struck_at: null };
  await database.insertInto('programme_task_files').values(row).execute();
  return { files: task.files + 1 };
}

async function strikeFile({ database }: Transaction, task: StoredTask, sha256: string, time: string): Promise<Changes> {
  const { numUpdatedRows } = await database
    .updateTable('programme_task_files')
    .set({ struck_at: time })
    .where('task', '=', task.id)
    .where('sha256', '=', sha256)
    .where('struck_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw taskRefused(task.id, 'no such file stands for the task', sha256, 'a file of the task');
  return { files: task.files - 1 };
}
