import { useQueryClient } from '@tanstack/react-query';
import type { ReleaseAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { recordsKey } from '../../api/data-queries.js';
import { officeQuery } from '../../api/queries.js';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { useWords } from '../../words/words.js';

/** Freezes what is loaded under a name that is not used before. */
export function FreezeForm() {
  const { word } = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [waiting, setWaiting] = useState(false);
  const [made, setMade] = useState<ReleaseAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const freeze = async () => {
    setWaiting(true);
    setError(null);
    setMade(null);
    try {
      setMade(await send<ReleaseAnswer>('POST', 'releases', { name: name.trim() }));
      setName('');
      await queries.invalidateQueries({ queryKey: [recordsKey] });
      await queries.invalidateQueries({ queryKey: officeQuery().queryKey });
    } catch (fault) {
      setError(fault);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <form
      className="freeze"
      onSubmit={(event) => {
        event.preventDefault();
        void freeze();
      }}
    >
      <p className="remark">{word('releases.freeze.explained')}</p>
      <div className="choices">
        <label className="choice">
          <span>{word('releases.name')}</span>
          <input type="text" value={name} maxLength={64} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit" className="main-act" disabled={waiting || name.trim() === ''}>
          {word('releases.freeze')}
        </button>
      </div>
      {made === null ? null : <p role="status">{word('releases.frozen', { name: made.release })}</p>}
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
