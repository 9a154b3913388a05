import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { linkToken } from './link-token.js';
import { PasswordForm } from './PasswordForm.js';
import { SignInForm } from './SignInForm.js';
import { wayBack } from './way-back.js';
import '../staff/staff.css';

const route = getRouteApi('/$language/sign-in');

/** Name and password; with a one-time link a password is chosen first. */
export function SignInPage() {
  const { word, language } = useWords();
  const { back } = route.useSearch();
  const session = useSession();
  const [token, setToken] = useState(() => linkToken(window.location.hash));
  const [name, setName] = useState<string | null>(null);
  const title = word(token === null ? 'nav.sign-in' : 'sign-in.choose.heading');
  usePageHead(title, word('sign-in.description'));
  const to = wayBack(back, language);
  const chosen = (account: string) => {
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    setName(account);
    setToken(null);
  };
  return (
    <article className="page staff sign-in">
      <header className="page-head">
        <h1>{title}</h1>
        {session?.accounts === false ? <p className="subtitle">{word('sign-in.first-start')}</p> : null}
      </header>
      {session?.kind === 'account' && token === null ? (
        <p>
          {word('sign-in.already', { name: session.displayName ?? session.account ?? '' })}{' '}
          <Link to="/$language/my-work" params={{ language }}>
            {word('nav.my-work')}
          </Link>
        </p>
      ) : null}
      {token === null ? (
        <SignInForm key={name ?? ''} name={name} enter={() => window.location.replace(to)} />
      ) : (
        <PasswordForm token={token} chosen={chosen} />
      )}
    </article>
  );
}
