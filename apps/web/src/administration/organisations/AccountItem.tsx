import type { AccountRow, SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import type { LinkAnswer, OrganisationAnswer, RoleGrantAnswer } from '../../api/people-queries.js';
import { send } from '../../api/send.js';
import { may } from '../../api/session.js';
import { AskedAct } from '../../staff/AskedAct.js';
import { accountStateWords, roleWords } from '../../staff/people-words.js';
import { RoleList } from '../../staff/RoleList.js';
import { useWords } from '../../words/words.js';
import { AccountActs } from './AccountActs.js';
import { GiveRole } from './GiveRole.js';

export interface AccountItemProps {
  readonly account: AccountRow;
  readonly organisation: OrganisationAnswer;
  readonly session: SessionAnswer;
  /** True when names were asked for. */
  readonly named: boolean;
  readonly showLink: (link: LinkAnswer) => void;
}

/** One account: state, name where shown, roles, and what can be done. */
export function AccountItem({ account, organisation, session, named, showLink }: AccountItemProps) {
  const { word } = useWords();
  const [giving, setGiving] = useState(false);
  const { id, state, personal, roles } = account;
  const current = roles.filter((grant) => grant.state === 'granted' || grant.state === 'proposed');
  const withdraw = (grant: RoleGrantAnswer) =>
    may(session, 'roles:withdraw') ? (
      <AskedAct
        label={word(grant.state === 'granted' ? 'roles.withdraw' : 'proposals.turn-down')}
        of={`${word(roleWords[grant.role])} ${id}`}
        question={word(grant.state === 'granted' ? 'roles.withdraw.asked' : 'proposals.turn-down.asked', {
          account: id,
        })}
        act={() =>
          send(
            'POST',
            `roles/${encodeURIComponent(grant.id)}/${grant.state === 'granted' ? 'withdraw' : 'turn-down'}`,
            {},
          )
        }
      />
    ) : null;
  return (
    <li className="account">
      <p className="account-head">
        <strong>{id}</strong>
        <span className={`account-state account-${state}`}>{word(accountStateWords[state] ?? '')}</span>
        {named ? <span>{personal?.displayName ?? word('accounts.no-name')}</span> : null}
        {named && personal !== null ? (
          <span className="unit">{[personal.mail, personal.phone].filter((one) => one !== null).join(' · ')}</span>
        ) : null}
      </p>
      {current.length === 0 ? <p className="empty-line">{word('accounts.no-role')}</p> : null}
      <RoleList roles={current} acts={withdraw} />
      {state === 'left' ? null : (
        <p className="acts">
          {may(session, 'roles:grant', 'roles:propose') && id !== session.account && !giving ? (
            <button type="button" className="quiet" onClick={() => setGiving(true)}>
              {word('roles.give')}
              <span className="unseen"> {id}</span>
            </button>
          ) : null}
          <AccountActs account={account} session={session} showLink={showLink} />
        </p>
      )}
      {state === 'left' && may(session, 'personal-data:erase') ? (
        <p className="acts">
          <AskedAct
            label={word('accounts.erase')}
            of={id}
            question={word('accounts.erase.asked', { account: id })}
            act={() => send('POST', `accounts/${encodeURIComponent(id)}/erase`, {})}
          />
        </p>
      ) : null}
      {giving ? <GiveRole account={id} area={organisation.area} close={() => setGiving(false)} /> : null}
    </li>
  );
}
