import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { runningKey } from '../../api/data-queries.js';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { FileChooser } from '../../staff/FileChooser.js';
import { useWords } from '../../words/words.js';
import { MappingEditor } from './MappingEditor.js';
import { useWaitingFiles } from './useWaitingFiles.js';
import { WaitingList } from './WaitingList.js';
import { type GivenText, isMapping } from './waiting-file.js';

/** Choose files, look at their first rows, load them. */
export function LoadForm() {
  const { word } = useWords();
  const queries = useQueryClient();
  const waiting = useWaitingFiles();
  const [mappings, setMappings] = useState<readonly GivenText[]>([]);
  const change = useCallback((mapping: GivenText) => setMappings([mapping]), []);
  const [covers, setCovers] = useState('');
  const [keepComplete, setKeepComplete] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ready = waiting.files.flatMap(({ upload }) => (upload === null ? [] : [upload]));
  const onTheWay = waiting.files.some((file) => file.upload === null && file.error === null);

  const choose = async (files: readonly File[]) => {
    const given = files.filter(({ name }) => isMapping(name));
    if (given.length > 0) {
      setMappings(await Promise.all(given.map(async (file) => ({ path: file.name, text: await file.text() }))));
    }
    waiting.add(files.filter(({ name }) => !isMapping(name)));
  };
  const load = async () => {
    setError(null);
    try {
      const written = mappings.filter(({ text }) => text.trim() !== '');
      const given = written.length === 0 ? {} : { mapping: written };
      const said = covers.trim() === '' ? {} : { covers: { path: 'covers.yaml', text: covers } };
      await send('POST', 'loads', { uploads: ready, keepComplete, ...given, ...said });
      waiting.clear();
      setMappings([]);
      setCovers('');
      await queries.invalidateQueries({ queryKey: runningKey });
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <form
      className="load-form"
      onSubmit={(event) => {
        event.preventDefault();
        void load();
      }}
    >
      <FileChooser
        choose={(files) => void choose(files)}
        label={word('loads.choose')}
        explained={word('loads.choose.explained')}
      />
      <WaitingList files={waiting.files} remove={waiting.remove} />
      {ready[0] === undefined ? null : (
        <>
          {mappings.length > 1 ? (
            <p className="remark">
              {word('loads.mappings', { names: mappings.map(({ path }) => path).join(word('list.comma')) })}
            </p>
          ) : (
            <MappingEditor key={ready[0]} upload={ready[0]} mapping={mappings[0] ?? null} change={change} />
          )}
          <details>
            <summary>{word('loads.covers')}</summary>
            <textarea
              className="code-field"
              aria-label={word('loads.covers')}
              rows={7}
              spellCheck={false}
              value={covers}
              onChange={(event) => setCovers(event.target.value)}
            />
            <p className="remark">{word('loads.covers.explained')}</p>
          </details>
          <label className="radio">
            <input type="checkbox" checked={keepComplete} onChange={(event) => setKeepComplete(event.target.checked)} />
            {word('loads.keep-complete')}
          </label>
          <p>
            <button type="submit" className="main-act" disabled={onTheWay}>
              {word('loads.load', { n: ready.length })}
            </button>
          </p>
        </>
      )}
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
