import { type NewNotice, notify } from '@zhiheng/acts';
import { byActor, type Ledger } from '@zhiheng/ledger';
import { openStates } from './task.js';
import type { TaskContext } from './task-context.js';
import { TaskReading } from './task-reading.js';
import type { TaskTables } from './tasks-table.js';

/** Whom to tell of tasks: the accounts that work for an organisation, and those that oversee it. */
export interface TaskPeople {
  workersOf(organisation: string): readonly string[];
  overseersOf(organisation: string): readonly string[];
}

export interface RemindRound {
  /** Deadlines that somebody was told of now: once each, for every owner and day. */
  readonly reminded: number;
  readonly notices: number;
}

interface Reminder {
  readonly task: string;
  readonly kind: string;
  readonly about: string;
  readonly accounts: readonly string[];
}

/** Reminders of one round; what is left comes with the next. */
const mostOfRound = 1000;

/**
 * Tells owners of tasks that are due soon or late, and those above them of tasks that stay late, each once. One notice an account and kind,
 * however many tasks it is about. Doing it again tells nothing twice; without anything to tell there is no act.
 */
export function remindTasks(ledger: Ledger, context: TaskContext, people: TaskPeople): Promise<RemindRound> {
  return ledger.transact<TaskTables, RemindRound>(async (transaction) => {
    const { database, append } = transaction;
    const open = await database
      .selectFrom('programme_tasks')
      .select(['id', 'owner', 'due', 'reopened'])
      .where('state', 'in', [...openStates])
      .where('due', 'is not', null)
      .orderBy('seq')
      .execute();
    const told = await database.selectFrom('programme_task_reminders').select(['task', 'kind', 'about']).execute();
    const known = new Set(told.map(({ task, kind, about }) => `${task} ${kind} ${about}`));
    const reading = new TaskReading(context.now, context.rules.soon);
    const reminders = open
      .flatMap((task) => remindersOf(task, reading, context, people))
      .filter(({ task, kind, about, accounts }) => accounts.length > 0 && !known.has(`${task} ${kind} ${about}`))
      .slice(0, mostOfRound);
    if (reminders.length === 0) return { reminded: 0, notices: 0 };
    const { time } = context.now;
    const object = `${reminders.length} tasks`;
    const act = await append({ ...byActor(context.actor), time, kind: 'task:remind', object, hash: '' });
    for (const { task, kind, about } of reminders) {
      await database.insertInto('programme_task_reminders').values({ task, kind, about, act: act.number }).execute();
    }
    const notices = noticesOf(reminders);
    await notify(transaction, act, notices);
    return { reminded: reminders.length, notices: notices.length };
  });
}

function remindersOf(
  { id: task, owner, due, reopened }: { id: string; owner: string; due: string | null; reopened: number },
  reading: TaskReading,
  { now, rules, tree }: TaskContext,
  people: TaskPeople,
): Reminder[] {
  const light = reading.light(due);
  const about = `${due} ${owner} ${reopened}`;
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

/** One notice an account and kind; the first task stands for the others. */
function noticesOf(reminders: readonly Reminder[]): NewNotice[] {
  const groups = new Map<string, { account: string; kind: string; tasks: string[] }>();
  for (const { task, kind, accounts } of reminders) {
    for (const account of accounts) {
      const key = `${account} ${kind}`;
      const group = groups.get(key) ?? { account, kind, tasks: [] };
      group.tasks.push(task);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ account, kind, tasks }) => {
    const [word, days] = kind.startsWith('late-') ? ['escalated', Number(kind.slice(5))] : [kind, null];
    const args = { tasks: tasks.length, task: tasks[0] ?? '', ...(days !== null && { days }) };
    return { account, words: `notice.task-${word}`, args };
  });
}
