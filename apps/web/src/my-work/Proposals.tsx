import type { RoleGrantAnswer } from '../api/people-queries.js';
import { send } from '../api/send.js';
import { AskedAct } from '../staff/AskedAct.js';
import { roleWords } from '../staff/people-words.js';
import { useAreaNames } from '../staff/useAreaNames.js';
import { useWords } from '../words/words.js';

/** Roles that another person proposed; four eyes: whoever proposed, and whom it is for, cannot confirm. */
export function Proposals({ proposals }: { readonly proposals: readonly RoleGrantAnswer[] }) {
  const { word } = useWords();
  const { textOf } = useAreaNames(proposals.flatMap(({ areas }) => (areas === 'everywhere' ? [] : areas)));
  return (
    <section className="block">
      <h2>{word('proposals.heading')}</h2>
      <p className="remark">{word('proposals.explained')}</p>
      {proposals.length === 0 ? <p className="empty-line">{word('proposals.none')}</p> : null}
      <ul className="lines">
        {proposals.map(({ id, account, role, areas, from, to, proposedBy, due }) => (
          <li key={id}>
            <span>
              {word('proposals.line', { account, role: word(roleWords[role]), areas: textOf(areas) })}{' '}
              <span className="unit">
                {word(to === null ? 'validity.open' : 'validity.closed', { from, to: to ?? '' })}
                {' · '}
                {word('proposals.by', { person: proposedBy })}
                {due === null ? null : ' · '}
                {due === null
                  ? null
                  : word(due.provisional ? 'proposals.due-provisional' : 'proposals.due', { day: due.day })}
              </span>
            </span>
            <span className="acts">
              <AskedAct
                label={word('proposals.confirm')}
                of={account}
                question={word('proposals.confirm.asked', { account, role: word(roleWords[role]) })}
                act={() => send('POST', `roles/${encodeURIComponent(id)}/confirm`, {})}
              />
              <AskedAct
                label={word('proposals.turn-down')}
                of={account}
                question={word('proposals.turn-down.asked')}
                act={() => send('POST', `roles/${encodeURIComponent(id)}/turn-down`, {})}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
