import {
  type TallyKey,
  type TaskContext,
  type TaskFilter,
  type TaskPageAsked,
  type TaskState,
  type TimelineKey,
  tallyKeys,
  timelineKeys,
} from '@zhiheng/programme';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import type {
  TaskAnswer,
  TaskFilePreview,
  TaskListAnswer,
  TaskRulesAnswer,
  TaskShown,
  TaskTallyAnswer,
  TaskTimelineAnswer,
} from '../../answers-tasks.js';
import type { Office } from '../../office.js';
import { currentReference } from '../../reference.js';
import { bytesOf, previewOf } from '../../tasks/evidence.js';
import { taskContext } from '../../tasks/task-context.js';
import { figuresOfTask } from '../../tasks/task-figures.js';
import { type Command, done } from '../command.js';

export interface TaskAsked {
  readonly programme?: string;
  readonly owner?: string;
  /** Whether tasks of organisations below the owner count too. */
  readonly below?: boolean;
  readonly clause?: string;
  readonly target?: string;
  readonly parent?: string;
  readonly area?: string;
  readonly state?: TaskState | 'open' | 'any';
}

/** A page of tasks. Throws `not-found` for an owner that is none. */
export const taskList: Command<
  TaskAsked & Pick<TaskPageAsked, 'light' | 'dueFrom' | 'dueUntil' | 'after' | 'limit'>,
  TaskListAnswer
> = async ({ light, dueFrom, dueUntil, after, limit, ...asked }, { office, actor }) => {
  const context = await taskContext(office, actor);
  const page = { light, dueFrom, dueUntil, after, limit };
  return done(await office.tasks.list({ ...filterOf(asked, context), ...page }, context));
};

/** Tasks counted by owner, clause, area, parent or last day. Throws `usage`, `not-found`. */
export const taskTally: Command<TaskAsked & { readonly by?: TallyKey }, TaskTallyAnswer> = async (
  { by = 'owner', ...asked },
  { office, actor },
) => {
  demandKey('by', by, tallyKeys);
  const context = await taskContext(office, actor);
  const rows = await office.tasks.tally(by, filterOf({ state: 'any', ...asked }, context), context);
  return done({ by, rows: rows.map((row) => ({ ...row, owner: by === 'owner' ? row.key : null })) });
};

/** Tasks of a programme by owner or clause along the weeks of its year. Throws `usage`, `not-found`. */
export const taskTimeline: Command<
  TaskAsked & { readonly programme: string; readonly rows?: TimelineKey },
  TaskTimelineAnswer
> = async ({ rows: by = 'owner', ...asked }, { office, actor }) => {
  demandKey('rows', by, timelineKeys);
  const { id, year, handIn } = currentReference(office).programme(asked.programme);
  const context = await taskContext(office, actor);
  const { publishedFrom, publishedUntil } = context.now.calendar;
  const rows = await office.tasks.timeline({ by, year }, filterOf({ state: 'any', ...asked }, context), context);
  const bounds = { publishedFrom, publishedUntil };
  return done({ programme: id, year, by, today: context.now.day, handIn: handIn.due, ...bounds, rows });
};

/** A task with all that belongs to it. Throws `not-found`. */
export const taskShow: Command<{ readonly id: string }, TaskShown> = async ({ id }, context) => {
  const { office, actor } = context;
  const answer = await taskAnswer(office, id, await taskContext(office, actor));
  return done({ ...answer, ...(await figuresOfTask(answer, context)) });
};

/** How tasks run: their lights, reasons and words. */
export const taskRules: Command<object, TaskRulesAnswer> = async (_, { office, actor }) =>
  done((await taskContext(office, actor)).rules);

/** A file of a task in words and numbers. Throws `not-found`. */
export const taskFilePreview: Command<{ readonly id: string; readonly file: string }, TaskFilePreview> = async (
  { id, file: sha256 },
  { office, actor },
) => {
  const found = await bytesOf(office, await office.tasks.get(id, await taskContext(office, actor)), sha256);
  return done({ file: found.file, ...(await previewOf(found)) });
};

/** By what tasks are counted, which the terminal may say wrongly. Throws `usage`. */
function demandKey(field: string, key: string, keys: readonly string[]): void {
  if (keys.includes(key)) return;
  const near = nearestWord(key, keys);
  const values = { what: `tasks are not counted by ${key}` };
  throw new UserFault('usage', {
    ...{ place: { field }, found: key, expected: keys.join(', '), values },
    ...(near && { didYouMean: near }),
  });
}

/** A task as acts answer it. */
export async function taskAnswer({ tasks }: Office, id: string, context: TaskContext): Promise<TaskAnswer> {
  return {
    ...(await tasks.get(id, context)),
    acts: (await tasks.possible(id, context)).map(({ act }) => act),
    parts: await tasks.parts(id, context),
  };
}

function filterOf({ owner, below = false, ...asked }: TaskAsked, { tree }: TaskContext): TaskFilter {
  if (owner === undefined) return asked;
  if (tree.get(owner) === null) {
    const near = nearestWord(owner, tree.ids());
    const expected = 'an organisation of `zhiheng org list`';
    throw new UserFault('not-found', {
      found: owner,
      expected,
      values: { name: owner },
      ...(near && { didYouMean: near }),
    });
  }
  return { ...asked, owners: below ? tree.subtree(owner) : [owner] };
}
