import type { TaskShown, TasksActed } from '@zhiheng/office';
import { useRef, useState } from 'react';
import { sendFile } from '../api/send.js';
import { sizeText } from '../numbers/size-text.js';
import { ProblemText } from '../staff/FaultText.js';
import { FileChooser } from '../staff/FileChooser.js';
import { ProgressBar } from '../staff/ProgressBar.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';
import { useTaskAct } from './useTaskAct.js';

/** Brings a file of evidence. What it is called has to agree with what it holds; else it is refused with the reason. */
export function EvidenceUpload({ task, most }: { readonly task: TaskShown; readonly most: number }) {
  const { word, language } = useWords();
  const { waiting, error, run } = useAct();
  const { again } = useTaskAct(task);
  const stop = useRef<AbortController | null>(null);
  const [note, setNote] = useState('');
  const [sent, setSent] = useState<{ readonly name: string; readonly of: number; readonly bytes: number } | null>(null);
  const bring = async (file: File) => {
    const aborting = new AbortController();
    stop.current = aborting;
    const told = (bytes: number) => setSent({ name: file.name, of: file.size, bytes });
    told(0);
    const query = { version: task.version, note: note.trim() };
    const done = await run(async () => {
      try {
        return await sendFile<TasksActed>(
          file,
          told,
          aborting.signal,
          `tasks/${encodeURIComponent(task.id)}/files`,
          query,
        );
      } catch (fault) {
        if (aborting.signal.aborted) return undefined;
        await again();
        throw fault;
      }
    });
    setSent(null);
    if (done !== undefined) setNote('');
  };
  return (
    <div className="evidence-upload">
      <label className="choice">
        <span>{word('task.evidence.note')}</span>
        <input type="text" value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </label>
      <FileChooser
        choose={([file]) => {
          if (file !== undefined) void bring(file);
        }}
        label={word('task.evidence.choose')}
        explained={word('task.evidence.explained', { most: sizeText(most, language) })}
        disabled={waiting}
        single
      />
      {sent === null ? null : (
        <p role="status" className="acts">
          <ProgressBar label={word('loads.sending', { name: sent.name })} done={sent.bytes} total={sent.of} />
          <span>{word('loads.sending', { name: sent.name })}</span>
          <button type="button" className="quiet" onClick={() => stop.current?.abort()}>
            {word('guidelines.stop')}
          </button>
        </p>
      )}
      {error === null ? null : <ProblemText error={error} />}
    </div>
  );
}
