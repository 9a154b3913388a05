import { useQuery } from '@tanstack/react-query';
import type { DecidedField, FieldValue, ReviewAnswer } from '@zhiheng/office';
import { type KeyboardEvent, useState } from 'react';
import { indicatorsQuery } from '../api/queries.js';
import { Field } from '../staff/Field.js';
import { useWords } from '../words/words.js';
import { changedValue, inputsOf, shownIn } from './field-inputs.js';
import { PartInput } from './PartInput.js';

export interface FieldFormProps {
  readonly field: DecidedField;
  readonly languages: ReviewAnswer['languages'];
  readonly waiting: boolean;
  readonly save: (value: FieldValue, note: string) => void;
  readonly leave: () => void;
}

/** The parts of a field to be set right. Escape leaves it as it was. */
export function FieldForm({ field, languages, waiting, save, leave }: FieldFormProps) {
  const { word } = useWords();
  const before = field.value ?? field.read ?? {};
  const inputs = inputsOf(field, languages);
  const [written, setWritten] = useState(() =>
    Object.fromEntries(inputs.map((one) => [one.key, shownIn(before, one)])),
  );
  const [note, setNote] = useState('');
  const [unread, setUnread] = useState(false);
  const indicators = useQuery({ ...indicatorsQuery(), enabled: field.kind === 'target' });
  const leaveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  return (
    <form
      className="staff-form field-form"
      onKeyDown={leaveByKey}
      onSubmit={(event) => {
        event.preventDefault();
        try {
          save(changedValue(before, inputs, written), note.trim());
        } catch {
          setUnread(true);
        }
      }}
    >
      {inputs.map((input, index) => (
        <PartInput
          key={input.key}
          input={input}
          value={written[input.key] ?? ''}
          set={(value) => setWritten((all) => ({ ...all, [input.key]: value }))}
          indicators={indicators.data ?? []}
          first={index === 0}
        />
      ))}
      <Field label={word('review.part.note')} value={note} set={setNote} />
      {unread ? <p role="alert">{word('review.json-wrong')}</p> : null}
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting}>
          {word('review.save')}
        </button>
        <button type="button" className="quiet" onClick={leave}>
          {word('review.leave')} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}
