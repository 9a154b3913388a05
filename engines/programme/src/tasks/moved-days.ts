import type { Instance } from '@zhiheng/acts';
import { OwnFault } from '@zhiheng/vocabulary';
import type { MovedDay } from './task.js';
import type { TaskReading } from './task-reading.js';

/** The last days that acts of a history moved, reckoned by the calendar as it stands. */
export function movedDays({ id, history }: Pick<Instance, 'id' | 'history'>, reading: TaskReading): MovedDay[] {
  return history.flatMap(({ act, input, person, time }) => {
    const { due, was, reason, note } = input;
    if (due === undefined) return [];
    const to = reading.due(String(due));
    if (to === null) throw new OwnFault(`the history of ${id} moves a last day to none`);
    return [
      {
        ...{ from: was === undefined ? null : reading.due(String(was)), to, act, person, time },
        ...{ reason: String(reason ?? ''), note: note === undefined ? null : String(note) },
      },
    ];
  });
}
