import { type RemindRound, remindTasks } from '@zhiheng/programme';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { taskContext } from './task-context.js';
import { taskPeople } from './task-people.js';

/** Tells of tasks whose deadline is near or over; nobody is told of one twice. */
export async function remindOfTasks(office: Office, actor: Actor): Promise<RemindRound> {
  const context = await taskContext(office, actor);
  return remindTasks(office.ledger, context, await taskPeople(office, context));
}

/** Milliseconds between two rounds; a new day has one at once. */
const every = 10 * 60_000;

/** Reminds of tasks while a server runs. */
export class TaskReminderTimer {
  readonly #office: Office;
  readonly #actor: Actor;
  #last: { readonly day: string; readonly at: number } | null = null;

  /** `actor`: in whose name the notices are made. */
  constructor(office: Office, actor: Actor) {
    this.#office = office;
    this.#actor = { ...actor, surface: { kind: 'job', address: null } };
  }

  /** Has a round when its time has come; true when it did. */
  async tick(): Promise<boolean> {
    const [day, at] = [this.#office.today(), this.#office.clock.now().getTime()];
    if (this.#last?.day === day && at - this.#last.at < every) return false;
    this.#last = { day, at };
    if (!(await this.#office.hasAccounts())) return true;
    await remindOfTasks(this.#office, this.#actor);
    return true;
  }
}
