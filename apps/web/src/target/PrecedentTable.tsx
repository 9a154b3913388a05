import type { Verdict, VerdictProjection } from '@zhiheng/programme';
import { QuantityText } from '../marks/QuantityText.js';
import { periodName } from '../numbers/period-name.js';
import { symbolOf } from '../numbers/quantity.js';
import { useWords } from '../words/words.js';
import { seriesForm } from './series-form.js';

/** The earlier years that a projection rests on, the latest first, and how their own projections came out. */
export function PrecedentTable({
  verdict,
  projection,
}: {
  readonly verdict: Verdict;
  readonly projection: VerdictProjection;
}) {
  const words = useWords();
  const { word, language } = words;
  const { basedOn, backTest, series, until } = projection;
  const form = seriesForm(verdict, [series.soFar, ...basedOn.flatMap(({ value, soFar }) => [value, soFar])]);
  const write = (value: number) => <QuantityText value={value} form={form} bare />;
  const tested = new Map(backTest.periods.map((one) => [one.period, one]));
  const month = until.slice(5);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard
    <section className="wide" aria-label={word('target.method')} tabIndex={0}>
      <table className="values precedents">
        <caption>
          {word('target.precedents', { unit: symbolOf(form.unit, language) || '–' })}
          {word('list.semicolon')}
          {word('target.back-test', { n: backTest.n, hits: backTest.hits })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{word('column.period')}</th>
            <th scope="col" className="numeric">
              {word('target.column.so-far', { day: month })}
            </th>
            <th scope="col" className="numeric">
              {word('target.column.whole')}
            </th>
            <th scope="col" className="numeric">
              {word('target.column.tested')}
            </th>
            <th scope="col">{word('target.column.held')}</th>
          </tr>
        </thead>
        <tbody>
          <tr aria-current="true">
            <th scope="row">{periodName(words, verdict.period)}</th>
            <td className="numeric">{write(series.soFar)}</td>
            <td className="numeric">
              {write(series.value)} <span className="origin-mark">{word('target.projected')}</span>
            </td>
            <td className="numeric">
              {write(series.interval[0])} – {write(series.interval[1])}
            </td>
            <td />
          </tr>
          {basedOn.toReversed().map(({ period, value, soFar }) => {
            const test = tested.get(period);
            return (
              <tr key={period}>
                <th scope="row">{periodName(words, period)}</th>
                <td className="numeric">{write(soFar)}</td>
                <td className="numeric">{write(value)}</td>
                <td className="numeric">
                  {test === undefined ? (
                    word('target.untested')
                  ) : (
                    <>
                      {write(test.interval[0])} – {write(test.interval[1])}
                    </>
                  )}
                </td>
                <td>{test === undefined ? '' : word(test.held ? 'target.held' : 'target.not-held')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
