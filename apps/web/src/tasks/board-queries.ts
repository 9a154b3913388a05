import type { TallyQuery, TasksQuery } from '../api/task-queries.js';
import { type TasksState, turnedPages } from './tasks-state.js';

/** Tasks of the list that a state of the board asks for. */
export function listAsked(state: TasksState): TasksQuery {
  const { programme, owner, clause, area, from, until } = state;
  return {
    ...{ programme, owner, clause, area, state: state.state, light: state.light, dueFrom: from, dueUntil: until },
    below: owner !== undefined && state.below === 'yes' ? true : undefined,
    ...{ limit: 50, after: turnedPages(state.after).at(-1) },
  };
}

/** What the tally above it counts: what it is told by is not narrowed by one of its own, so that the others stay in sight. */
export function tallyAsked(state: TasksState, newest: string | undefined): TallyQuery {
  const { by = 'owner', programme, owner, clause, area } = state;
  const below = owner !== undefined && state.below === 'yes';
  return {
    by,
    // A clause is a clause of one programme.
    programme: programme ?? (by === 'clause' ? newest : undefined),
    owner: by === 'owner' && !below ? undefined : owner,
    below: below || undefined,
    clause: by === 'clause' ? undefined : clause,
    area: by === 'area' ? undefined : area,
  };
}
