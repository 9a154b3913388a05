import type { ScreenGroupShown } from '@zhiheng/office';
import { useWords } from '../words/words.js';

const [width, height] = [640, 60] as const;
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
  const bar = Math.max(3, Math.min(12, width / (span + 1) - 1));
  const placeOf = (at: number) => (span === 0 ? (width - bar) / 2 : ((at - (first?.at ?? 0)) / span) * (width - bar));
  return (
    <section className="block" aria-labelledby="group-days">
      <h2 id="group-days">{word('screening.timeline')}</h2>
      <div className="day-timeline">
        {first === undefined || last === undefined ? null : (
          <div>
            <p className="unit">{word('screening.timeline.most', { n: most })}</p>
            <svg
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={word('screening.timeline.alt', { days: dated.length, from: first.day, to: last.day })}
            >
              <line x1={0} x2={width} y1={height - 1} y2={height - 1} className="axis" />
              {dated.map(({ day, members, at }) => {
                const tall = ((height - 2) * members) / most;
                return (
                  <rect key={day} className="day-bar" x={placeOf(at)} y={height - 1 - tall} width={bar} height={tall}>
                    <title>{`${day} ${members}`}</title>
                  </rect>
                );
              })}
            </svg>
            <p className="day-ends unit">
              <span>{first.day}</span>
              {span === 0 ? null : <span>{last.day}</span>}
            </p>
          </div>
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
