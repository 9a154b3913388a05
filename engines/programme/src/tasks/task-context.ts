import type { Moment, Refusal } from '@zhiheng/acts';
import { refusalFault } from '@zhiheng/acts';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { OrganisationTree } from './organisation-tree.js';
import type { TaskRules } from './task-rules.js';

/** Who asks or acts, when, under which rules and among which organisations. */
export interface TaskContext {
  readonly actor: Actor;
  readonly now: Moment;
  readonly rules: TaskRules;
  readonly tree: OrganisationTree;
}

/** A task that is not there, or not for whoever asks. */
export function noTask(id: string): UserFault {
  return new UserFault('not-found', {
    place: { field: id },
    found: id,
    expected: 'a task of `zhiheng tasks`',
    values: { name: id },
  });
}

/** Why a task cannot go on so. */
export function taskRefused(id: string, what: string, found: string, expected: string): UserFault {
  return new UserFault('task-refused', { place: { field: id }, found, expected, values: { what } });
}

/** A refusal of the flow as a fault at a task; four eyes by their own code. */
export function taskFault(refusal: Refusal, id: string): UserFault {
  const { code } = refusal;
  if (code === 'four-eyes' || code === 'second-person') {
    return new UserFault('four-eyes', { place: { field: id }, found: refusal.words.en });
  }
  const fault = refusalFault(refusal);
  return new UserFault(fault.code, { ...fault.detail, place: { field: id } });
}
