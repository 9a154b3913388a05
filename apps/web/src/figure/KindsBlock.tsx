import { NoValue } from '../marks/NoValue.js';
import { QuantityText } from '../marks/QuantityText.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { formOf, placesOf } from '../numbers/quantity.js';
import { useWords } from '../words/words.js';
import { kindName } from './choice-names.js';
import { isOf, kindOf } from './choose-figure.js';
import type { FigureView } from './figure-view.js';

/** The figure by kind of right; left out where there are no kinds. */
export function KindsBlock({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const { choice, rows, definition } = view;
  const shown = rows.filter(
    (row) =>
      isOf(row, choice.source) &&
      row.area === choice.area &&
      row.period === choice.period &&
      row.statistic === choice.statistic,
  );
  const kinds = shown.filter((row) => kindOf(row) !== null && row.value !== null);
  if (kinds.length === 0) return null;
  return (
    <section className="block">
      <h2>{word('block.kinds')}</h2>
      {choice.source.dataset === 'synthetic' ? <SyntheticBand /> : null}
      <table className="values kinds">
        <thead>
          <tr>
            <th scope="col">{word('column.kind')}</th>
            <th scope="col" className="numeric">
              {word('column.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown
            .toSorted((a, b) => Number(kindOf(b) === null) - Number(kindOf(a) === null))
            .map((row) => (
              <tr key={kindOf(row) ?? 'all'} aria-current={kindOf(row) === choice.kind ? 'true' : undefined}>
                <th scope="row">
                  <button type="button" className="opens" onClick={() => view.set({ kind: kindOf(row) ?? 'all' })}>
                    {kindName(words, kindOf(row))}
                  </button>
                </th>
                <td className="aligned" data-places={placesOf(shown, definition.decimals)}>
                  {row.value === null ? (
                    <NoValue status={row.status} />
                  ) : (
                    <QuantityText value={row.value} form={formOf(row, definition.decimals)} bound={row.bound} />
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
