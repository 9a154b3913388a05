import { Link, useRouterState } from '@tanstack/react-router';
import type { SessionAnswer } from '@zhiheng/office';
import { send } from '../api/send.js';
import { useWords } from '../words/words.js';

/** Who is signed in, what waits, and the way in or out. */
export function PersonLinks({ session }: { readonly session: SessionAnswer }) {
  const { word, language } = useWords();
  const here = useRouterState({ select: ({ location }) => location });
  if (session.kind === 'account') {
    return (
      <nav className="person" aria-label={word('nav.person')}>
        <Link to="/$language/my-work" params={{ language }}>
          {word('nav.my-work')}
          {session.waiting > 0 ? <span className="waiting-count">{session.waiting}</span> : null}
        </Link>
        <Link to="/$language/account" params={{ language }} className="person-name" title={session.account ?? ''}>
          {session.displayName ?? session.account}
          <PersonPlace session={session} />
        </Link>
        <button type="button" className="quiet" onClick={() => void signOut(language)}>
          {word('nav.sign-out')}
        </button>
      </nav>
    );
  }
  const operator = session.kind === 'operator';
  if (here.pathname.endsWith('/sign-in')) return operator ? <OperatorName /> : null;
  return (
    <nav className="person" aria-label={word('nav.person')}>
      {operator ? <span className="person-name">{word('nav.operator')}</span> : null}
      <Link to="/$language/sign-in" params={{ language }} search={{ back: here.href }}>
        {word('nav.sign-in')}
      </Link>
    </nav>
  );
}

/** In whose place, else of which organisation. */
function PersonPlace({ session: { onBehalfOf, organisation } }: { readonly session: SessionAnswer }) {
  const { word, own } = useWords();
  if (onBehalfOf !== null) return <span className="unit"> {word('acting.short', { account: onBehalfOf })}</span>;
  return organisation === null ? null : <span className="unit"> {own(organisation.names)}</span>;
}

function OperatorName() {
  const { word } = useWords();
  return <span className="person person-name">{word('nav.operator')}</span>;
}

/** Ends the session; the page is fetched anew, so that nothing of it stays in the browser. */
async function signOut(language: string): Promise<void> {
  await send('DELETE', 'session').catch(() => undefined);
  window.location.assign(`/${language}`);
}
