import { useQuery } from '@tanstack/react-query';
import { deadlineQuery } from '../api/people-queries.js';
import { Field } from '../staff/Field.js';
import { useMoments } from '../words/useMoments.js';
import { useWords } from '../words/words.js';
import type { AskedDue } from './asked-due.js';

export interface DueFieldsProps {
  readonly label: string;
  readonly due: AskedDue;
  readonly set: (due: AskedDue) => void;
}

/** A last day by date or by working days from today, which are reckoned at once by the calendar as it stands. */
export function DueFields({ label, due, set }: DueFieldsProps) {
  const { word } = useWords();
  const days = Number(due.workingDays);
  const asked = due.day === '' && Number.isInteger(days) && days > 0 && days <= 500;
  const { day: dayOf } = useMoments();
  const { data } = useQuery({ ...deadlineQuery(dayOf(new Date().toISOString()), days), enabled: asked });
  return (
    <fieldset className="due-fields">
      <legend>{label}</legend>
      <Field label={word('task.field.day')} type="date" value={due.day} set={(day) => set({ day, workingDays: '' })} />
      <Field
        label={word('task.field.working-days')}
        type="number"
        min="1"
        value={due.workingDays}
        set={(workingDays) => set({ day: '', workingDays })}
      />
      {asked && data !== undefined ? (
        <p className="remark" role="status">
          {word(data.provisional ? 'task.due.comes-to-provisional' : 'task.due.comes-to', { day: data.day })}
        </p>
      ) : null}
    </fieldset>
  );
}
