import { useEffect, useRef, useState } from 'react';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Field, Select } from '../../staff/Field.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';
import { dayKindWords } from './day-kind-words.js';
import type { YearDay } from './months-of-year.js';

export interface DayFormProps {
  readonly date: string;
  /** As it stands now. */
  readonly day: YearDay | null;
  readonly close: () => void;
}

/** Sets a day, or moves a bound of what is published to it, with the reason. */
export function DayForm({ date, day, close }: DayFormProps) {
  const { word } = useWords();
  const [fields, setFields] = useState({
    kind: day?.working === false ? 'workday' : 'holiday',
    name: day?.name ?? '',
    source: '',
    why: '',
  });
  const { waiting, error, run } = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const set = (name: keyof typeof fields) => (value: string) => setFields({ ...fields, [name]: value });
  const store = async () => {
    if ((await run(() => send<object>('PUT', `calendar/${date}`, fields))) !== undefined) close();
  };
  const complete = fields.name.trim() !== '' && fields.source.trim() !== '' && fields.why.trim() !== '';
  return (
    <form
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault();
        void store();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {word('calendar.set.heading', { day: date })}
      </h3>
      <div className="choices">
        <Select
          label={word('calendar.set.kind')}
          value={fields.kind}
          set={set('kind')}
          options={Object.entries(dayKindWords).map(([kind, id]) => [kind, word(id)] as const)}
        />
        <Field label={word('calendar.set.name')} value={fields.name} set={set('name')} required />
        <Field label={word('calendar.set.source')} value={fields.source} set={set('source')} required />
        <Field label={word('calendar.why')} value={fields.why} set={set('why')} required />
      </div>
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || !complete}>
          {word('calendar.set')}
        </button>
        <button type="button" onClick={close}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
