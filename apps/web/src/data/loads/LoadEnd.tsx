import type { JobOutcome, LoadFaultsAnswer, RunningJob } from '@zhiheng/office';
import type { LoadResult } from '@zhiheng/records';
import type { FaultReport } from '@zhiheng/vocabulary';
import { useState } from 'react';
import { address, fetchJson } from '../../api/fetch-json.js';
import { may, useSession } from '../../api/session.js';
import { FaultText, ProblemText } from '../../staff/FaultText.js';
import { useWords } from '../../words/words.js';
import { LoadOutcome } from './LoadOutcome.js';

interface LoadEndProps {
  readonly job: RunningJob;
  readonly outcome: JobOutcome;
}

/** How a load ended. What was found in its files is told to whoever began it, when asked: it may name persons. */
export function LoadEnd({ job, outcome }: LoadEndProps) {
  const { word } = useWords();
  const session = useSession();
  const [told, setTold] = useState<LoadFaultsAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const own = may(session, 'loads:start') && session?.person === job.person;
  const ask = async () => {
    setError(null);
    try {
      const url = address(`running/${encodeURIComponent(job.id)}/faults`);
      setTold(await fetchJson<LoadFaultsAnswer>(url, new AbortController().signal));
    } catch (fault) {
      setError(fault);
    }
  };
  const whole = told?.fault ?? outcome.fault;
  return (
    <>
      {whole === null ? (
        <LoadOutcome result={withFaults(outcome.json as LoadResult, told)} />
      ) : (
        <WholeFault fault={whole} />
      )}
      {outcome.withheld && own && told === null ? (
        <p>
          <button type="button" onClick={() => void ask()}>
            {word('loads.show-found')}
          </button>{' '}
          <span className="unit">{word('loads.show-found.explained')}</span>
        </p>
      ) : null}
      {error === null ? null : <ProblemText error={error} />}
    </>
  );
}

export function WholeFault({ fault: { code, place, found, expected, message } }: { readonly fault: FaultReport }) {
  return <FaultText code={code} place={{ ...place }} found={found} expected={expected} message={message} />;
}

function withFaults(result: LoadResult, told: LoadFaultsAnswer | null): LoadResult {
  const errors = new Map(told?.files.map(({ path, error }) => [path, error]));
  const files = result.files.map((file) => {
    const error = errors.get(file.path);
    return error === undefined ? file : { ...file, error };
  });
  return { ...result, files };
}
