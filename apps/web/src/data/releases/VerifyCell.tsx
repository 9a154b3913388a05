import type { RunningJob, VerifyAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { address, fetchJson } from '../../api/fetch-json.js';
import { send } from '../../api/send.js';
import { FaultText, ProblemText } from '../../staff/FaultText.js';
import { ProgressBar } from '../../staff/ProgressBar.js';
import { useWords } from '../../words/words.js';

/** Reads a release again on demand: how far it is, and what was found. */
export function VerifyCell({ name, jobs }: { readonly name: string; readonly jobs: readonly RunningJob[] }) {
  const { word } = useWords();
  const [waiting, setWaiting] = useState(false);
  const [answer, setAnswer] = useState<VerifyAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const job = jobs.find(
    ({ command, about, endedAt }) => command === 'release-verify' && about[0] === name && endedAt === null,
  );
  const verify = async () => {
    setWaiting(true);
    setError(null);
    setAnswer(null);
    try {
      const url = address(`releases/${encodeURIComponent(name)}/verify`);
      setAnswer(await fetchJson<VerifyAnswer>(url, new AbortController().signal));
    } catch (fault) {
      setError(fault);
    } finally {
      setWaiting(false);
    }
  };
  const stop = () => {
    if (job !== undefined) send('DELETE', `running/${job.id}`).catch(setError);
  };
  return (
    <div className="verify">
      {waiting || job !== undefined ? (
        <>
          <ProgressBar
            label={word('stage.verifying')}
            done={job?.progress?.done ?? 0}
            total={job?.progress?.total ?? null}
          />
          <button type="button" className="quiet" onClick={stop}>
            {word('running.stop')}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => void verify()}>
          {word('releases.verify')}
          <span className="unseen"> {name}</span>
        </button>
      )}
      <div role="status">
        {answer?.ok === true ? <span className="right">{word('releases.whole', { n: answer.checked })}</span> : null}
        {answer?.faults.map(({ code, path, found, expected }) => (
          <p key={path} className="problem">
            <FaultText code={code} found={found} expected={expected} /> <code>{path}</code>
          </p>
        ))}
      </div>
      {error === null ? null : <ProblemText error={error} />}
    </div>
  );
}
