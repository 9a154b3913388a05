import type { Kysely } from 'kysely';
import { openStates, type TaskState } from './task.js';
import type { TaskContext } from './task-context.js';
import { TaskReading } from './task-reading.js';
import type { TaskTables } from './tasks-table.js';

/** Whom to tell of tasks: the accounts that work for an organisation, and those that oversee it. */
export interface TaskPeople {
  workersOf(organisation: string): readonly string[];
  overseersOf(organisation: string): readonly string[];
}

/** Something that somebody is to be told of a deadline, once: the same `task`, `kind` and `about` is not told again. */
export interface Reminder {
  readonly task: string;
  readonly kind: string;
  readonly about: string;
  readonly accounts: readonly string[];
}

type Tables = Pick<Kysely<TaskTables>, 'selectFrom'>;

/** States in which whoever owns a task can mark its milestones. */
const ownersStates: readonly TaskState[] = ['assigned', 'signed', 'in-work'];

/** Everything that could be told of deadlines at a moment, told before or not: tasks first, then milestones. */
export async function remindersAt(database: Tables, context: TaskContext, people: TaskPeople): Promise<Reminder[]> {
  const reading = new TaskReading(context.now, context.rules.soon);
  const tasks = await database
    .selectFrom('programme_tasks')
    .select(['id', 'owner', 'due', 'reopened', 'moved'])
    .where('state', 'in', [...openStates])
    .where('due', 'is not', null)
    .orderBy('seq')
    .execute();
  const milestones = await database
    .selectFrom('programme_task_milestones as step')
    .innerJoin('programme_tasks as task', 'task.id', 'step.task')
    .select(['task.id', 'task.owner', 'task.reopened', 'step.place', 'step.due'])
    .where('task.state', 'in', [...ownersStates])
    .where('step.done_on', 'is', null)
    .where('step.due', 'is not', null)
    .orderBy('task.seq')
    .orderBy('step.place')
    .execute();
  return [
    ...tasks.flatMap((task) => ofTask(task, reading, context, people)),
    ...milestones.flatMap(({ id: task, owner, reopened, place, due }): Reminder[] => {
      const light = reading.light(due);
      if (light !== 'due-soon' && light !== 'late') return [];
      const about = `${due} ${owner} ${reopened} milestone ${place}`;
      return [{ task, kind: `milestone-${light}`, about, accounts: people.workersOf(owner) }];
    }),
  ];
}

interface Dated {
  readonly id: string;
  readonly owner: string;
  readonly due: string | null;
  readonly reopened: number;
  readonly moved: number;
}

function ofTask(
  { id: task, owner, due, reopened, moved }: Dated,
  reading: TaskReading,
  { now, rules, tree }: TaskContext,
  people: TaskPeople,
): Reminder[] {
  const light = reading.light(due);
  // A day that was moved away and back is another one.
  const about = `${due} ${owner} ${reopened}${moved === 0 ? '' : ` moved ${moved}`}`;
  const told = (kind: string, accounts: readonly string[]) => ({ task, kind, about, accounts });
  if (light === 'due-soon') return [told('due-soon', people.workersOf(owner))];
  const day = reading.due(due)?.day;
  if (light !== 'late' || day === undefined) return [];
  const over = now.calendar.workingDaysBetween(day, now.day).days;
  const escalated = rules.escalations.flatMap(({ after, up }) => {
    const above = over >= after ? tree.above(owner, up) : null;
    return above === null ? [] : [told(`late-${after}`, people.overseersOf(above))];
  });
  return [told('late', people.workersOf(owner)), ...escalated];
}
