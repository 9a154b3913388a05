import { useWords } from '../../words/words.js';
import { namedDays, type YearDay } from './months-of-year.js';

/** Holidays and moved days of work with their names and the notice that set them. */
export function NamedDayTable({ days }: { readonly days: readonly YearDay[] }) {
  const { word } = useWords();
  const named = namedDays(days);
  return (
    <section className="block">
      <h2>{word('calendar.named')}</h2>
      {named.length === 0 ? <p className="empty-line">{word('calendar.named.none')}</p> : null}
      {named.length === 0 ? null : (
        <table className="named-days">
          <caption className="unseen">{word('calendar.named')}</caption>
          <thead>
            <tr>
              <th scope="col">{word('calendar.named.days')}</th>
              <th scope="col">{word('calendar.set.name')}</th>
              <th scope="col">{word('calendar.named.kind')}</th>
              <th scope="col">{word('calendar.set.source')}</th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ from, to, name, mark, source }) => (
              <tr key={from}>
                <th scope="row">{from === to ? from : word('validity.closed', { from, to })}</th>
                <td lang="zh-Hans">{name}</td>
                <td>{word(mark === 'holiday' ? 'calendar.holiday' : 'calendar.workday')}</td>
                <td className="unit" lang="zh-Hans">
                  {source ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
