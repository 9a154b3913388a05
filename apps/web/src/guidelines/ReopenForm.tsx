import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { guidelinesKey } from '../api/guideline-queries.js';
import { send } from '../api/send.js';
import { ProblemText } from '../staff/FaultText.js';
import { Field } from '../staff/Field.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';

/** Opens an accepted draft again, for a reason; the programme stays in force until the draft is accepted anew. */
export function ReopenForm({ path, programme }: { readonly path: string; readonly programme: string }) {
  const { word } = useWords();
  const queries = useQueryClient();
  const { waiting, error, run } = useAct();
  const [reason, setReason] = useState('');
  const reopen = async () => {
    await run(() => send('POST', `${path}/reopen`, { reason: reason.trim() }));
    await queries.invalidateQueries({ queryKey: [guidelinesKey] });
  };
  return (
    <details>
      <summary>{word('review.reopen')}</summary>
      <form
        className="staff-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') void reopen();
        }}
      >
        <p className="remark">{word('review.reopen.explained', { programme })}</p>
        <Field label={word('rulings.reason')} value={reason} set={setReason} required />
        <button type="submit" disabled={waiting || reason.trim() === ''}>
          {word('review.reopen')}
        </button>
        {error === null ? null : <ProblemText error={error} />}
      </form>
    </details>
  );
}
