import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { GuidelineAnswer } from '@zhiheng/office';
import { useId, useRef, useState } from 'react';
import { guidelinesKey } from '../api/guideline-queries.js';
import { sendFile } from '../api/send.js';
import { ProblemText } from '../staff/FaultText.js';
import { ProgressBar } from '../staff/ProgressBar.js';
import { useWords } from '../words/words.js';

interface Coming {
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
}

/** Brings a guideline in; once it is read its review opens. A file that is refused says why. */
export function GuidelineUpload() {
  const { word, language } = useWords();
  const id = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const stop = useRef<AbortController | null>(null);
  const [coming, setComing] = useState<Coming | null>(null);
  const [refused, setRefused] = useState<{ readonly name: string; readonly error: unknown } | null>(null);
  const bring = async (file: File) => {
    const { name, size: bytes } = file;
    stop.current = new AbortController();
    setRefused(null);
    setComing({ name, bytes, sent: 0 });
    try {
      const told = (sent: number) => setComing({ name, bytes, sent });
      const { draft } = await sendFile<GuidelineAnswer>(file, told, stop.current.signal, 'guidelines');
      await queries.invalidateQueries({ queryKey: [guidelinesKey] });
      await navigate({ to: '/$language/guidelines/$draft', params: { language, draft }, search: { show: undefined } });
    } catch (error) {
      if (!stop.current.signal.aborted) setRefused({ name, error });
    } finally {
      setComing(null);
    }
  };
  return (
    <section className="block">
      <h2>{word('guidelines.import')}</h2>
      <div className="bring">
        <label htmlFor={id} className="unseen">
          {word('guidelines.choose')}
        </label>
        <input
          id={id}
          type="file"
          accept=".txt,.html,.htm,.docx,.pdf"
          disabled={coming !== null}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file !== undefined) void bring(file);
          }}
        />
        <p className="remark">{word('guidelines.choose.explained')}</p>
      </div>
      {coming === null ? null : (
        <p role="status" className="acts">
          {coming.sent < coming.bytes ? (
            <ProgressBar label={word('loads.sending', { name: coming.name })} done={coming.sent} total={coming.bytes} />
          ) : (
            <ProgressBar label={word('guidelines.reading', { name: coming.name })} done={0} total={null} />
          )}
          <span>
            {word(coming.sent < coming.bytes ? 'loads.sending' : 'guidelines.reading', { name: coming.name })}
          </span>
          <button type="button" className="quiet" onClick={() => stop.current?.abort()}>
            {word('guidelines.stop')}
          </button>
        </p>
      )}
      {refused === null ? null : (
        <>
          <p>{word('guidelines.refused', { name: refused.name })}</p>
          <ProblemText error={refused.error} />
        </>
      )}
    </section>
  );
}
