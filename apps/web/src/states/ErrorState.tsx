import { Problem } from '../api/problem.js';
import { adviceWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

/** What happened, where, and what to do. */
export function ErrorState({ error, retry }: { readonly error: unknown; readonly retry?: (() => void) | undefined }) {
  const { word } = useWords();
  const answer = error instanceof Problem ? error.answer : null;
  const advice = answer === null ? 'advice.general' : (adviceWords[answer.code] ?? 'advice.general');
  const detail = error instanceof Error ? error.message : String(error);
  return (
    <section className="state" role="alert">
      <h2>{word(answer?.code === 'unreachable' ? 'error.unreachable' : 'error.heading')}</h2>
      <p>{word(advice)}</p>
      <dl className="facts">
        <dt>{word('error.detail')}</dt>
        <dd>{detail}</dd>
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
        {answer?.expected ? (
          <>
            <dt>{word('error.expected')}</dt>
            <dd>{answer.expected}</dd>
          </>
        ) : null}
      </dl>
      {retry === undefined ? null : (
        <button type="button" onClick={retry}>
          {word('error.retry')}
        </button>
      )}
    </section>
  );
}
