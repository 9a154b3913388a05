import { QuantityText } from '../marks/QuantityText.js';
import { useWords } from '../words/words.js';
import type { FigureView } from './figure-view.js';
import { madeParts } from './made-parts.js';
import { PartText } from './PartText.js';
import { partLabel } from './part-label.js';

/** The figures that this one is made of, with their values where the row tells them. */
export function PartsBlock({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const { definition, row } = view;
  const parts = madeParts(definition);
  if (parts.length === 0) return null;
  const partValue = (name: string) => {
    if (row === null || definition.kind === 'derived') return null;
    return name === 'numerator' || name === 'of' ? row.numerator : row.denominator;
  };
  return (
    <table className="values made-parts">
      <caption>{word('parts.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('parts.role')}</th>
          <th scope="col">{word('parts.figure')}</th>
          {definition.kind === 'derived' ? null : (
            <th scope="col" className="numeric">
              {word('column.value')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {parts.map((made) => {
          const value = partValue(made.name);
          return (
            <tr key={made.name}>
              <th scope="row">{partLabel(words, made.name)}</th>
              <td>
                <PartText made={made} view={view} />
              </td>
              {definition.kind === 'derived' ? null : (
                <td className="numeric">
                  {value === null ? (
                    '–'
                  ) : (
                    <QuantityText value={value} form={{ unit: null, decimals: decimalsOf(value) }} />
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A count has none; anything else is shown to two places at most. */
function decimalsOf(value: number): number {
  return Number.isInteger(value) ? 0 : 2;
}
