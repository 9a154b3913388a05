import { useQuery } from '@tanstack/react-query';
import type { SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { accountsQuery, type LinkAnswer, type OrganisationAnswer } from '../../api/people-queries.js';
import { may } from '../../api/session.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { AccountItem } from './AccountItem.js';

export interface AccountsBlockProps {
  readonly organisation: OrganisationAnswer;
  readonly session: SessionAnswer;
  readonly showLink: (link: LinkAnswer) => void;
}

/** The accounts of an organisation. Names come only when asked for: looking at them is written down. */
export function AccountsBlock({ organisation, session, showLink }: AccountsBlockProps) {
  const { word } = useWords();
  const [names, setNames] = useState(false);
  const { data, error, refetch } = useQuery(accountsQuery(organisation.id, names));
  return (
    <>
      <div className="block-head">
        <h3>{word('accounts.heading')}</h3>
        {may(session, 'personal-data:read') && !names && (data?.length ?? 0) > 0 ? (
          <span>
            <button type="button" className="quiet" onClick={() => setNames(true)}>
              {word('accounts.show-names')}
            </button>{' '}
            <span className="unit">{word('accounts.show-names.explained')}</span>
          </span>
        ) : null}
        {names ? <span className="unit">{word('accounts.names-shown')}</span> : null}
      </div>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={3} /> : null}
      {data?.length === 0 ? <p className="empty-line">{word('accounts.none')}</p> : null}
      <ul className="accounts">
        {data?.map((account) => (
          <AccountItem
            key={account.id}
            account={account}
            organisation={organisation}
            session={session}
            named={names}
            showLink={showLink}
          />
        ))}
      </ul>
    </>
  );
}
