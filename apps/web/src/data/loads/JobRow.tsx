import type { QuarantineFixAnswer, RunningJob } from '@zhiheng/office';
import { useState } from 'react';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { ProgressBar } from '../../staff/ProgressBar.js';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';
import { FileName } from '../FileName.js';
import { commandWords, stageWords, stateWords } from '../job-words.js';
import { LoadEnd, WholeFault } from './LoadEnd.js';
import { LoadOutcome } from './LoadOutcome.js';

const namedFiles = 3;

/** One job: what it works on, how far it is, how it ended; a button stops it. */
export function JobRow({ job }: { readonly job: RunningJob }) {
  const { word } = useWords();
  const [stopping, setStopping] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const stop = async () => {
    setStopping(true);
    try {
      await send('DELETE', `running/${job.id}`);
    } catch (fault) {
      setError(fault);
      setStopping(false);
    }
  };
  const faulty = job.state === 'done' && job.outcome?.exit === 1;
  const command = commandWords[job.command];
  const { progress } = job;
  const stage = word(stageWords[progress?.stage ?? ''] ?? 'stage.other');
  return (
    <li className={`job job-${faulty ? 'faulty' : job.state}`}>
      <p className="job-head">
        <strong>{command === undefined ? job.command : word(command)}</strong>
        {job.about.length === 0 ? null : (
          <span className="job-about">
            {job.about.slice(0, namedFiles).map((path) => (
              <FileName key={path} path={path} />
            ))}
            {job.about.length > namedFiles ? (
              <span className="unit">{word('running.more', { n: job.about.length - namedFiles })}</span>
            ) : null}
          </span>
        )}
        <span className="job-state">{word(faulty ? 'job.done-faulty' : stateWords[job.state])}</span>
        <span className="unit">
          {job.person} · <TimeText time={job.startedAt} />
        </span>
      </p>
      {job.state === 'running' ? (
        <p className="job-progress">
          <ProgressBar label={stage} done={progress?.done ?? 0} total={progress?.total ?? null} />
          <span className="unit">{stage}</span>
          <button type="button" disabled={stopping} onClick={() => void stop()}>
            {word('running.stop')}
          </button>
        </p>
      ) : null}
      {error === null ? null : <ProblemText error={error} />}
      <Outcome job={job} />
    </li>
  );
}

function Outcome({ job }: { readonly job: RunningJob }) {
  const { command, outcome } = job;
  if (outcome === null) return null;
  if (command === 'load') return <LoadEnd job={job} outcome={outcome} />;
  const { json, fault } = outcome;
  if (fault !== null) return <WholeFault fault={fault} />;
  if (command === 'quarantine-fix') return <LoadOutcome result={(json as QuarantineFixAnswer).load} />;
  return null;
}
