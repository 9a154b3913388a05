import { Link } from '@tanstack/react-router';
import type { AreaAnswer, IndicatorListItem } from '@zhiheng/office';
import type { KeyboardEvent } from 'react';
import { indicatorKindWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { LatestOf, LatestTrend, LatestValue } from './LatestValue.js';
import type { Values } from './narrow-indicators.js';

export interface IndicatorTableProps {
  readonly heading: string;
  readonly items: readonly IndicatorListItem[];
  readonly values: Values;
  readonly areas: readonly AreaAnswer[];
}

/** Indicators of one sort with their latest values. */
export function IndicatorTable({ heading, items, values, areas }: IndicatorTableProps) {
  const { word, own, language } = useWords();
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        {heading} <span className="count">{items.length}</span>
      </h2>
      <table className="indicators" aria-busy={values === null}>
        <thead>
          <tr>
            <th scope="col">{word('indicators.column.name')}</th>
            <th scope="col" className="numeric">
              {word('indicators.column.latest')}
            </th>
            <th scope="col">{word('indicators.column.of')}</th>
            <th scope="col">{word('indicators.column.trend')}</th>
            <th scope="col">{word('indicators.column.kind')}</th>
            <th scope="col">{word('indicators.column.id')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const latest = values?.get(item.id) ?? null;
            return (
              <tr key={item.id}>
                <th scope="row">
                  <Link
                    className="opens"
                    to="/$language/indicators/$indicator"
                    params={{ language, indicator: item.id }}
                    title={own(item.summary)}
                  >
                    {own(item.names)}
                  </Link>
                  {item.provisional ? <span className="provisional">{word('provisional')}</span> : null}
                </th>
                <td className="numeric latest">
                  <LatestValue item={item} latest={latest} waiting={values === null} />
                </td>
                <td className="latest-of">{latest === null ? null : <LatestOf latest={latest} areas={areas} />}</td>
                <td className="latest-trend">{latest === null ? null : <LatestTrend item={item} latest={latest} />}</td>
                <td>{word(indicatorKindWords[item.kind])}</td>
                <td>
                  <code>{item.id}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Up and down walk through the names, from the search field too; inside a choice they choose. */
export function walkNames(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.target instanceof HTMLSelectElement) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="search"], th > a')];
  const next = names[names.indexOf(event.target as HTMLElement) + step];
  if (next === undefined || !names.includes(event.target as HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
