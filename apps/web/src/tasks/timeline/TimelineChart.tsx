import type { TaskTimelineAnswer } from '@zhiheng/office';
import { useDeferredValue } from 'react';
import { localeOf } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { TimelineLegend } from './TimelineLegend.js';
import { TimelineLine, type TimelineLineProps } from './TimelineLine.js';
import { daysOfMonth, placeInYear, unpublishedOf } from './timeline-marks.js';
import { useMarkWords } from './useMarkWords.js';
import { walkMarks } from './walk-marks.js';

export interface TimelineChartProps {
  readonly answer: TaskTimelineAnswer;
  readonly nameOf: (key: string | null) => string;
  readonly listed: TimelineLineProps['listed'];
  readonly open: (event: React.MouseEvent<HTMLElement>) => void;
}

/** Rows that are drawn at once; those below the window follow without holding anything up. */
const atOnce = 15;

/** The year as twelve columns, a row an owner or clause, a mark a week. */
export function TimelineChart({ answer, nameOf, listed, open }: TimelineChartProps) {
  const { word, language } = useWords();
  const { year, today, handIn, rows } = answer;
  const drawn = useDeferredValue(rows, rows.slice(0, atOnce));
  const names = new Intl.DateTimeFormat(localeOf[language], { month: 'short', timeZone: 'UTC' });
  const told = useMarkWords();
  const percent = (place: number) => `${(place * 100).toFixed(2)}%`;
  const lines = [
    ['timeline-today', today],
    ['timeline-hand-in', handIn],
  ] as const;
  return (
    <div className="timeline">
      <TimelineLegend answer={answer} />
      <div className="timeline-months" aria-hidden="true">
        {Array.from({ length: 12 }, (_, index) => {
          const { from, until } = daysOfMonth(year, index + 1);
          return (
            <span key={from} style={{ flexGrow: Number(until.slice(8)) }}>
              {names.format(Date.parse(from))}
            </span>
          );
        })}
      </div>
      <div className="timeline-body">
        <div className="timeline-ground" aria-hidden="true">
          {Array.from({ length: 12 }, (_, index) => daysOfMonth(year, index + 1).from).map((from) => (
            <i key={from} className="timeline-month" style={{ left: percent(placeInYear(from, year)) }} />
          ))}
          {unpublishedOf(answer).map(({ from, until }) => (
            <i
              key={from}
              className="timeline-unpublished"
              style={{ left: percent(from), width: percent(until - from) }}
            />
          ))}
          {lines.map(([name, day]) =>
            Number(day.slice(0, 4)) === year ? (
              <i key={name} className={name} style={{ left: percent(placeInYear(day, year)) }} />
            ) : null,
          )}
        </div>
        <ol className="timeline-rows" aria-label={word('timeline.heading')} onClick={open} onKeyDown={walkMarks}>
          {drawn.map((row, index) => (
            <TimelineLine
              key={row.key ?? ''}
              row={row}
              name={nameOf(row.key)}
              year={year}
              first={index === drawn.findIndex(({ weeks }) => weeks.length > 0)}
              told={told}
              listed={listed}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}
