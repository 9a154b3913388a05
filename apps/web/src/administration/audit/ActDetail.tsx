import type { ActAnswer } from '../../api/people-queries.js';
import { useWords } from '../../words/words.js';

/** What an act changed, and its place in the chain. */
export function ActDetail({ act }: { readonly act: ActAnswer }) {
  const { word } = useWords();
  const state = (heading: string, value: unknown) => (
    <section>
      <h3>{heading}</h3>
      {value === null ? (
        <p className="empty-line">{word('audit.no-state')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text is a stop of the keyboard
        <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
      )}
    </section>
  );
  return (
    <section className="act-detail" aria-label={word('audit.detail', { number: act.number })}>
      <div className="before-after">
        {state(word('audit.before'), act.before)}
        {state(word('audit.after'), act.after)}
      </div>
      <dl className="facts">
        <dt>{word('audit.kind')}</dt>
        <dd>
          <code>{act.kind}</code>
        </dd>
        {act.hash === '' ? null : (
          <>
            <dt>{word('audit.content')}</dt>
            <dd>
              <code>{act.hash}</code>
            </dd>
          </>
        )}
        <dt>{word('audit.previous')}</dt>
        <dd>
          <code>{act.previous}</code>
        </dd>
        <dt>{word('audit.chain')}</dt>
        <dd>
          <code>{act.chain}</code>
        </dd>
      </dl>
    </section>
  );
}
