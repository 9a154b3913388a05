import type { ClassificationComparison } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import { DifferenceLists } from './DifferenceLists.js';

/** What an own table would change: codes, patterns, and how many records have each code. */
export function ComparisonView({ comparison }: { readonly comparison: ClassificationComparison }) {
  const { word } = useWords();
  const { records, codes, patterns } = comparison;
  return (
    <div>
      <h3>{word('own-table.would-change')}</h3>
      <DifferenceLists codes={codes} patterns={patterns} />
      {records === null ? <p>{word('own-table.no-release')}</p> : null}
      {records?.changed.length === 0 ? <p>{word('own-table.no-record', { release: records.release })}</p> : null}
      {records === null || records.changed.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
        <section className="wide" aria-label={word('own-table.records', { release: records.release })} tabIndex={0}>
          <table className="memberships">
            <caption>{word('own-table.records', { release: records.release })}</caption>
            <thead>
              <tr>
                <th scope="col">{word('classifications.column.code')}</th>
                {(['before', 'after', 'joined', 'left'] as const).map((sort) => (
                  <th key={sort} scope="col" className="numeric">
                    {word(memberWords[sort])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {records.changed.map((row) => (
                <tr key={`${row.table} ${row.code}`}>
                  <th scope="row">
                    <code>{row.code}</code>
                    {comparison.b.id === row.table ? null : <span className="unit"> {row.table}</span>}
                  </th>
                  {(['before', 'after', 'joined', 'left'] as const).map((sort) => (
                    <td key={sort} className="numeric">
                      <Count value={row[sort]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

const memberWords = {
  before: 'own-table.before',
  after: 'own-table.after',
  joined: 'own-table.joined',
  left: 'own-table.left',
} as const;
