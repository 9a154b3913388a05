import { useQuery } from '@tanstack/react-query';
import { ownAccountQuery } from '../api/people-queries.js';
import { useSession } from '../api/session.js';
import { RoleList } from '../staff/RoleList.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { Delegations } from './Delegations.js';
import { Keys } from './Keys.js';
import { PasswordChange } from './PasswordChange.js';
import { Sessions } from './Sessions.js';
import '../staff/staff.css';

/** One's own account: who one is, roles, sessions, password, keys, delegations. */
export function AccountPage() {
  const { word, own } = useWords();
  const session = useSession();
  const { data, error, refetch } = useQuery(ownAccountQuery());
  usePageHead(word('account.heading'), word('account.description'));
  const roles = data?.roles.filter(({ state }) => state === 'granted' || state === 'proposed') ?? [];
  return (
    <article className="page staff own-account">
      <header className="page-head">
        <h1>{word('account.heading')}</h1>
        <p className="subtitle">{word('account.description')}</p>
      </header>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={8} /> : null}
      {data === undefined || error ? null : (
        <>
          <section className="block">
            <h2>{word('account.person')}</h2>
            <dl className="facts">
              <dt>{word('sign-in.name')}</dt>
              <dd>{data.id}</dd>
              <dt>{word('person.display-name')}</dt>
              <dd>{data.personal?.displayName ?? '–'}</dd>
              <dt>{word('account.organisation')}</dt>
              <dd>{session?.organisation == null ? data.organisation : own(session.organisation.names)}</dd>
              <dt>{word('person.mail')}</dt>
              <dd>{data.personal?.mail ?? '–'}</dd>
              <dt>{word('person.phone')}</dt>
              <dd>{data.personal?.phone ?? '–'}</dd>
            </dl>
          </section>
          <section className="block">
            <h2>{word('account.roles')}</h2>
            {roles.length === 0 ? <p className="empty-line">{word('account.roles.none')}</p> : null}
            <RoleList roles={roles} />
          </section>
          <Sessions sessions={data.sessions} current={session?.session ?? null} />
          <PasswordChange account={data.id} />
          <Keys keys={data.keys} mayDo={session?.mayDo ?? []} />
          <Delegations account={data.id} roles={roles} delegations={data.delegations} />
        </>
      )}
    </article>
  );
}
