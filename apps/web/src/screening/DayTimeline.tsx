import type { ScreenGroupShown } from '@zhiheng/office';
import { useWords } from '../words/words.js';

const [width, height, edge] = [640, 96, 24] as const;
const dayMilliseconds = 86_400_000;

/** Filing days of the members as bars over time, with the days as a table beside. */
export function DayTimeline({ days }: { readonly days: ScreenGroupShown['days'] }) {
  const { word } = useWords();
  const dated = days.flatMap(({ day, members }) =>
    day === null ? [] : [{ day, members, at: Date.parse(day) / dayMilliseconds }],
  );
  const undated = days.find(({ day }) => day === null)?.members ?? 0;
  const [first, last] = [dated[0], dated.at(-1)];
  const most = Math.max(...dated.map(({ members }) => members), 1);
  const span = (last?.at ?? 0) - (first?.at ?? 0);
  const placeOf = (at: number) =>
    span === 0 ? width / 2 : edge + ((at - (first?.at ?? 0)) / span) * (width - 2 * edge);
  const bar = Math.max(3, Math.min(12, (width - 2 * edge) / (span + 1) - 1));
  return (
    <section className="block" aria-labelledby="group-days">
      <h3 id="group-days">{word('screening.timeline')}</h3>
      <div className="day-timeline">
        {first === undefined || last === undefined ? null : (
          <svg
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={word('screening.timeline.alt', { days: dated.length, from: first.day, to: last.day })}
          >
            <line x1={edge} x2={width - edge} y1={72} y2={72} className="axis" />
            {dated.map(({ day, members, at }) => (
              <rect
                key={day}
                className="day-bar"
                {...{
                  x: placeOf(at) - bar / 2,
                  width: bar,
                  y: 72 - (56 * members) / most,
                  height: (56 * members) / most,
                }}
              >
                <title>{`${day} ${members}`}</title>
              </rect>
            ))}
            <text x={span === 0 ? width / 2 : edge} y={90} textAnchor={span === 0 ? 'middle' : 'start'}>
              {first.day}
            </text>
            {span === 0 ? null : (
              <text x={width - edge} y={90} textAnchor="end">
                {last.day}
              </text>
            )}
            <text x={edge} y={12}>
              {word('screening.timeline.most', { n: most })}
            </text>
          </svg>
        )}
        <details open={dated.length <= 8}>
          <summary>{word('screening.timeline.table', { n: dated.length })}</summary>
          <table className="values">
            <caption className="unseen">{word('screening.timeline')}</caption>
            <thead>
              <tr>
                <th scope="col">{word('screening.filed')}</th>
                <th scope="col" className="numeric">
                  {word('screening.members')}
                </th>
              </tr>
            </thead>
            <tbody>
              {dated.map(({ day, members }) => (
                <tr key={day}>
                  <th scope="row">{day}</th>
                  <td className="numeric">{members}</td>
                </tr>
              ))}
              {undated === 0 ? null : (
                <tr>
                  <th scope="row">{word('screening.undated')}</th>
                  <td className="numeric">{undated}</td>
                </tr>
              )}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}
