import type { OwnAccountAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { send } from '../api/send.js';
import { AskedAct } from '../staff/AskedAct.js';
import { roleWords } from '../staff/people-words.js';
import { useWords } from '../words/words.js';
import { DelegationForm } from './DelegationForm.js';

export interface DelegationsProps {
  readonly account: string;
  readonly roles: OwnAccountAnswer['roles'];
  readonly delegations: OwnAccountAnswer['delegations'];
}

/** Who may act in one's place, and in whose place one may act. */
export function Delegations({ account, roles, delegations }: DelegationsProps) {
  const { word } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className="block">
      <h2>{word('delegations.heading')}</h2>
      <p className="remark">{word('delegations.explained')}</p>
      {delegations.length === 0 ? <p className="empty-line">{word('delegations.none')}</p> : null}
      <ul className="lines">
        {delegations.map(({ id, giver, receiver, roles: given, from, to, endedAt }) => (
          <li key={id}>
            <span>
              {word(giver === account ? 'delegations.given' : 'delegations.received', { giver, receiver })}{' '}
              <span className="unit">
                {given.map((role) => word(roleWords[role])).join(word('list.comma'))}{' '}
                {word('validity.closed', { from, to })}
              </span>
            </span>
            {endedAt === null ? (
              <AskedAct
                label={word('delegations.end')}
                of={giver === account ? receiver : giver}
                question={word('delegations.end.asked')}
                act={() => send('DELETE', `delegations/${encodeURIComponent(id)}`)}
              />
            ) : (
              <span className="unit">{word('delegations.ended')}</span>
            )}
          </li>
        ))}
      </ul>
      {open ? (
        <DelegationForm roles={roles} close={() => setOpen(false)} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          {word('delegations.give')}
        </button>
      )}
    </section>
  );
}
