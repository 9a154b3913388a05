import type { ClassificationRow } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import type { PageView } from '../page-view.js';
import { originWord } from './classification-words.js';

export interface ClassificationTableProps {
  readonly rows: readonly ClassificationRow[];
  readonly view: PageView;
}

/** Every table in force and every slot; a name opens what is told of it. */
export function ClassificationTable({ rows, view }: ClassificationTableProps) {
  const { word, own } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('classifications.title')} tabIndex={0}>
      <table className="classifications">
        <thead>
          <tr>
            <th scope="col">{word('classifications.column.name')}</th>
            <th scope="col">{word('classifications.column.origin')}</th>
            <th scope="col" className="numeric">
              {word('classifications.column.codes')}
            </th>
            <th scope="col" className="numeric">
              {word('classifications.column.patterns')}
            </th>
            <th scope="col" className="numeric">
              {word('classifications.column.indicators')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <button
                  type="button"
                  className="opens"
                  aria-expanded={view.state.table === row.id}
                  onClick={() => view.set({ table: view.state.table === row.id ? undefined : row.id })}
                >
                  {own(row.names)}
                </button>{' '}
                {row.provisional ? <span className="provisional">{word('provisional')}</span> : null}
                <br />
                <code>{row.id}</code>
              </th>
              <td>{word(originWord(row))}</td>
              <td className="numeric">
                <Count value={row.codes.length} />
              </td>
              <td className="numeric">
                <Count value={row.patterns} />
              </td>
              <td className="numeric">
                <Count value={row.indicators.length} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
