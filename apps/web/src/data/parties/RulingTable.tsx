import type { PartyRulingRow } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { RulingText, StandingText } from '../rulings/RulingText.js';
import { UndoForm } from '../rulings/UndoForm.js';
import { PartyLink } from './PartyLink.js';

export interface RulingTableProps {
  readonly view: PageView;
  readonly rows: readonly PartyRulingRow[];
  readonly mayDecide: boolean;
}

/** What was decided about two parties, by whom and why, and taking it back. */
export function RulingTable({ view, rows, mayDecide }: RulingTableProps) {
  const { word } = useWords();
  return (
    <table className="ruled party-rulings">
      <caption className="unseen">{word('parties.decided')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('parties.title')}</th>
          <th scope="col">{word('parties.decision')}</th>
          <th scope="col">{word('rulings.column.why')}</th>
          <th scope="col">{word('rulings.column.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const [one, other] = row.parties;
          return (
            <tr key={row.made.act}>
              <th scope="row" className="two-parties">
                {one === null ? <code>{row.a}</code> : <PartyLink view={view} party={one} />}
                {other === null ? <code>{row.b}</code> : <PartyLink view={view} party={other} />}
              </th>
              <td>{word(row.kind === 'merge' ? 'parties.ruled-same' : 'parties.ruled-apart')}</td>
              <td>
                <RulingText row={row} />
              </td>
              <td>
                <StandingText standing={row.standing} />
                {mayDecide && row.undone === null ? (
                  <UndoForm
                    path="parties/undo"
                    act={row.made.act}
                    of={`${one?.name ?? row.a} · ${other?.name ?? row.b}`}
                    about={{ a: row.a, b: row.b }}
                  />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
