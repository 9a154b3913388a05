import { useQueryClient } from '@tanstack/react-query';
import type { ScreenJob } from '@zhiheng/office';
import { useEffect, useRef, useState } from 'react';
import { recordsKey } from '../api/data-queries.js';
import { send } from '../api/send.js';
import { may, useSession } from '../api/session.js';
import { stageWords } from '../data/job-words.js';
import { FaultText, ProblemText } from '../staff/FaultText.js';
import { ProgressBar } from '../staff/ProgressBar.js';
import { useWords } from '../words/words.js';

/** Begins a screening of the newest release, for who may; how far it is, whoever began it. */
export function BeginRun({ job }: { readonly job: ScreenJob | null }) {
  const { word } = useWords();
  const session = useSession();
  const queries = useQueryClient();
  const [begun, setBegun] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = job?.state === 'running';
  const waiting = running || (begun !== null && begun !== job?.id);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !running) void queries.invalidateQueries({ queryKey: [recordsKey] });
    wasRunning.current = running;
  }, [running, queries]);
  const begin = async () => {
    setError(null);
    try {
      setBegun((await send<{ job: string }>('POST', 'screening/runs', {})).job);
      await queries.invalidateQueries({ queryKey: [recordsKey] });
    } catch (fault) {
      setError(fault);
    }
  };
  const stage = word(stageWords[job?.progress?.stage ?? ''] ?? 'stage.other');
  return (
    <div className="begin-run">
      {may(session, 'screening:run') ? (
        <button type="button" className="main-act" disabled={waiting} onClick={() => void begin()}>
          {word('screening.begin')}
        </button>
      ) : null}
      <output aria-live="polite">
        {running ? (
          <span className="job-progress">
            <ProgressBar label={stage} done={job.progress?.done ?? 0} total={job.progress?.total ?? null} />{' '}
            <span className="unit">{stage}</span>
          </span>
        ) : null}
        {job?.state === 'cancelled' ? word('job.cancelled') : null}
        {job?.state === 'failed' && job.fault !== null ? (
          <FaultText
            code={job.fault.code}
            found={job.fault.found ?? null}
            expected={job.fault.expected ?? null}
            message={job.fault.message}
          />
        ) : null}
        {job?.state === 'done' && begun === job.id ? word('screening.done') : null}
      </output>
      {error === null ? null : <ProblemText error={error} />}
    </div>
  );
}
