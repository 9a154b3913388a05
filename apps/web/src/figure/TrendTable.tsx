import { NoValue } from '../marks/NoValue.js';
import { QuantityText } from '../marks/QuantityText.js';
import { periodName } from '../numbers/period-name.js';
import { formOf, placesOf } from '../numbers/quantity.js';
import { statusWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { sourceName } from './choice-names.js';
import { seriesOf, withinValues } from './choose-figure.js';
import type { FigureView } from './figure-view.js';

/** The values of the line shown; other sources have their own page, so that they never share a row. */
export function TrendTable({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const { choice, definition } = view;
  const rows = withinValues(seriesOf(view.rows, choice)).toReversed();
  const published = choice.source.origin === 'published';
  return (
    <table className="values">
      <caption>{sourceName(words, choice.source)}</caption>
      <thead>
        <tr>
          <th scope="col">{word('column.period')}</th>
          <th scope="col" className="numeric">
            {word('column.value')}
          </th>
          <th scope="col">{word('column.status')}</th>
          {published ? <th scope="col">{word('publication.published-on')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.period}>
            <th scope="row">{periodName(words, row.period)}</th>
            <td className="aligned" data-places={placesOf(rows, definition.decimals)}>
              {row.value === null ? (
                <NoValue status={row.status} />
              ) : (
                <QuantityText value={row.value} form={formOf(row, definition.decimals)} bound={row.bound} />
              )}
            </td>
            <td>{word(statusWords[row.status])}</td>
            {published ? <td>{row.publication?.publishedOn ?? '–'}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
