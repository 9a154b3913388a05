import type { QuarantineAnswer, QuarantineFixAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { ProblemText } from '../../staff/FaultText.js';
import { useWords } from '../../words/words.js';
import { fieldName } from '../field-name.js';
import { useFix } from './useFix.js';

export interface ColumnsFormProps {
  readonly id: string;
  readonly columns: NonNullable<QuarantineAnswer['columns']>;
  /** Canonical field at fault; null when it is the record as a whole. */
  readonly faulty: string | null;
  readonly done: (result: QuarantineFixAnswer) => void;
}

/** A field a column; only what was changed is sent. */
export function ColumnsForm({ id, columns, faulty, done }: ColumnsFormProps) {
  const words = useWords();
  const { word } = words;
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const fix = useFix(id, done);
  const set = Object.fromEntries(
    columns.flatMap(({ column, value }) => {
      const now = changed[column];
      return now === undefined || now === value ? [] : [[column, now]];
    }),
  );
  return (
    <form
      className="correction"
      onSubmit={(event) => {
        event.preventDefault();
        void fix.send({ set });
      }}
    >
      {columns.map(({ column, field, value }) => (
        <label key={column} className={field !== null && field === faulty ? 'choice faulty' : 'choice'}>
          <span>
            {column}
            {field === null || fieldName(words, field) === column ? '' : ` · ${fieldName(words, field)}`}
            {field !== null && field === faulty ? <strong> {word('quarantine.at-fault')}</strong> : null}
          </span>
          <input
            type="text"
            value={changed[column] ?? value}
            onChange={(event) => setChanged({ ...changed, [column]: event.target.value })}
          />
        </label>
      ))}
      <p>
        <button type="submit" className="main-act" disabled={fix.waiting || Object.keys(set).length === 0}>
          {word('quarantine.load-again')}
        </button>
      </p>
      {fix.error === null ? null : <ProblemText error={fix.error} />}
    </form>
  );
}
