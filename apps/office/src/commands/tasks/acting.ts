import type { ActInput } from '@zhiheng/acts';
import { askedDue, type TaskContext, type TaskStep } from '@zhiheng/programme';
import { reportFault, UserFault } from '@zhiheng/vocabulary';
import type { TaskRemindAnswer, TasksActed, TasksAssigned } from '../../answers-tasks.js';
import { type GivenFile, keepEvidence } from '../../tasks/evidence.js';
import { type AssignInput, newTasks } from '../../tasks/new-tasks.js';
import { taskContext } from '../../tasks/task-context.js';
import { remindOfTasks } from '../../tasks/task-reminder-timer.js';
import { tellOfTasks } from '../../tasks/tell-of-tasks.js';
import { type Command, type CommandContext, done } from '../command.js';
import { taskAnswer } from './reading.js';

/** The tasks of an act, each with the version that was looked at; left out: the newest. */
export interface OnTasks {
  readonly tasks: readonly { readonly id: string; readonly version?: number }[];
  /** True: each for itself, and told which refused; else all or none. */
  readonly each?: boolean;
  readonly note?: string;
}

type Step = Omit<TaskStep, 'id' | 'version'>;

/** Assigns tasks from a clause, a target or another task, one an owner. */
export const taskAssign: Command<AssignInput, TasksAssigned> = async (input, command) => {
  const { office, actor } = command;
  const context = await taskContext(office, actor);
  const { tasks: asked, withoutOrganisation } = await newTasks(office, input, context);
  const assigned = await office.tasks.assign(asked, context);
  const tasks = await Promise.all(assigned.map(({ id }) => taskAnswer(office, id, context)));
  const made = tasks.filter((_, at) => assigned[at]?.made === true);
  await tellOfTasks(office, context, made);
  return done({ tasks, made: made.length, standing: tasks.length - made.length, withoutOrganisation });
};

export const taskSign: Command<OnTasks, TasksActed> = (input, context) =>
  acted(input, context, () => one('sign', input));

/** A word on how it stands, with files. */
export const taskProgress: Command<
  OnTasks & { readonly state: string; readonly text: string; readonly files?: readonly GivenFile[] },
  TasksActed
> = (input, command) =>
  acted(input, command, async (_, context) => [
    ...(await evidenceSteps(input, command, context)),
    { act: 'progress', input: { state: input.state, text: input.text } },
  ]);

/** Files that stand for tasks. */
export const taskFile: Command<OnTasks & { readonly files: readonly GivenFile[] }, TasksActed> = (input, command) =>
  acted(input, command, (_, context) => evidenceSteps(input, command, context));

export const taskStrike: Command<OnTasks & { readonly file: string }, TasksActed> = (input, context) =>
  acted(input, context, () => one('strike', input, { file: input.file }));

/** `done`: false takes the mark back. */
export const taskMilestone: Command<OnTasks & { readonly milestone: number; readonly done?: boolean }, TasksActed> = (
  input,
  context,
) =>
  acted(input, context, () => [
    { act: 'milestone', input: { milestone: input.milestone, done: input.done !== false } },
  ]);

export const taskHandIn: Command<OnTasks, TasksActed> = (input, context) =>
  acted(input, context, () => one('hand-in', input));

/** An act for a named reason, with a new last day where it has one. */
export interface ReasonedInput extends OnTasks {
  readonly reason: string;
  readonly day?: string;
  readonly workingDays?: number;
}

/**
 * Sends a task back for a named reason: its owner returns it, and can say who should have it; whoever assigned it gives it to a new owner
 * (`to`), or sends back what was handed in.
 */
export const taskReturn: Command<ReasonedInput & { readonly to?: string }, TasksActed> = (input, command) =>
  acted(input, command, async (id, context) => {
    const { assignedBy, state } = await command.office.tasks.get(id, context);
    const { to, reason } = input;
    const decides = context.tree.speaksFor(context.actor, assignedBy);
    if (decides && to !== undefined) {
      return one('hand-over', input, { reason, to }).map((step) => ({ ...step, due: dueOf(input, context) }));
    }
    if (decides && state === 'handed-in') return one('send-back', input, { reason });
    return one('return', input, { reason, ...(to !== undefined && { to }) });
  });

/** Another person than those who did it closes a task, with evidence. */
export const taskClose: Command<OnTasks, TasksActed> = (input, context) =>
  acted(input, context, () => one('close', input));

export const taskReopen: Command<ReasonedInput, TasksActed> = (input, command) =>
  acted(input, command, (_, context) =>
    one('reopen', input, { reason: input.reason }).map((step) => ({ ...step, due: dueOf(input, context) })),
  );

/** Moves the last day of tasks and nothing else, for a named reason; who works on them is told, and reminded by the new day. */
export const taskDeadline: Command<ReasonedInput, TasksActed> = (input, command) =>
  acted(input, command, (_, context) =>
    one('deadline', input, { reason: input.reason }).map((step) => ({ ...step, due: dueOf(input, context) })),
  );

export const taskWithdraw: Command<OnTasks & { readonly note: string }, TasksActed> = (input, context) =>
  acted(input, context, () => one('withdraw', input));

/** Takes one's own last act back, where it can be. */
export const taskUndo: Command<OnTasks, TasksActed> = (input, command) =>
  acted(input, command, async (id, context) => {
    const { state } = await command.office.tasks.get(id, context);
    const act = { signed: 'unsign', 'handed-in': 'take-back', withdrawn: 'restore' }[state as string];
    if (act !== undefined) return [{ act }];
    const what = 'nothing of it can be taken back as it stands';
    const expected = 'a task that was just signed for, handed in or withdrawn';
    throw new UserFault('task-refused', { place: { field: id }, found: state, expected, values: { what } });
  });

/** A round of reminders now. */
export const taskRemind: Command<object, TaskRemindAnswer> = async (_, { office, actor }) =>
  done(await remindOfTasks(office, actor));

function one(act: string, { note }: OnTasks, input: ActInput = {}): Step[] {
  return [{ act, input: { ...input, ...(note !== undefined && note !== '' && { note }) } }];
}

function dueOf({ day, workingDays }: ReasonedInput, { now }: TaskContext) {
  return askedDue({ ...(day !== undefined && { day }), ...(workingDays !== undefined && { workingDays }) }, now.day);
}

/** Files are kept before the acts that name them. */
async function evidenceSteps(
  { files = [], note }: OnTasks & { readonly files?: readonly GivenFile[] },
  { office }: CommandContext,
  context: TaskContext,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const given of files) {
    const file = await keepEvidence(office, given, context);
    steps.push({ act: 'evidence', file, input: note === undefined || note === '' ? {} : { note } });
  }
  return steps;
}

async function acted(
  { tasks, each = false }: OnTasks,
  { office, actor }: CommandContext,
  stepsOf: (id: string, context: TaskContext) => readonly Step[] | Promise<readonly Step[]>,
): Promise<{ readonly json: TasksActed; readonly exit: 0 | 1 }> {
  const context = await taskContext(office, actor);
  const batches: TaskStep[][] = [];
  const refused: { id: string; fault: ReturnType<typeof reportFault> }[] = [];
  for (const { id, version } of tasks) {
    const told = await orFault(async () => stepsOf(id, context), each);
    if (told instanceof UserFault) refused.push({ id, fault: reportFault(told) });
    // Of several steps of one call, the first alone stands on what was looked at.
    else batches.push(told.map((step, at) => ({ ...step, id, ...(at === 0 && version !== undefined && { version }) })));
  }
  const acted: string[] = [];
  for (const batch of each ? batches : [batches.flat()]) {
    const fault = await orFault(() => office.tasks.act(batch, context), each);
    const ids = [...new Set(batch.map(({ id }) => id))];
    if (fault instanceof UserFault) refused.push(...ids.map((id) => ({ id, fault: reportFault(fault) })));
    else acted.push(...ids);
  }
  const answers = [];
  // A task that went to another owner may be out of sight now.
  for (const id of acted)
    if (await office.tasks.sees([id], context)) answers.push(await taskAnswer(office, id, context));
  await tellOfTasks(office, context, answers);
  return { json: { tasks: answers, refused }, exit: refused.length > 0 ? 1 : 0 };
}

async function orFault<T>(work: () => Promise<T>, each: boolean): Promise<T | UserFault> {
  try {
    return await work();
  } catch (error) {
    if (each && error instanceof UserFault) return error;
    throw error;
  }
}
