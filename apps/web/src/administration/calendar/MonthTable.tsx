import { localeOf } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { type Month, markOf, type YearDay } from './months-of-year.js';

export interface MonthTableProps {
  readonly year: number;
  readonly month: Month;
  /** Opens a day for change; null for whoever may not change it. */
  readonly choose: ((day: string) => void) | null;
}

/** Any week that begins on a Monday, for the names of its days. */
const monday = Date.UTC(2024, 0, 1);

/** A month of the calendar: days off and moved days of work are marked, days beyond what is published are dotted. */
export function MonthTable({ year, month: { month, weeks }, choose }: MonthTableProps) {
  const { language } = useWords();
  const locale = localeOf[language];
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1));
  const week = Array.from({ length: 7 }, (_, index) => new Date(monday + index * 86_400_000));
  const narrow = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <table className="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {week.map((day) => (
            <th key={day.getTime()} scope="col" aria-label={long.format(day)}>
              {narrow.format(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days.find((day) => day !== null)?.day}>
            {days.map((day, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in the week is what a cell is
              <td key={index}>{day === null ? null : <DayMark day={day} choose={choose} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const markWords = { holiday: 'calendar.holiday', workday: 'calendar.workday' } as const;

function DayMark({ day, choose }: { readonly day: YearDay; readonly choose: MonthTableProps['choose'] }) {
  const { word } = useWords();
  const mark = markOf(day);
  const special = mark === 'holiday' || mark === 'workday';
  const told = [
    special ? word(markWords[mark]) : null,
    day.name,
    day.provisional ? word('calendar.provisional') : null,
  ].filter((part) => part !== null);
  const className = `day-mark ${mark}${day.provisional ? ' provisional-day' : ''}`;
  const content = (
    <>
      {Number(day.day.slice(8))}
      {told.length === 0 ? null : <span className="unseen"> {told.join(' ')}</span>}
      {special ? (
        <span className="day-sign" aria-hidden="true">
          {word(mark === 'holiday' ? 'calendar.off-mark' : 'calendar.work-mark')}
        </span>
      ) : null}
    </>
  );
  const title = [day.day, ...told].join(' ');
  if (choose === null) {
    return (
      <span className={className} title={title}>
        {content}
      </span>
    );
  }
  return (
    <button type="button" className={className} title={title} onClick={() => choose(day.day)}>
      {content}
    </button>
  );
}
