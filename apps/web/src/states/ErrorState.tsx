import { Link } from '@tanstack/react-router';
import { Problem } from '../api/problem.js';
import { adviceWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

const headings: Readonly<Record<string, string>> = {
  unreachable: 'error.unreachable',
  'not-allowed': 'error.no-right',
  'sign-in-needed': 'error.sign-in',
};

/** What happened, where, and what to do. */
export function ErrorState({ error, retry }: { readonly error: unknown; readonly retry?: (() => void) | undefined }) {
  const { word, language } = useWords();
  const answer = error instanceof Problem ? error.answer : null;
  const told = answer === null ? undefined : adviceWords[answer.code];
  const nameless = answer?.code === 'indicator-unknown';
  const detail = error instanceof Error ? error.message : String(error);
  return (
    <section className="state" role="alert">
      <h2>{word(headings[answer?.code ?? ''] ?? 'error.heading')}</h2>
      <p>{word(told ?? 'advice.general')}</p>
      <dl className="facts">
        {told === undefined ? (
          <>
            <dt>{word('error.detail')}</dt>
            <dd lang="en">{detail}</dd>
          </>
        ) : null}
        {answer === null ? null : (
          <>
            <dt>{word('error.code')}</dt>
            <dd>
              <code>{answer.code}</code>
              {answer.status === 0 ? '' : ` (${answer.status})`}
            </dd>
          </>
        )}
        {answer?.found ? (
          <>
            <dt>{word('error.found')}</dt>
            <dd>{answer.found}</dd>
          </>
        ) : null}
        {answer?.expected && !nameless && answer.code !== 'not-allowed' ? (
          <>
            <dt>{word('error.expected')}</dt>
            <dd lang="en">{answer.expected}</dd>
          </>
        ) : null}
      </dl>
      {nameless ? (
        <p>
          <Link to="/$language/indicators" params={{ language }}>
            {word('nav.indicators')}
          </Link>
        </p>
      ) : null}
      {retry === undefined || nameless ? null : (
        <button type="button" onClick={retry}>
          {word('error.retry')}
        </button>
      )}
    </section>
  );
}
