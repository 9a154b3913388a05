import type { AccountRow, SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import type { LinkAnswer, RenewalAnswer } from '../../api/people-queries.js';
import { send } from '../../api/send.js';
import { may } from '../../api/session.js';
import { AskedAct } from '../../staff/AskedAct.js';
import { useWords } from '../../words/words.js';

export interface AccountActsProps {
  readonly account: AccountRow;
  readonly session: SessionAnswer;
  readonly showLink: (link: LinkAnswer) => void;
}

/** A new link, sign-out everywhere, disabling, enabling, leaving: what the state of the account allows. */
export function AccountActs({ account: { id, state }, session, showLink }: AccountActsProps) {
  const { word } = useWords();
  const path = `accounts/${encodeURIComponent(id)}`;
  const other = id !== session.account;
  const [asked, setAsked] = useState<string | null>(null);
  const link = async () => {
    const renewed = await send<LinkAnswer | RenewalAnswer>('POST', `${path}/link`, {});
    if ('token' in renewed) showLink(renewed);
    else setAsked(renewed.due?.day ?? '–');
  };
  return (
    <>
      {may(session, 'accounts:invite') && state !== 'disabled' ? (
        <AskedAct label={word('accounts.link')} of={id} question={word('accounts.link.asked')} act={link} />
      ) : null}
      {asked === null ? null : <span role="status">{word('accounts.link.confirm-by', { day: asked })}</span>}
      {may(session, 'accounts:sign-out') && state === 'active' && other ? (
        <AskedAct label={word('sessions.everywhere')} of={id} act={() => send('DELETE', `${path}/sessions`)} />
      ) : null}
      {may(session, 'accounts:disable') && state === 'active' && other ? (
        <AskedAct
          label={word('accounts.disable')}
          of={id}
          question={word('accounts.disable.asked', { account: id })}
          act={() => send('POST', `${path}/disable`, {})}
        />
      ) : null}
      {may(session, 'accounts:disable') && state === 'disabled' ? (
        <AskedAct label={word('accounts.enable')} of={id} act={() => send('POST', `${path}/enable`, {})} />
      ) : null}
      {may(session, 'accounts:disable') ? (
        <AskedAct
          label={word('accounts.leave')}
          of={id}
          question={word('accounts.leave.asked', { account: id })}
          act={() => send('POST', `${path}/leave`, {})}
        />
      ) : null}
    </>
  );
}
