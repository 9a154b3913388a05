import { useQueryClient } from '@tanstack/react-query';
import type { ClassificationComparison, ClassificationLoad, ClassificationRow } from '@zhiheng/office';
import { useId, useState } from 'react';
import { recordsKey } from '../../api/data-queries.js';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';
import { FileName } from '../FileName.js';
import { ComparisonView } from './ComparisonView.js';
import { LoadedTable } from './LoadedTable.js';

interface Chosen {
  readonly file: string;
  readonly text: string;
  /** The id that its first row names. */
  readonly id: string;
}

export interface OwnTableFormProps {
  readonly tables: readonly ClassificationRow[];
  readonly mayCompare: boolean;
}

/** An own table: chosen as a file, compared with what is in force, and loaded in its place. */
export function OwnTableForm({ tables, mayCompare }: OwnTableFormProps) {
  const { word, own } = useWords();
  const field = useId();
  const queries = useQueryClient();
  const { waiting, error, run } = useAct();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [compared, setCompared] = useState<ClassificationComparison | null>(null);
  const [loaded, setLoaded] = useState<ClassificationLoad | null>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await file.text();
    setChosen({ file: file.name, text, id: text.split(/\r?\n/)[1]?.split(',')[0] ?? '' });
    setCompared(null);
    setLoaded(null);
  };
  const known = tables.find(({ id }) => id === chosen?.id);
  const compare = async (given: Chosen) => {
    const { file, text, id } = given;
    const body = { a: { id }, b: { text, file } };
    setCompared((await run(() => send<ClassificationComparison>('POST', 'classifications/compare', body))) ?? null);
  };
  const load = async ({ text, file }: Chosen) => {
    const answer = await run(() => send<ClassificationLoad>('POST', 'classifications', { text, file }));
    setLoaded(answer ?? null);
    if (answer?.ok === true) await queries.invalidateQueries({ queryKey: [recordsKey] });
  };
  return (
    <section className="block own-table" aria-label={word('own-table.heading')}>
      <h2>{word('own-table.heading')}</h2>
      <p className="remark">{word('own-table.explained')}</p>
      <div className="drop">
        <input
          id={field}
          className="unseen"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            void choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <label htmlFor={field}>{word('own-table.choose')}</label>
        {chosen === null ? null : (
          <p className="remark">
            <FileName path={chosen.file} />
            {known === undefined ? null : ` – ${own(known.names)}`}
          </p>
        )}
      </div>
      <div className="choices">
        {chosen === null ? null : (
          <>
            {known !== undefined && mayCompare ? (
              <button type="button" disabled={waiting} onClick={() => void compare(chosen)}>
                {word('own-table.compare')}
              </button>
            ) : null}
            <button type="button" className="main-act" disabled={waiting} onClick={() => void load(chosen)}>
              {word('own-table.load')}
            </button>
          </>
        )}
        {waiting ? (
          <span role="status" className="unit">
            {word('own-table.waiting')}
          </span>
        ) : null}
      </div>
      {error === null ? null : <ProblemText error={error} />}
      {loaded === null ? null : <LoadedTable answer={loaded} />}
      {compared === null || loaded?.ok === true ? null : <ComparisonView comparison={compared} />}
    </section>
  );
}
