import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { runningKey } from '../../api/data-queries.js';
import { send, sendFile } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { FileChooser } from '../../staff/FileChooser.js';
import { useWords } from '../../words/words.js';
import { isMapping } from '../loads/waiting-file.js';
import { ReasonField } from '../rulings/ReasonField.js';

/** A list that others decided, with its mapping. */
export function ImportForm({ tell }: { readonly tell: (words: string | null) => void }) {
  const { word } = useWords();
  const queries = useQueryClient();
  const [list, setList] = useState<File | null>(null);
  const [mapping, setMapping] = useState('');
  const [reason, setReason] = useState('');
  const [keepComplete, setKeepComplete] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const choose = async (files: readonly File[]) => {
    const given = files.find(({ name }) => isMapping(name));
    if (given !== undefined) setMapping(await given.text());
    setList(files.find(({ name }) => !isMapping(name)) ?? list);
  };
  const take = async () => {
    if (list === null) return;
    tell(null);
    setError(null);
    setSent(0);
    try {
      const { upload } = await sendFile(list, setSent, new AbortController().signal);
      await send('POST', 'decisions/import', { upload, mapping, keepComplete, reason: reason.trim() });
      tell(word('decisions.import.started', { name: list.name }));
      setList(null);
      setReason('');
      await queries.invalidateQueries({ queryKey: runningKey });
    } catch (fault) {
      setError(fault);
    } finally {
      setSent(null);
    }
  };
  return (
    <details className="decide">
      <summary>{word('decisions.import')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <p className="remark">{word('decisions.import.explained')}</p>
        <FileChooser
          choose={(files) => void choose(files)}
          label={word('loads.choose')}
          explained={word('loads.choose.explained')}
        />
        {list === null ? null : <p>{word('decisions.import.list', { name: list.name })}</p>}
        <label className="choice">
          <span>{word('decisions.import.mapping')}</span>
          <textarea
            className="code-field"
            rows={10}
            spellCheck={false}
            value={mapping}
            onChange={(event) => setMapping(event.target.value)}
          />
        </label>
        <label className="radio">
          <input type="checkbox" checked={keepComplete} onChange={(event) => setKeepComplete(event.target.checked)} />
          {word('decisions.import.keep')}
        </label>
        <ReasonField reason={reason} set={setReason} />
        <p>
          <button
            type="submit"
            className="main-act"
            disabled={list === null || mapping.trim() === '' || reason.trim() === '' || sent !== null}
          >
            {word('decisions.import.take')}
          </button>
        </p>
        {error === null ? null : <ProblemText error={error} />}
      </form>
    </details>
  );
}
