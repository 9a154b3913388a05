import type { DecidedField, FieldValue, ReviewAnswer } from '@zhiheng/office';
import { memo } from 'react';
import { useWords } from '../words/words.js';
import { EarlierRules } from './EarlierRules.js';
import { FieldForm } from './FieldForm.js';
import { fieldSummary, heldText } from './field-summary.js';
import { fieldKindWords, fieldMarkWords, fieldStateWords } from './review-words.js';

export type FieldAct = 'accept' | 'accept-beneath' | 'correct' | 'reject' | 'undo';

export interface FieldRowProps {
  readonly field: DecidedField;
  readonly languages: ReviewAnswer['languages'];
  readonly current: boolean;
  /** True while its form stands open. */
  readonly editing: boolean;
  /** False where whoever looks may only read, and once the draft is a programme. */
  readonly open: boolean;
  readonly waiting: boolean;
  readonly select: (field: string) => void;
  readonly act: (field: DecidedField, act: FieldAct) => void;
  readonly correct: (field: DecidedField, value: FieldValue, note: string) => void;
  readonly leave: () => void;
}

/** One thing that was read, with what was decided about it; opened, what one may do. */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const words = useWords();
  const { word, language } = words;
  const { field, languages, current, editing, open, waiting, select, act, correct, leave } = props;
  const { id, kind, span, state, marks, note, was } = field;
  const held = heldText((field.value ?? field.read)?.names, language);
  return (
    <li className={`field ${state}${current ? ' current' : ''}`}>
      <button
        type="button"
        className="field-head"
        data-head={id}
        aria-expanded={current}
        aria-keyshortcuts="j k a Shift+A e r u"
        onClick={() => select(id)}
        onFocus={() => select(id)}
      >
        <span className="field-state" aria-hidden="true" />
        <span className="field-kind">
          {word(fieldKindWords[kind])}
          <span className="unseen"> {word(fieldStateWords[state])}</span>
        </span>
        <span className="field-place">{span === null ? '–' : `${span.line}:${span.from}`}</span>
        <span className="field-value" lang={held.language}>
          {fieldSummary(words, field)}
        </span>
      </button>
      {marks.length === 0 ? null : (
        <p className="field-marks">
          {marks.map((mark) => (
            <span key={mark}>{word(fieldMarkWords[mark])}</span>
          ))}
        </p>
      )}
      {current && !editing ? (
        <div className="field-body">
          <EarlierRules was={was} />
          {note === null ? null : <p className="remark">{word('review.note', { note })}</p>}
          {open ? (
            <p className="acts">
              {actsOf(kind).map((one) => (
                <button
                  key={one}
                  type="button"
                  className="quiet"
                  disabled={waiting || (one === 'undo' && state === 'waiting')}
                  onClick={() => act(field, one)}
                >
                  {word(actWords[one])} <kbd>{one === 'accept-beneath' ? 'Shift+A' : actKeys[one]}</kbd>
                </button>
              ))}
            </p>
          ) : null}
        </div>
      ) : null}
      {current && editing ? (
        <FieldForm
          field={field}
          languages={languages}
          waiting={waiting}
          save={(value, said) => correct(field, value, said)}
          leave={leave}
        />
      ) : null}
    </li>
  );
});

const actWords: Readonly<Record<FieldAct, string>> = {
  accept: 'review.act.accept',
  'accept-beneath': 'review.act.accept-beneath',
  correct: 'review.act.correct',
  reject: 'review.act.reject',
  undo: 'review.act.undo',
};

/** As the keyboard names them. */
export const actKeys: Readonly<Record<FieldAct, string>> = {
  ...{ accept: 'a', 'accept-beneath': 'A', correct: 'e', reject: 'r', undo: 'u' },
};

/** What can be done with a field: only some kinds have something beneath them. */
export function actsOf(kind: DecidedField['kind']): readonly FieldAct[] {
  const whole = kind === 'section' || kind === 'item' || kind === 'clause';
  return whole ? ['accept', 'accept-beneath', 'correct', 'reject', 'undo'] : ['accept', 'correct', 'reject', 'undo'];
}
