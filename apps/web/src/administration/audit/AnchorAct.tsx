import type { AuditAnchorAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';

/** Signs the newest act and writes it to a file outside of the office folder. */
export function AnchorAct() {
  const { word } = useWords();
  const [answer, setAnswer] = useState<AuditAnchorAnswer | null>(null);
  const { waiting, error, run } = useAct();
  const anchor = async () => setAnswer((await run(() => send<AuditAnchorAnswer>('POST', 'acts/anchor', {}))) ?? null);
  return (
    <section className="anchor-chain">
      <button type="button" disabled={waiting} onClick={() => void anchor()}>
        {word('anchor.act')}
      </button>
      <div role="status">
        {answer === null ? (
          <p className="remark">{word('anchor.explained')}</p>
        ) : (
          <p className="right">{word('anchor.done', { number: answer.number })}</p>
        )}
        {answer === null ? null : (
          <p className="unit">
            <code>{answer.file}</code>
          </p>
        )}
      </div>
      {error === null ? null : <ProblemText error={error} />}
    </section>
  );
}
