import type { Observation } from '@zhiheng/vocabulary';
import { tilePlaces } from '../charts/cartogram-places.js';
import { NoValue } from '../marks/NoValue.js';
import { QuantityText } from '../marks/QuantityText.js';
import { formOf, symbolOf } from '../numbers/quantity.js';
import { localeOf } from '../words/language.js';
import { useWords } from '../words/words.js';
import { areaName } from './choice-names.js';
import type { FigureView } from './figure-view.js';
import { rankAreas } from './rank-areas.js';

/** The areas by their values, in two halves; a name shows its area. */
export function RankedAreas({ view, rows }: { readonly view: FigureView; readonly rows: readonly Observation[] }) {
  const words = useWords();
  const { word, language } = words;
  const codes = tilePlaces.map(({ area }) => area);
  const nameOf = (area: string) => areaName(words, view.areas, area);
  const collator = new Intl.Collator(localeOf[language]);
  const ranked = rankAreas(codes, rows, lowestFirst(view), (a, b) => collator.compare(nameOf(a), nameOf(b)));
  const half = Math.ceil(ranked.length / 2);
  const held = rows.find((row) => row.value !== null);
  const form = held === undefined ? null : formOf(held, view.definition.decimals);
  return (
    <>
      <p className="axis-unit unit">{form === null ? null : symbolOf(form.unit, language)}</p>
      <div className="ranked">
        {[ranked.slice(0, half), ranked.slice(half)].map((part, index) => (
          <table key={part[0]?.area ?? index} className="values">
            <caption className="unseen">{word('regions.ranked', { part: index + 1 })}</caption>
            <thead>
              <tr>
                <th scope="col" className="numeric">
                  {word('column.rank')}
                </th>
                <th scope="col">{word('column.area')}</th>
                <th scope="col" className="numeric">
                  {word('column.value')}
                </th>
              </tr>
            </thead>
            <tbody>
              {part.map(({ area, rank, row }) => (
                <tr key={area} aria-current={area === view.choice.area ? 'true' : undefined}>
                  <td className="numeric rank">{rank ?? '–'}</td>
                  <th scope="row">
                    <button type="button" className="opens" onClick={() => view.set({ area })}>
                      {nameOf(area)}
                    </button>
                  </th>
                  <td className="numeric">
                    {row === null || row.value === null ? (
                      <NoValue status={row?.status ?? 'missing'} />
                    ) : (
                      <QuantityText value={row.value} form={formOf(row, view.definition.decimals)} bare />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}

/** A share within target and a number of cases are better high, whatever their duration wants. */
function lowestFirst({ definition, choice }: FigureView): boolean {
  return definition.better === 'lower' && choice.statistic !== 'share-within-target' && choice.statistic !== 'n';
}
