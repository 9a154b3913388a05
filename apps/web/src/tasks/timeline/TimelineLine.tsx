import { memo } from 'react';
import { useWords } from '../../words/words.js';
import type { TasksState } from '../tasks-state.js';
import { type Mark, markOf, placeOfWeek, type TimelineCounts, type TimelineRow } from './timeline-marks.js';

export interface TimelineLineProps {
  readonly row: TimelineRow;
  readonly name: string;
  readonly year: number;
  /** Whether Tab comes to its first mark. */
  readonly first: boolean;
  /** Tells counts in words. */
  readonly told: (counts: TimelineCounts) => string;
  /** The address that lists the tasks of a mark; null where they cannot be told apart. */
  readonly listed: (
    row: TimelineRow,
    mark: Mark,
    days: Required<Pick<TasksState, 'from' | 'until'>>,
  ) => string | undefined;
}

/** An owner or a clause along the year: a mark a week in which tasks have their last day. */
export const TimelineLine = memo(function TimelineLine({ row, name, year, first, told, listed }: TimelineLineProps) {
  const { word } = useWords();
  const marks = row.weeks.flatMap((week) => {
    const mark = markOf(week);
    return mark === null ? [] : [{ week, mark }];
  });
  return (
    <li>
      <span className="timeline-name" title={name}>
        {name}
      </span>
      <span className="timeline-late numeric">
        {row.late === 0 ? null : word('timeline.count.late', { tasks: row.late })}
      </span>
      <span className="timeline-track">
        {marks.map(({ week, mark }, index) => {
          const { from, until } = week;
          const said = `${from} – ${until} ${told(week)}`;
          return (
            <a
              key={from}
              className={`mark-${mark.light}`}
              href={listed(row, mark, { from, until })}
              title={`${name}\n${said}`}
              aria-label={`${mark.tasks} ${name} ${said}`}
              tabIndex={first && index === 0 ? 0 : -1}
              data-place={placeOfWeek(week, year).toFixed(3)}
              style={{ left: `${(placeOfWeek(week, year) * 100).toFixed(2)}%` }}
            >
              {mark.tasks}
            </a>
          );
        })}
      </span>
    </li>
  );
});
