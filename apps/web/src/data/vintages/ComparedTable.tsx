import { useQuery } from '@tanstack/react-query';
import type { ComparedValue, VintageComparison } from '@zhiheng/office';
import { Fragment } from 'react';
import { officeQuery } from '../../api/queries.js';
import { breakdownText } from '../../figure/breakdown-text.js';
import { periodName } from '../../numbers/period-name.js';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { statisticWords } from '../../words/term-ids.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { ComparedNumber } from './ComparedNumber.js';
import { cellOf, readCell } from './compared-cell.js';
import { ExplanationPanel } from './ExplanationPanel.js';
import { reasonsText } from './reasons-text.js';

export interface ComparedTableProps {
  readonly view: PageView;
  readonly comparison: VintageComparison;
  readonly waiting: boolean;
}

/** Differing values as rows, each opened to why it differs. */
export function ComparedTable({ view, comparison, waiting }: ComparedTableProps) {
  const words = useWords();
  const { word, own } = words;
  const { rows, indicators, before, after } = comparison;
  const { data: office } = useQuery(officeQuery());
  const { nameOf } = useAreaNames(rows.map(({ area }) => area));
  const names = new Map(indicators.map(({ indicator, names: told }) => [indicator, own(told)]));
  const figureOf = (row: ComparedValue) =>
    [
      names.get(row.indicator) ?? row.indicator,
      breakdownText(words, row),
      row.statistic === null ? '' : word(statisticWords[row.statistic]),
      row.origin === 'published' ? word('origin.published') : '',
      office === undefined || row.office === office.office ? '' : word('footer.office', { office: row.office }),
      row.dataset === 'synthetic' ? word('synthetic') : '',
    ].filter((part) => part !== '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('compare.table')} tabIndex={0}>
      <table className="compared" aria-busy={waiting}>
        <thead>
          <tr>
            <th scope="col">{word('compare.column.figure')}</th>
            <th scope="col">{word('compare.area')}</th>
            <th scope="col">{word('compare.period')}</th>
            <th scope="col" className="numeric">
              {word('compare.before')}
            </th>
            <th scope="col" className="numeric">
              {word('compare.after')}
            </th>
            <th scope="col" className="numeric">
              {word('compare.column.size')}
            </th>
            <th scope="col">{word('compare.column.reasons')}</th>
            <th scope="col">{word('compare.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const cell = cellOf(row);
            const open = view.state.cell === cell;
            const asked = open ? readCell(cell) : null;
            return (
              <Fragment key={`${cell}${row.origin}`}>
                <tr aria-current={open ? 'true' : undefined}>
                  <th scope="row">{figureOf(row).join(' · ')}</th>
                  <td data-heading={word('compare.area')}>{nameOf(row.area)}</td>
                  <td data-heading={word('compare.period')}>{periodName(words, row.period)}</td>
                  <td className="numeric" data-heading={word('compare.before')}>
                    <ComparedNumber row={row} side="before" />
                  </td>
                  <td className="numeric" data-heading={word('compare.after')}>
                    <ComparedNumber row={row} side="after" />
                  </td>
                  <td className="numeric" data-heading={word('compare.column.size')}>
                    <ComparedNumber row={row} side="size" />
                  </td>
                  <td data-heading={word('compare.column.reasons')}>
                    {row.reasons.length === 0 ? word('compare.by-records') : reasonsText(words, row.reasons)}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="quiet"
                      aria-expanded={open}
                      onClick={() => view.set({ cell: open ? undefined : cell })}
                    >
                      {word(open ? 'compare.close' : 'compare.open')}
                      <span className="unseen">
                        {' '}
                        {figureOf(row).join(' ')} {nameOf(row.area)} {row.period}
                      </span>
                    </button>
                  </td>
                </tr>
                {asked === null ? null : (
                  <tr className="explained">
                    <td colSpan={8}>
                      <ExplanationPanel query={{ ...asked, before: before.vintage, after: after.vintage }} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
