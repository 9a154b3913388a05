import type { Observation } from '@zhiheng/vocabulary';
import { useState } from 'react';
import { QuantityText } from '../marks/QuantityText.js';
import { numberText } from '../numbers/format-number.js';
import { formOf, isRatio, placesOf } from '../numbers/quantity.js';
import { useWords } from '../words/words.js';
import { Bar } from './Bar.js';
import { dimensionName, valueName } from './dimension-names.js';
import { hasSeveralValues } from './dimensions.js';
import type { FigureView } from './figure-view.js';
import { openPart } from './open-part.js';

/** So many parts are shown before the rest is asked for. */
const fewest = 20;

export interface BreakdownTableProps {
  readonly view: FigureView;
  readonly dimension: string;
  readonly rows: readonly Observation[];
}

/** The parts of a figure, the largest first, each with its bar; a value opens its records. */
export function BreakdownTable({ view, dimension, rows }: BreakdownTableProps) {
  const words = useWords();
  const { word, language } = words;
  const [all, setAll] = useState(false);
  const { definition, row: whole } = view;
  const ordered = rows.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const shown = all ? ordered : ordered.slice(0, fewest);
  const most = Math.max(...rows.map(({ value }) => value ?? 0));
  // Of a figure that is one of the parts itself, the others are no share.
  const isWhole = whole?.value != null && whole.breakdown[dimension] === undefined;
  const additive = isWhole && !isRatio(whole.unit) && !hasSeveralValues(dimension);
  const shareOf = (value: number) => numberText(value / (whole?.value ?? 1), { language, decimals: 1, shift: 2 });
  const opens = view.choice.source.origin === 'computed';
  return (
    <>
      <table className="values parts">
        <thead>
          <tr>
            <th scope="col">{dimensionName(words, dimension)}</th>
            <th scope="col" className="numeric">
              {word('column.value')}
            </th>
            {additive ? (
              <th scope="col" className="numeric">
                {word('column.share')}
              </th>
            ) : null}
            <th scope="col">
              <span className="unseen">{word('column.bar')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const value = row.breakdown[dimension] ?? '';
            const part = `${dimension}=${value}`;
            const number = (
              <QuantityText value={row.value ?? 0} form={formOf(row, definition.decimals)} bound={row.bound} />
            );
            return (
              <tr key={value} aria-current={view.state.part === part ? 'true' : undefined}>
                <th scope="row">{valueName(words, view, dimension, value)}</th>
                <td className="aligned" data-places={placesOf(rows, definition.decimals)}>
                  {opens ? (
                    <button type="button" className="opens" onClick={() => openPart(view, part)}>
                      {number}
                    </button>
                  ) : (
                    number
                  )}
                </td>
                {additive ? (
                  <td className="numeric">
                    {shareOf(row.value ?? 0)}
                    <span className="unit"> %</span>
                  </td>
                ) : null}
                <td>
                  <Bar value={row.value} most={most} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {ordered.length > shown.length ? (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {word('breakdowns.all', { n: ordered.length })}
        </button>
      ) : null}
    </>
  );
}
