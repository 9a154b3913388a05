import type { HistogramBin } from '../charts/Histogram.js';
import { numberText } from '../numbers/format-number.js';
import { useWords } from '../words/words.js';
import type { FigureView } from './figure-view.js';
import { openMonths } from './open-part.js';

/** The bars of the chart as numbers; each opens its records. */
export function LengthTable({ view, bins }: { readonly view: FigureView; readonly bins: readonly HistogramBin[] }) {
  const { word, language } = useWords();
  return (
    <table className="values">
      <thead>
        <tr>
          <th scope="col">{word('lengths.months')}</th>
          <th scope="col" className="numeric">
            {word('lengths.cases')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => (
          <tr key={bin.from}>
            <th scope="row">{word('lengths.span', { from: bin.from, until: bin.until })}</th>
            <td className="numeric">
              {bin.n === 0 ? (
                '0'
              ) : (
                <button type="button" className="opens" onClick={() => openMonths(view, bin)}>
                  {numberText(bin.n, { language, decimals: 0 })}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
