import type { MatrixAnswer } from '@zhiheng/office';
import { roleWords } from '../../staff/people-words.js';
import { useWords } from '../../words/words.js';
import { outcomeMarks } from './outcome-marks.js';

export interface RightsTableProps extends MatrixAnswer {
  /** The role that a narrow page shows alone. */
  readonly role: MatrixAnswer['columns'][number];
}

/** The table of rights; its head stays in sight, and a narrow page shows one role. */
export function RightsTable({ columns, rows, role }: RightsTableProps) {
  const { word, own } = useWords();
  const classOf = (column: string) => (column === role ? 'mark chosen' : 'mark');
  return (
    <table className="rights">
      <caption className="unseen">{word('rights.heading')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('rights.permission')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={classOf(column)}>
              {word(roleWords[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ permission, description, inPerson, outcomes, commands }) => (
          <tr key={permission}>
            <th scope="row">
              {own(description)}
              {inPerson ? <span className="unit"> {word('rights.in-person')}</span> : null}
              <br />
              <code title={commands.join(' ')}>{permission}</code>
            </th>
            {columns.map((column, index) => {
              const { mark, words } = outcomeMarks[outcomes[index] ?? 'denied'];
              return (
                <td key={column} className={classOf(column)} title={word(words)}>
                  <span className="outcome" aria-hidden="true">
                    {mark}
                  </span>
                  <span className="outcome-word">{word(words)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
