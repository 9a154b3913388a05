import type { Observation } from '@zhiheng/vocabulary';
import { QuantityText } from '../marks/QuantityText.js';
import { formOf, symbolOf } from '../numbers/quantity.js';
import { useWords } from '../words/words.js';
import { dimensionName, valueName } from './dimension-names.js';
import type { FigureView } from './figure-view.js';
import { openPart } from './open-part.js';

export interface CombinationTableProps {
  readonly view: FigureView;
  /** The dimension whose values stand below one another, and that whose stand side by side. */
  readonly down: string;
  readonly across: string;
  readonly rows: readonly Observation[];
}

/** Two dimensions as a table; a value opens its records, a place without one stays empty. */
export function CombinationTable({ view, down, across, rows }: CombinationTableProps) {
  const words = useWords();
  const { word, language } = words;
  const { definition } = view;
  const [first] = rows;
  if (first === undefined) return null;
  const below = valuesOf(rows, down);
  const beside = valuesOf(rows, across);
  const at = new Map(rows.map((row) => [`${row.breakdown[down]}\n${row.breakdown[across]}`, row]));
  const opens = view.choice.source.origin === 'computed';
  const form = formOf(first, definition.decimals);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('breakdowns.together')} tabIndex={0}>
      <table className="combination">
        <caption>
          {`${dimensionName(words, down)} × ${dimensionName(words, across)}`}
          {symbolOf(form.unit, language) === '' ? '' : word('list.semicolon') + symbolOf(form.unit, language)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{dimensionName(words, down)}</th>
            {beside.map((value) => (
              <th key={value} scope="col" className="numeric">
                {valueName(words, view, across, value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {below.map((value) => (
            <tr key={value}>
              <th scope="row">{valueName(words, view, down, value)}</th>
              {beside.map((other) => {
                const row = at.get(`${value}\n${other}`);
                const part = `${down}=${value},${across}=${other}`;
                return (
                  <td key={other} className="numeric" aria-current={view.state.part === part ? 'true' : undefined}>
                    {row === undefined || row.value === null ? (
                      <span className="unit">–</span>
                    ) : opens ? (
                      <button type="button" className="opens" onClick={() => openPart(view, part)}>
                        <QuantityText value={row.value} form={form} bare />
                      </button>
                    ) : (
                      <QuantityText value={row.value} form={form} bare />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The values of a dimension, those with the largest parts first. */
function valuesOf(rows: readonly Observation[], dimension: string): string[] {
  const largest = new Map<string, number>();
  for (const row of rows) {
    const value = row.breakdown[dimension] ?? '';
    largest.set(value, (largest.get(value) ?? 0) + (row.value ?? 0));
  }
  return [...largest].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
