import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deadlineQuery } from '../../api/people-queries.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Field } from '../../staff/Field.js';
import { useWords } from '../../words/words.js';

/** Counts working days from a day on. */
export function DeadlineBlock() {
  const { word } = useWords();
  const [from, setFrom] = useState(new Date().toLocaleDateString('sv-SE'));
  const [count, setCount] = useState('10');
  const whole = /^\d{1,4}$/.test(count.trim());
  const { data, error } = useQuery({ ...deadlineQuery(from, Number(count)), enabled: from !== '' && whole });
  return (
    <section className="block">
      <h2>{word('deadline.heading')}</h2>
      <div className="choices deadline">
        <Field label={word('deadline.from')} type="date" value={from} set={setFrom} />
        <span className="deadline-sign" aria-hidden="true">
          +
        </span>
        <Field label={word('deadline.working-days')} type="number" min="0" value={count} set={setCount} />
        <span className="deadline-sign" aria-hidden="true">
          =
        </span>
        <output className="deadline-day">
          {data === undefined || error || !whole ? '–' : data.day}
          {data?.provisional && !error ? <span className="unit"> {word('deadline.provisional')}</span> : null}
        </output>
      </div>
      {error ? <ProblemText error={error} /> : null}
      <p className="remark">{word('deadline.explained')}</p>
    </section>
  );
}
