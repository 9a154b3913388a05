import { useDeferredValue } from 'react';
import { LightMark } from '../../task/LightMark.js';
import { localeOf } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { TimelineChartProps } from './TimelineChart.js';
import { daysOfMonth, type Mark, markOf } from './timeline-marks.js';
import { useMarkWords } from './useMarkWords.js';

/** Rows that stand before the others are drawn. */
const atOnce = 4;

/** The year by month as numbers: a table on wide pages, lines of two on narrow ones. */
export function TimelineTable({ answer, nameOf, listed, open }: TimelineChartProps) {
  const { word, language } = useWords();
  const told = useMarkWords();
  const { year, by, rows } = answer;
  // What is seen first stands at once; the rest comes without holding anything up.
  const drawn = useDeferredValue(rows, rows.slice(0, atOnce));
  const names = new Intl.DateTimeFormat(localeOf[language], { month: 'short', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, index) => ({
    ...{ month: index + 1, days: daysOfMonth(year, index + 1), name: names.format(Date.UTC(year, index, 1)) },
  }));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: each number is a link, which Enter opens by a click of its own
    <table className="timeline-table" onClick={open}>
      <caption className="unseen">{word('timeline.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{word(by === 'owner' ? 'tasks.by.owner' : 'tasks.by.clause')}</th>
          {months.map(({ month, name }) => (
            <th key={month} scope="col" className="numeric">
              {name}
            </th>
          ))}
          <th scope="col" className="numeric">
            {word('timeline.undated')}
          </th>
          <th scope="col" className="numeric">
            {word('tasks.count.open')}
          </th>
        </tr>
      </thead>
      <tbody>
        {drawn.map((row) => (
          <tr key={row.key ?? ''}>
            <th scope="row">{nameOf(row.key)}</th>
            {months.map(({ month, days, name }) => {
              const counts = row.months.find((one) => one.month === month);
              const mark = counts === undefined ? null : markOf(counts);
              return (
                <td key={month} className="numeric" data-label={mark === null ? undefined : name}>
                  {counts === undefined || mark === null ? null : (
                    <Counted mark={mark} href={listed(row, mark, days)} said={told(counts)} />
                  )}
                </td>
              );
            })}
            <td className="numeric" data-label={row.undated.open === 0 ? undefined : word('timeline.undated')}>
              {row.undated.open === 0 ? null : row.undated.open}
            </td>
            <td className="numeric" data-label={word('tasks.count.open')}>
              {row.open}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CountedProps {
  readonly mark: Mark;
  readonly href: string | undefined;
  readonly said: string;
}

function Counted({ mark, href, said }: CountedProps) {
  const { light, tasks } = mark;
  return (
    <a className="opens" href={href} title={said}>
      {light === 'closed' ? `(${tasks})` : tasks}
      {light === 'late' ? <LightMark light="late" /> : null}
    </a>
  );
}
