import type { NewNotice } from '@zhiheng/acts';
import type { Task, TaskContext } from '@zhiheng/programme';
import type { Office } from '../office.js';
import { tell } from '../people/tell.js';
import { taskPeople } from './task-people.js';

/** Acts that others are told of, and whom: those who work on the task, or those who oversee it. */
const tellings: Readonly<Record<string, 'workers' | 'overseers'>> = {
  assign: 'workers',
  'hand-over': 'workers',
  'send-back': 'workers',
  close: 'workers',
  reopen: 'workers',
  deadline: 'workers',
  withdraw: 'workers',
  'hand-in': 'overseers',
  return: 'overseers',
};

/** Tells of what was done with tasks: one notice an account, however many tasks it is about. */
export async function tellOfTasks(office: Office, context: TaskContext, tasks: readonly Task[]): Promise<void> {
  if (!(await office.hasAccounts())) return;
  const people = await taskPeople(office, context);
  const groups = new Map<string, { account: string; act: string; tasks: string[] }>();
  for (const { id, owner, assignedBy, history } of tasks) {
    const act = history.at(-1)?.act ?? '';
    const whom = tellings[act];
    if (whom === undefined) continue;
    for (const account of whom === 'workers' ? people.workersOf(owner) : people.overseersOf(assignedBy)) {
      const group = groups.get(`${account} ${act}`) ?? { account, act, tasks: [] };
      group.tasks.push(id);
      groups.set(`${account} ${act}`, group);
    }
  }
  const notices: NewNotice[] = [...groups.values()].map(({ account, act, tasks: ids }) => ({
    account,
    words: `notice.task-${act}`,
    args: { tasks: ids.length, task: ids[0] ?? '', by: context.actor.person },
  }));
  await tell(office, context.actor, notices);
}
