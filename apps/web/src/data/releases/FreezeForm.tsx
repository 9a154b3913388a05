import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CheckStanding, ReleaseAnswer, RunningJob } from '@zhiheng/office';
import { useState } from 'react';
import { recordsKey } from '../../api/data-queries.js';
import { Problem } from '../../api/problem.js';
import { officeQuery } from '../../api/queries.js';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { ProgressBar } from '../../staff/ProgressBar.js';
import { useWords } from '../../words/words.js';
import { AcceptFields } from './AcceptFields.js';

export interface FreezeFormProps {
  /** The checks known to hold a release back, each to be accepted by name with a reason; left out: they are not looked at here. */
  readonly blocking?: readonly CheckStanding[];
  readonly jobs: readonly RunningJob[];
}

/** Freezes what is loaded under a name that is not used before. */
export function FreezeForm({ blocking, jobs }: FreezeFormProps) {
  const { word, language } = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [waiting, setWaiting] = useState(false);
  const [made, setMade] = useState<ReleaseAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const accept = (blocking ?? []).map(({ id }) => ({ check: id, reason: (reasons[id] ?? '').trim() }));
  const lacking = accept.filter(({ reason }) => reason === '').length;
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: [recordsKey] });
    await queries.invalidateQueries({ queryKey: officeQuery().queryKey });
  };
  const freeze = async () => {
    setWaiting(true);
    setError(null);
    setMade(null);
    try {
      const body = { name: name.trim(), ...(accept.length === 0 ? {} : { accept }) };
      setMade(await send<ReleaseAnswer>('POST', 'releases', body));
      setName('');
      setReasons({});
    } catch (fault) {
      setError(fault);
    } finally {
      await refresh();
      setWaiting(false);
    }
  };
  const failed = error instanceof Problem && error.answer.code === 'checks-failed';
  return (
    <form
      className="freeze"
      onSubmit={(event) => {
        event.preventDefault();
        void freeze();
      }}
    >
      <p className="remark">{word('releases.freeze.explained')}</p>
      {blocking === undefined || blocking.length === 0 ? null : (
        <AcceptFields
          blocking={blocking}
          reasons={reasons}
          set={(id, reason) => setReasons((before) => ({ ...before, [id]: reason }))}
        />
      )}
      <div className="choices">
        <label className="choice">
          <span>{word('releases.name')}</span>
          <input type="text" value={name} maxLength={64} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit" className="main-act" disabled={waiting || name.trim() === '' || lacking > 0}>
          {word('releases.freeze')}
        </button>
        {lacking === 0 ? null : <span className="unit">{word('accept.lacking', { n: lacking })}</span>}
        {waiting ? <Checking jobs={jobs} /> : null}
      </div>
      {made === null ? null : <p role="status">{word('releases.frozen', { name: made.release })}</p>}
      {error === null ? null : <ProblemText error={error} />}
      {failed && blocking === undefined ? (
        <p>
          <Link to="/$language/data" params={{ language }} search={{ part: 'checks' }}>
            {word('releases.to-checks')}
          </Link>
        </p>
      ) : null}
    </form>
  );
}

/** How far the checks before a freezing are. */
function Checking({ jobs }: { readonly jobs: readonly RunningJob[] }) {
  const { word } = useWords();
  const job = jobs.find(({ command, endedAt }) => command === 'release-create' && endedAt === null);
  return (
    <ProgressBar label={word('stage.checking')} done={job?.progress?.done ?? 0} total={job?.progress?.total ?? null} />
  );
}
