import { type Light, lightOf, type Moment } from '@zhiheng/acts';
import type { Selectable } from 'kysely';
import { dueOfText, lastDay } from './due.js';
import { openStates, type ReckonedDue, type TaskMilestone, type TaskRow, type TaskState } from './task.js';
import type { TaskTables } from './tasks-table.js';

export type StoredTask = Selectable<TaskTables['programme_tasks']>;

/** Reads rows of tasks at one moment: each stated deadline is reckoned once by the calendar as it stands. */
export class TaskReading {
  readonly #now: Pick<Moment, 'day' | 'calendar'>;
  readonly #soon: number;
  readonly #reckoned = new Map<string, { readonly due: ReckonedDue; readonly light: Light }>();

  constructor(now: Pick<Moment, 'day' | 'calendar'>, soon: number) {
    this.#now = now;
    this.#soon = soon;
  }

  /** The deadline of a text as the ledger keeps it. */
  due(text: string | null): ReckonedDue | null {
    return text === null ? null : this.#read(text).due;
  }

  /** The light of a deadline that is still to be kept. */
  light(text: string | null): Light {
    return text === null ? 'none' : this.#read(text).light;
  }

  row(stored: StoredTask): TaskRow {
    const { id, programme, clause, target, parent, title, owner, area, wanted, version } = stored;
    const { files, reopened, moved } = stored;
    const state = stored.state as TaskState;
    return {
      ...{ id, programme, clause, target, parent, title, owner, assignedBy: stored.assigned_by, area, state, version },
      due: this.due(stored.due),
      light: openStates.some((one) => one === state) ? this.light(stored.due) : 'none',
      wanted,
      progress:
        stored.progress === null
          ? null
          : { state: stored.progress, text: stored.progress_text ?? '', time: stored.progress_at ?? '' },
      cameBack:
        stored.back_act === null
          ? null
          : { act: stored.back_act, reason: stored.back_reason ?? '', note: stored.back_note },
      milestones: { of: stored.milestones, done: stored.milestones_done },
      ...{ files, reopened, moved, assignedAt: stored.assigned_at, changedAt: stored.changed_at },
    };
  }

  milestone(row: Selectable<TaskTables['programme_task_milestones']>, open: boolean): TaskMilestone {
    const { place, title, due, done_on: doneOn } = row;
    return { place, title, due, doneOn, light: open && doneOn === null ? this.light(due) : 'none' };
  }

  #read(text: string) {
    const known = this.#reckoned.get(text);
    if (known !== undefined) return known;
    const stated = dueOfText(text);
    const last = lastDay(stated, this.#now.calendar);
    const read = { due: { ...last, stated }, light: lightOf(last.day, this.#now, this.#soon) };
    this.#reckoned.set(text, read);
    return read;
  }
}
