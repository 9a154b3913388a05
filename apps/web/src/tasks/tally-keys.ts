import type { Words } from '../words/words.js';
import type { TallyRow } from './tally-totals.js';
import type { BoardKey, TasksState } from './tasks-state.js';
import type { TaskNames } from './useTaskNames.js';

/** The name of a row of a tally. */
export function nameOfKey(by: BoardKey, key: string | null, names: TaskNames, word: Words['word']): string {
  if (key === null) return word(by === 'due' ? 'programme.no-day' : 'tasks.key.none');
  if (by === 'owner') return names.organisation(key);
  if (by === 'clause') return names.clause(key);
  return by === 'area' ? names.area(key) : key;
}

/** Whether the list can be narrowed to just the tasks of a row: an area means those within it, too. */
export function opensRow(by: BoardKey, key: string | null, rows: readonly TallyRow[]): boolean {
  if (key === null) return false;
  if (by !== 'area') return true;
  const stem = key.endsWith('0000') ? key.slice(0, 2) : key.endsWith('00') ? key.slice(0, 4) : key;
  return !rows.some((row) => row.key !== key && row.key?.startsWith(stem) === true);
}

/** The state that lists the tasks of a row alone. */
export function narrowedTo(by: BoardKey, key: string | null): TasksState {
  if (key === null) return {};
  if (by === 'due') return { from: key, until: key };
  return by === 'owner' ? { owner: key, below: undefined } : { [by]: key };
}
