import { Link } from '@tanstack/react-router';
import { withoutGaps } from '../frame/without-gaps.js';
import { useWords } from '../words/words.js';
import { countWords } from './board-words.js';
import type { TallyCount } from './tally-totals.js';
import type { TasksState } from './tasks-state.js';

export interface CountCellProps {
  readonly count: TallyCount;
  readonly value: number;
  /** The state that lists the row's tasks; null where the list cannot be narrowed to them alone. */
  readonly search: TasksState | null;
}

/** What lists the tasks of a count; how often tasks were opened again counts times, not tasks. */
const narrowing: Readonly<Record<TallyCount, TasksState | null>> = {
  open: { state: undefined, light: undefined },
  late: { state: undefined, light: 'late' },
  dueSoon: { state: undefined, light: 'due-soon' },
  unsigned: { state: 'assigned', light: undefined },
  handedIn: { state: 'handed-in', light: undefined },
  returned: { state: 'returned', light: undefined },
  closed: { state: 'closed', light: undefined },
  reopened: null,
};

/** One count of a tally; it opens the tasks that it counts. */
export function CountCell({ count, value, search }: CountCellProps) {
  const { word, language } = useWords();
  const own = narrowing[count];
  return (
    <td className={`numeric tally-${count}`} data-label={word(countWords[count])}>
      {value === 0 || own === null || search === null ? (
        <span className={value === 0 ? 'unit' : undefined}>{value}</span>
      ) : (
        <Link
          className="opens"
          to="/$language/tasks"
          params={{ language }}
          search={withoutGaps({ ...search, ...own })}
          hash="task-list"
        >
          {value}
        </Link>
      )}
    </td>
  );
}
