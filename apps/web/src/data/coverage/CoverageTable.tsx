import type { CoverageRow } from '@zhiheng/office';
import { kindName } from '../../figure/choice-names.js';
import { useWords } from '../../words/words.js';
import { FileName } from '../FileName.js';
import { completenessWords } from './coverage-words.js';
import { eventName } from './event-name.js';

/** The same as rows, each as a file, mapping or block says it. */
export function CoverageTable({ rows }: { readonly rows: readonly CoverageRow[] }) {
  const words = useWords();
  const { word } = words;
  const completeness = (said: string) =>
    said in completenessWords ? word(completenessWords[said as keyof typeof completenessWords]) : said;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('coverage.title')} tabIndex={0}>
      <table className="coverage-table">
        <thead>
          <tr>
            <th scope="col">{word('coverage.column.office')}</th>
            <th scope="col">{word('coverage.column.event')}</th>
            <th scope="col">{word('column.kind')}</th>
            <th scope="col">{word('column.area')}</th>
            <th scope="col">{word('coverage.column.from')}</th>
            <th scope="col">{word('coverage.column.to')}</th>
            <th scope="col">{word('coverage.column.completeness')}</th>
            <th scope="col">{word('coverage.column.in-force-from')}</th>
            <th scope="col">{word('coverage.column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={[
                row.table,
                row.office,
                row.dataset,
                row.event,
                row.kind,
                row.area,
                row.from,
                row.to,
                row.source,
              ].join(' ')}
            >
              <td>
                {row.office}
                {row.dataset === 'synthetic' ? <span className="origin-mark hatched">{word('synthetic')}</span> : null}
              </td>
              <td>{eventName(words, row)}</td>
              <td>
                {row.table !== 'patents'
                  ? '–'
                  : row.kind === null
                    ? word('coverage.every-kind')
                    : kindName(words, row.kind)}
              </td>
              <td>{row.area ?? word('coverage.every-area')}</td>
              <td>{row.from}</td>
              <td>{row.to}</td>
              <td>{completeness(row.completeness)}</td>
              <td>{row.inForceFrom ?? '–'}</td>
              <td>
                <FileName path={row.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
