import { Link, useRouterState } from '@tanstack/react-router';
import type { SessionAnswer } from '@zhiheng/office';
import { EmptyState } from '../states/EmptyState.js';
import { useWords } from '../words/words.js';

/** A page that the session has no right to: whom to ask, or where to sign in and come back. */
export function NoRight({ session }: { readonly session: SessionAnswer }) {
  const { word, language } = useWords();
  const back = useRouterState({ select: ({ location }) => location.href });
  const visitor = session.kind === 'visitor';
  return (
    <EmptyState heading={word(visitor ? 'error.sign-in' : 'error.no-right')}>
      <p>{word(visitor ? 'advice.sign-in' : 'advice.not-allowed')}</p>
      {visitor ? (
        <p>
          <Link to="/$language/sign-in" params={{ language }} search={{ back }}>
            {word('nav.sign-in')}
          </Link>
        </p>
      ) : null}
    </EmptyState>
  );
}
