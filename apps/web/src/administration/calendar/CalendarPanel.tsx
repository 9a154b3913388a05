import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calendarQuery } from '../../api/people-queries.js';
import { may } from '../../api/session.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PanelProps } from '../organisations/OrganisationsPanel.js';
import { DayForm } from './DayForm.js';
import { DeadlineBlock } from './DeadlineBlock.js';
import { EditHistory } from './EditHistory.js';
import { ImportForm } from './ImportForm.js';
import { MonthTable } from './MonthTable.js';
import { monthsOf } from './months-of-year.js';
import { NamedDayTable } from './NamedDayTable.js';

/** The days of work of a year, how they came to be so, and what counting them gives. */
export function CalendarPanel({ view, session }: PanelProps) {
  const { word } = useWords();
  const [day, setDay] = useState<string | null>(null);
  const asked = view.state.year === undefined ? undefined : Number(view.state.year);
  const { data, error, refetch } = useQuery(calendarQuery(asked));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} tall />;
  const change = may(session, 'calendar:change');
  const turn = (year: number) => view.set({ year: String(year) });
  return (
    <>
      <div className="year-turns">
        <button type="button" onClick={() => turn(data.year - 1)}>
          {word('calendar.year-before')}
        </button>
        <h2>{data.year}</h2>
        <button type="button" onClick={() => turn(data.year + 1)}>
          {word('calendar.year-after')}
        </button>
        <p className="remark">
          {data.publishedUntil === null
            ? word('calendar.unpublished')
            : word('calendar.published', { from: data.publishedFrom ?? '–', until: data.publishedUntil })}
        </p>
      </div>
      <ul className="legend">
        <li>
          <span className="day-mark holiday">{word('calendar.off-mark')}</span> {word('calendar.holiday')}
        </li>
        <li>
          <span className="day-mark workday">{word('calendar.work-mark')}</span> {word('calendar.workday')}
        </li>
        <li>
          <span className="day-mark provisional-day">7</span> {word('calendar.provisional')}
        </li>
      </ul>
      <div className="months">
        {monthsOf(data.days).map((month) => (
          <MonthTable key={month.month} year={data.year} month={month} choose={change ? setDay : null} />
        ))}
      </div>
      {change && day !== null ? (
        <DayForm
          key={day}
          day={data.days.find((one) => one.day === day) ?? null}
          date={day}
          close={() => setDay(null)}
        />
      ) : null}
      <DeadlineBlock />
      <NamedDayTable days={data.days} />
      {change ? <ImportForm /> : null}
      <EditHistory edits={data.edits} year={data.year} />
    </>
  );
}
