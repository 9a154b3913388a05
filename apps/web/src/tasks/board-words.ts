import type { TallyCount } from './tally-totals.js';
import type { BoardKey } from './tasks-state.js';

/** Message ids of what a board counts by. */
export const byWords: Readonly<Record<BoardKey, string>> = {
  owner: 'tasks.by.owner',
  clause: 'tasks.by.clause',
  area: 'tasks.by.area',
  due: 'tasks.by.due',
};

/** Message ids of the counts of a tally. */
export const countWords: Readonly<Record<TallyCount, string>> = {
  late: 'tasks.count.late',
  dueSoon: 'tasks.count.due-soon',
  open: 'tasks.count.open',
  unsigned: 'tasks.count.unsigned',
  handedIn: 'tasks.count.handed-in',
  returned: 'tasks.count.returned',
  closed: 'tasks.count.closed',
  reopened: 'tasks.count.reopened',
};
