import type { DefinitionPreview, RunningJob, SessionAnswer } from '@zhiheng/office';
import { useEffect, useRef, useState } from 'react';
import { send } from '../api/send.js';
import { may } from '../api/session.js';
import { useRunning } from '../data/useRunning.js';
import { ProblemText } from '../staff/FaultText.js';
import { Field, Select } from '../staff/Field.js';
import { ProgressBar } from '../staff/ProgressBar.js';
import { useWords } from '../words/words.js';
import { ChangedRecordsTable } from './ChangedRecordsTable.js';
import { PreviewTable } from './PreviewTable.js';

export interface PreviewBlockProps {
  readonly session: SessionAnswer;
  readonly text: string;
  readonly id: string | undefined;
  /** A text with faults is not counted. */
  readonly sound: boolean;
}

/** Counts the text as it stands beside the definition in force, over the newest release; nothing of it is kept. */
export function PreviewBlock({ session, text, id, sound }: PreviewBlockProps) {
  const { word } = useWords();
  const [areas, setAreas] = useState('');
  const [periods, setPeriods] = useState('');
  const [shown, setShown] = useState<{ readonly of: string; readonly preview: DefinitionPreview } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const going = useRef<AbortController | null>(null);
  const [waiting, setWaiting] = useState(false);
  const jobs = useRunning(waiting && may(session, 'running:read'));
  useEffect(() => () => going.current?.abort(), []);
  const begin = async () => {
    const stop = new AbortController();
    going.current = stop;
    setWaiting(true);
    setError(null);
    try {
      const period = periods.split(/[\s,，、]+/).filter((one) => one !== '');
      const body = {
        ...{ text, ...(id === undefined ? {} : { id }) },
        ...(areas === '' ? {} : { area: [areas] }),
        ...(period.length === 0 ? {} : { period }),
      };
      setShown({ of: text, preview: await send<DefinitionPreview>('POST', 'definitions/preview', body, stop.signal) });
    } catch (fault) {
      if (!stop.signal.aborted) setError(fault);
    } finally {
      setWaiting(false);
    }
  };
  const job = jobs.find((one) => isMine(one, session));
  return (
    <section className="preview" aria-busy={waiting}>
      <p className="remark">{word('definition-preview.explained')}</p>
      <form
        className="choices"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <Select
          label={word('definition-preview.areas')}
          value={areas}
          set={setAreas}
          options={[
            ['', word('definition-preview.areas.groups')],
            ['provinces', word('definition-preview.areas.provinces')],
          ]}
        />
        <Field label={word('definition-preview.periods')} value={periods} set={setPeriods} />
        {waiting ? (
          <>
            <ProgressBar
              label={word('definition-preview.counting')}
              done={job?.progress?.done ?? 0}
              total={job?.progress?.total ?? null}
            />
            <button type="button" onClick={() => going.current?.abort()}>
              {word('definition-preview.stop')}
            </button>
          </>
        ) : (
          <button type="submit" className="main-act" disabled={!sound}>
            {word('definition-preview.begin')}
          </button>
        )}
      </form>
      {sound || waiting ? null : <p className="unit">{word('definition-preview.faulty')}</p>}
      {error === null ? null : <ProblemText error={error} />}
      {shown === null ? null : (
        <>
          {shown.of === text ? null : <p className="unit">{word('definition-preview.outdated')}</p>}
          <PreviewTable preview={shown.preview} />
          <ChangedRecordsTable preview={shown.preview} change="added" />
          <ChangedRecordsTable preview={shown.preview} change="removed" />
        </>
      )}
    </section>
  );
}

function isMine({ command, state, person }: RunningJob, session: SessionAnswer): boolean {
  return command === 'indicator-preview' && state === 'running' && person === session.person;
}
