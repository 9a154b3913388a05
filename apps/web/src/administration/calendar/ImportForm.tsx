import { useState } from 'react';
import { Problem } from '../../api/problem.js';
import { send } from '../../api/send.js';
import { FaultText, ProblemText, SaidText } from '../../staff/FaultText.js';
import { Field } from '../../staff/Field.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';
import { lineFaults } from './line-faults.js';

/** Sets every day of a list, all or none; what is wrong is told by line. */
export function ImportForm() {
  const { word } = useWords();
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [why, setWhy] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const { waiting, error, run } = useAct();
  const faults = error instanceof Problem ? lineFaults(error.answer.detail ?? '') : [];
  const choose = async (chosen: File | undefined) =>
    setFile(chosen === undefined ? null : { name: chosen.name, text: await chosen.text() });
  const store = async () => {
    setDone(null);
    const answer = await run(() => send<{ act: number }>('POST', 'calendar/import', { ...file, why }));
    if (answer !== undefined) setDone(answer.act);
  };
  return (
    <section className="block">
      <h2>{word('calendar.import.heading')}</h2>
      <form
        className="staff-form"
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <p className="remark">
          {word('calendar.import.explained')} <code>date,kind,name,source</code>
        </p>
        <div className="choices">
          <span className="file-choice">
            <input
              id="calendar-list"
              type="file"
              className="unseen"
              accept=".csv,text/csv"
              onChange={({ target }) => void choose(target.files?.[0])}
            />
            <label htmlFor="calendar-list">{word('calendar.import.file')}</label>
            <span className="unit">{file?.name ?? word('calendar.import.no-file')}</span>
          </span>
          <Field label={word('calendar.why')} value={why} set={setWhy} required />
          <button type="submit" disabled={waiting || file === null || why.trim() === ''}>
            {word('calendar.import')}
          </button>
        </div>
        {done === null ? null : (
          <p role="status" className="right">
            {word('calendar.import.done', { act: done })}
          </p>
        )}
        {error === null || faults.length > 0 ? null : <ProblemText error={error} />}
        {faults.length === 0 ? null : (
          <div role="alert" className="problem">
            <FaultText code="calendar-wrong" found={null} expected={null} />
            <ul>
              {faults.map(({ line, what }) => (
                <li key={`${line} ${what}`}>
                  {word('place.line', { line })} <SaidText english={what} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </form>
    </section>
  );
}
