import { useQuery } from '@tanstack/react-query';
import type { QuarantineAnswer, QuarantineFixAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { quarantinedQuery } from '../../api/data-queries.js';
import { FaultText } from '../../staff/FaultText.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { ColumnsForm } from './ColumnsForm.js';
import { TextForm } from './TextForm.js';

export interface QuarantineRecordProps {
  readonly id: string;
  readonly corrected: (result: QuarantineFixAnswer) => void;
}

/** What was read, the field at fault marked, and the way to put it right. */
export function QuarantineRecord({ id, corrected }: QuarantineRecordProps) {
  const { word } = useWords();
  const { data, error, refetch } = useQuery(quarantinedQuery(id));
  const [result, setResult] = useState<QuarantineFixAnswer | null>(null);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} />;
  return (
    <section className="held-record" aria-label={word('quarantine.record', { id })}>
      <RawRecord answer={data} />
      {result?.fault ? <StillWrong fault={result.fault} /> : null}
      {data.correctable ? (
        <Correction
          key={id}
          answer={data}
          done={(answer) => {
            setResult(answer);
            if (answer.resolved) corrected(answer);
          }}
        />
      ) : data.record.resolved === null ? (
        <p className="remark">{word('quarantine.not-correctable')}</p>
      ) : null}
    </section>
  );
}

/** The record as it stood in its file; the text that is at fault is marked where it stands once. */
function RawRecord({ answer: { record } }: { readonly answer: QuarantineAnswer }) {
  const { word } = useWords();
  const { raw, found, header } = record;
  if (raw === null) return null;
  const at = found === null || found === '' ? -1 : raw.indexOf(found);
  return (
    <figure className="raw">
      <figcaption>{word('quarantine.raw')}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long record is scrolled by keyboard */}
      <pre tabIndex={0}>
        {header == null ? null : <span className="raw-header">{`${header}\n`}</span>}
        {at === -1 || found === null ? (
          raw
        ) : (
          <>
            {raw.slice(0, at)}
            <mark>{found}</mark>
            {raw.slice(at + found.length)}
          </>
        )}
      </pre>
    </figure>
  );
}

interface CorrectionProps {
  readonly answer: QuarantineAnswer;
  readonly done: (result: QuarantineFixAnswer) => void;
}

/** By column where the record is a row; as a whole where it is not, or where the person wants it so. */
function Correction({ answer, done }: CorrectionProps) {
  const { word } = useWords();
  const { columns, record } = answer;
  const [whole, setWhole] = useState(columns === null);
  return (
    <>
      <h3>{word('quarantine.correct')}</h3>
      {columns === null || whole ? (
        <TextForm id={record.id} raw={record.raw ?? ''} done={done} />
      ) : (
        <ColumnsForm id={record.id} columns={columns} faulty={record.field} done={done} />
      )}
      {columns === null ? null : (
        <button type="button" className="quiet" onClick={() => setWhole(!whole)}>
          {word(whole ? 'quarantine.by-column' : 'quarantine.as-whole')}
        </button>
      )}
    </>
  );
}

function StillWrong({ fault }: { readonly fault: NonNullable<QuarantineFixAnswer['fault']> }) {
  const { word } = useWords();
  return (
    <p role="status" className="problem">
      <strong>{word('quarantine.still-wrong')}</strong>{' '}
      <FaultText code={fault.code} found={fault.found} expected={fault.expected} />
    </p>
  );
}
