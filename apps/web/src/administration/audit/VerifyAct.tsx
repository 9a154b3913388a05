import type { AuditVerifyAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { ProgressBar } from '../../staff/ProgressBar.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';

const faultKindWords: Readonly<Record<AuditVerifyAnswer['faults'][number]['kind'], string>> = {
  altered: 'chain-fault.altered',
  inserted: 'chain-fault.inserted',
  removed: 'chain-fault.removed',
  'cut-off': 'chain-fault.cut-off',
  rewritten: 'chain-fault.rewritten',
  signature: 'chain-fault.signature',
};

/** Reads the whole chain again, and tells what was found by kind and number. */
export function VerifyAct() {
  const { word } = useWords();
  const [answer, setAnswer] = useState<AuditVerifyAnswer | null>(null);
  const { waiting, error, run } = useAct();
  const verify = async () => {
    setAnswer(null);
    setAnswer((await run(() => send<AuditVerifyAnswer>('POST', 'acts/verify', {}))) ?? null);
  };
  return (
    <section className="verify-chain">
      {waiting ? (
        <ProgressBar label={word('verify.running')} done={0} total={null} />
      ) : (
        <button type="button" className="main-act" onClick={() => void verify()}>
          {word('verify.act')}
        </button>
      )}
      <div role="status">
        {waiting ? word('verify.running') : null}
        {answer === null ? null : (
          <>
            <p className={answer.ok ? 'right' : 'problem'}>
              {word(answer.ok ? 'verify.whole' : 'verify.faulty', {
                acts: answer.acts,
                anchors: answer.anchors,
                faults: answer.faults.length + answer.unlisted,
              })}
            </p>
            <ul className="lines">
              {answer.faults.map(({ kind, number, through }) => (
                <li key={`${kind} ${number}`}>
                  {word(faultKindWords[kind])}{' '}
                  {word(number === through ? 'verify.at' : 'verify.from-to', { number, through })}
                </li>
              ))}
            </ul>
            {answer.unlisted > 0 ? <p>{word('verify.unlisted', { n: answer.unlisted })}</p> : null}
            <p className="unit">
              {word('verify.key')} <code>{answer.key}</code>
            </p>
          </>
        )}
      </div>
      {error === null ? null : <ProblemText error={error} />}
    </section>
  );
}
