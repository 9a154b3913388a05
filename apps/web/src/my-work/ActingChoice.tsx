import type { SessionAnswer } from '@zhiheng/office';
import { send } from '../api/send.js';
import { ProblemText } from '../staff/FaultText.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';

/** Colleagues in whose place one may act today. */
export function ActingChoice({ session }: { readonly session: SessionAnswer }) {
  const { word } = useWords();
  const { waiting, error, run } = useAct();
  const begin = async (account: string) => {
    const begun = await run(async () => (await send<object>('PUT', 'session/acting-for', { account })) ?? {});
    if (begun !== undefined) window.location.reload();
  };
  return (
    <section className="block">
      <h2>{word('acting.heading')}</h2>
      <p className="remark">{word('acting.explained')}</p>
      {session.standsInFor.length === 0 ? <p className="empty-line">{word('acting.none')}</p> : null}
      <ul className="lines">
        {session.standsInFor.map((account) => (
          <li key={account}>
            <strong>{account}</strong>
            {account === session.onBehalfOf ? (
              <span className="unit">{word('acting.now')}</span>
            ) : (
              <button type="button" disabled={waiting} onClick={() => void begin(account)}>
                {word('acting.begin', { account })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {error === null ? null : <ProblemText error={error} />}
    </section>
  );
}
