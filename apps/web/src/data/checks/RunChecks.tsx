import { useQueryClient } from '@tanstack/react-query';
import type { CheckOverviewAnswer, RunningJob, SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { recordsKey } from '../../api/data-queries.js';
import { send } from '../../api/send.js';
import { may } from '../../api/session.js';
import { FaultText, ProblemText } from '../../staff/FaultText.js';
import { ProgressBar } from '../../staff/ProgressBar.js';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';

export interface RunChecksProps {
  readonly overview: CheckOverviewAnswer;
  readonly jobs: readonly RunningJob[];
  readonly session: SessionAnswer;
}

/** Runs the checks that are not known yet over the records: how far they are, and a button that stops them. */
export function RunChecks({ overview, jobs, session }: RunChecksProps) {
  const { word } = useWords();
  const queries = useQueryClient();
  const [begun, setBegun] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { release, running, checks } = overview;
  const open = checks.filter(({ state, names }) => state === 'pending' || (state === 'failed' && names !== null));
  const act = async (what: () => Promise<unknown>) => {
    setWaiting(true);
    setError(null);
    try {
      await what();
      await queries.invalidateQueries({ queryKey: [recordsKey] });
    } catch (fault) {
      setError(fault);
    } finally {
      setWaiting(false);
    }
  };
  const run = () =>
    act(async () => {
      const body = release === null ? {} : { release };
      setBegun((await send<{ job: string }>('POST', 'checks/runs', body)).job);
    });
  const ended = jobs.find(({ id, endedAt }) => id === begun && endedAt !== null);
  return (
    <div className="run-checks">
      {running === null ? (
        <p className="acts">
          {open.length === 0 ? null : (
            <button type="button" className="main-act" disabled={waiting} onClick={() => void run()}>
              {word('checks.run')}
            </button>
          )}
          <span className="unit">
            {word('checks.pending', { n: open.length })} <Moment overview={overview} />
          </span>
        </p>
      ) : (
        <p className="acts" role="status">
          <Running running={running} jobs={jobs} />
          {may(session, 'running:cancel') ? (
            <button
              type="button"
              disabled={waiting}
              onClick={() => void act(() => send('DELETE', `running/${running.id}`))}
            >
              {word('running.stop')}
            </button>
          ) : null}
        </p>
      )}
      {ended?.state === 'cancelled' ? <p role="status">{word('job.cancelled')}</p> : null}
      {ended?.state === 'failed' ? <Failed job={ended} /> : null}
      {error === null ? null : <ProblemText error={error} />}
    </div>
  );
}

/** How far a run is, as the server tells by itself, else as it was last asked. */
function Running(props: {
  readonly running: NonNullable<CheckOverviewAnswer['running']>;
  readonly jobs: readonly RunningJob[];
}) {
  const { word } = useWords();
  const { running, jobs } = props;
  const progress = jobs.find(({ id }) => id === running.id)?.progress ?? running.progress;
  const [done, total] = [progress?.done ?? 0, progress?.total ?? null];
  return (
    <>
      <ProgressBar label={word('stage.checking')} done={done} total={total} />
      <span className="unit">
        {word('stage.checking')} {total === null ? '' : `${done} / ${total}`}
      </span>
    </>
  );
}

function Moment({ overview: { ranAt, release } }: { readonly overview: CheckOverviewAnswer }) {
  const { word } = useWords();
  if (release !== null || ranAt === null) return null;
  return (
    <>
      {word('checks.ran-at')} <TimeText time={ranAt} />
    </>
  );
}

function Failed({ job: { outcome } }: { readonly job: RunningJob }) {
  const fault = outcome?.fault ?? null;
  if (fault === null) return null;
  return (
    <p role="alert" className="problem">
      <FaultText code={fault.code} found={fault.found} expected={fault.expected} message={fault.message} />
    </p>
  );
}
