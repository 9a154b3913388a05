import { useQuery } from '@tanstack/react-query';
import { decisionListsQuery } from '../../api/data-queries.js';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import { RulingText } from '../rulings/RulingText.js';
import { UndoForm } from '../rulings/UndoForm.js';

/** Lists that were taken over, each taken back as a whole. */
export function DecidedLists({ mayDecide }: { readonly mayDecide: boolean }) {
  const { word } = useWords();
  const { data = [] } = useQuery(decisionListsQuery());
  const lists = data.flatMap((act) => (act.list === null ? [] : [{ ...act, list: act.list }]));
  if (lists.length === 0) return null;
  return (
    <details className="decided-lists">
      <summary>{word('decisions.lists', { n: lists.length })}</summary>
      <table className="ruled settled">
        <caption className="unseen">{word('decisions.lists', { n: lists.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{word('decisions.column.list')}</th>
            <th scope="col" className="numeric">
              {word('decisions.column.decisions')}
            </th>
            <th scope="col">{word('rulings.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map(({ act, list, decisions, person, onBehalfOf, time, reason, undone }) => (
            <tr key={act} className={undone === null ? undefined : 'taken-back'}>
              <th scope="row">{list}</th>
              <td className="numeric" data-heading={word('decisions.column.decisions')}>
                <Count value={decisions} />
              </td>
              <td>
                <RulingText row={{ made: { act, person, onBehalfOf, time, reason }, undone, standing: 'in-next' }} />
                {mayDecide && undone === null ? (
                  <UndoForm path={`decisions/${act}/undo`} act={act} of={list} sendsAct={false} />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
