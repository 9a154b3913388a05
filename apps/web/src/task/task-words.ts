import type { TaskRow, TaskState } from '@zhiheng/programme';

export type Light = TaskRow['light'];

/** Message ids of the states of a task. */
export const taskStateWords: Readonly<Record<TaskState, string>> = {
  assigned: 'task.state.assigned',
  signed: 'task.state.signed',
  'in-work': 'task.state.in-work',
  'handed-in': 'task.state.handed-in',
  returned: 'task.state.returned',
  closed: 'task.state.closed',
  withdrawn: 'task.state.withdrawn',
};

/** Message ids of the lights of a deadline. */
export const lightWords: Readonly<Record<Light, string>> = {
  'on-time': 'task.light.on-time',
  'due-soon': 'task.light.due-soon',
  late: 'task.light.late',
  none: 'task.light.none',
};

/** Message ids of the acts on a task, by their names in the flow. */
export const taskActWords: Readonly<Record<string, string>> = {
  assign: 'task.act.assign',
  sign: 'task.act.sign',
  unsign: 'task.act.unsign',
  progress: 'task.act.progress',
  milestone: 'task.act.milestone',
  evidence: 'task.act.evidence',
  strike: 'task.act.strike',
  'hand-in': 'task.act.hand-in',
  'take-back': 'task.act.take-back',
  return: 'task.act.return',
  'hand-over': 'task.act.hand-over',
  'send-back': 'task.act.send-back',
  close: 'task.act.close',
  reopen: 'task.act.reopen',
  deadline: 'task.act.deadline',
  withdraw: 'task.act.withdraw',
  restore: 'task.act.restore',
};

export function isTaskState(state: string): state is TaskState {
  return state in taskStateWords;
}
