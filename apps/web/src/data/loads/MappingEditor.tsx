import type { PreviewAnswer } from '@zhiheng/office';
import { useEffect, useId, useState } from 'react';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { PreviewTable } from './PreviewTable.js';
import type { GivenText } from './waiting-file.js';

export interface MappingEditorProps {
  /** The file whose first rows are shown. */
  readonly upload: string;
  readonly mapping: GivenText | null;
  readonly change: (mapping: GivenText) => void;
}

const tables = new Set(['table', 'ndjson', 'xlsx', 'parquet']);
/** Long enough not to ask at every key, short enough to feel at once. */
const pause = 500;

/** The first rows of a table with what each column fills; the mapping is proposed, and can be edited beside it. */
export function MappingEditor({ upload, mapping, change }: MappingEditorProps) {
  const { word } = useWords();
  const id = useId();
  const [preview, setPreview] = useState<PreviewAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const text = mapping?.text;
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      try {
        const body = text === undefined ? {} : { mapping: text };
        const answer = await send<PreviewAnswer>('POST', `uploads/${upload}/preview`, body, stop.signal);
        if (stop.signal.aborted) return;
        setError(null);
        setPreview(answer);
        if (answer.proposal !== null) change({ path: 'mapping.yaml', text: answer.proposal.yaml });
      } catch (fault) {
        if (!stop.signal.aborted) setError(fault);
      }
    };
    const timer = setTimeout(() => void look(), text === undefined ? 0 : pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [upload, text, change]);
  if (preview === null && error === null) return <Skeleton rows={4} />;
  const isTable = preview === null || tables.has(preview.format ?? '');
  return (
    <div className="mapping">
      {preview === null || isTable ? null : (
        <p>{preview.format === null ? word('preview.unknown') : word('preview.format', { format: preview.format })}</p>
      )}
      {preview?.table ? <PreviewTable table={preview.table} /> : null}
      {isTable ? (
        <label className="choice" htmlFor={id}>
          <span>{word('mapping.label')}</span>
          <textarea
            id={id}
            className="code-field"
            rows={12}
            spellCheck={false}
            value={text ?? ''}
            onChange={(event) => change({ path: mapping?.path ?? 'mapping.yaml', text: event.target.value })}
          />
        </label>
      ) : null}
      {isTable ? <p className="remark">{word('mapping.explained')}</p> : null}
      {error === null ? null : <ProblemText error={error} />}
    </div>
  );
}
