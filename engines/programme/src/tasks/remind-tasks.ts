import { type NewNotice, notify } from '@zhiheng/acts';
import { byActor, type Ledger } from '@zhiheng/ledger';
import { type Reminder, remindersAt, type TaskPeople } from './reminders.js';
import type { TaskContext } from './task-context.js';
import type { TaskTables } from './tasks-table.js';

export interface RemindRound {
  /** Deadlines, of tasks and of milestones, that somebody was told of now: once each, for every owner and day. */
  readonly reminded: number;
  readonly notices: number;
}

/** Reminders of one round; what is left comes with the next. */
const mostOfRound = 1000;

/**
 * Tells owners of tasks and milestones that are due soon or late, and those above them of tasks that stay late, each once. One notice an
 * account and kind, however many it is about. Doing it again tells nothing twice; without anything to tell there is no act.
 */
export function remindTasks(ledger: Ledger, context: TaskContext, people: TaskPeople): Promise<RemindRound> {
  return ledger.transact<TaskTables, RemindRound>(async (transaction) => {
    const { database, append } = transaction;
    const told = await database.selectFrom('programme_task_reminders').select(['task', 'kind', 'about']).execute();
    const known = new Set(told.map(({ task, kind, about }) => `${task} ${kind} ${about}`));
    const reminders = (await remindersAt(database, context, people))
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
    const counted = kind.startsWith('milestone-') ? 'milestones' : 'tasks';
    const args = { [counted]: tasks.length, task: tasks[0] ?? '', ...(days !== null && { days }) };
    return { account, words: `notice.task-${word}`, args };
  });
}
