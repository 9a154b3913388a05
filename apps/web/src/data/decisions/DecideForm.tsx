import type { DecidedAnswer, DecisionRules } from '@zhiheng/office';
import type { LocalizedText } from '@zhiheng/vocabulary';
import { useState } from 'react';
import { Field, Select } from '../../staff/Field.js';
import { useWords } from '../../words/words.js';
import { ReasonField } from '../rulings/ReasonField.js';
import { RulingFault } from '../rulings/RulingFault.js';
import { useRuling } from '../rulings/useRuling.js';
import { outcomeWords } from './decision-words.js';

export interface DecideFormProps {
  readonly rules: DecisionRules;
  /** The application that was looked for. */
  readonly application: string;
  readonly tell: (words: string | null) => void;
}

/** Decides about one application, or several on one ground. */
export function DecideForm({ rules, application, tell }: DecideFormProps) {
  const { word, own } = useWords();
  const [applications, setApplications] = useState(application);
  const [ground, setGround] = useState('');
  const [outcome, setOutcome] = useState('');
  const [effective, setEffective] = useState('');
  const [reason, setReason] = useState('');
  const { waiting, error, decide, refresh } = useRuling<DecidedAnswer>(({ act, decisions }) =>
    tell(word('decisions.done', { n: decisions, act })),
  );
  const ids = applications.split(/[\s,，;；]+/).filter((one) => one !== '');
  const missing = ids.length === 0 || [ground, outcome, effective, reason.trim()].includes('');
  const send = async () => {
    tell(null);
    const body = { applications: ids, ground, outcome, effective, reason: reason.trim() };
    if (await decide('decisions', body)) setReason('');
  };
  return (
    <details className="decide" open={application !== ''}>
      <summary>{word('decisions.decide')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={word('decisions.applications')} value={applications} set={setApplications} required />
        <Select
          label={word('decisions.column.ground')}
          value={ground}
          set={setGround}
          options={[
            ['', word('decisions.choose')],
            ...rules.grounds.map(({ id, names }) => [id, `${id} ${own(names as LocalizedText)}`] as const),
          ]}
        />
        <Select
          label={word('decisions.column.outcome')}
          value={outcome}
          set={setOutcome}
          options={[['', word('decisions.choose')], ...outcomeWords.map(([one, name]) => [one, word(name)] as const)]}
        />
        <Field label={word('decisions.column.effective')} value={effective} set={setEffective} type="date" required />
        <p className="remark">{word('decisions.effective.explained')}</p>
        <ReasonField reason={reason} set={setReason} />
        <p>
          <button type="submit" className="main-act" disabled={waiting || missing}>
            {word('decisions.decide-n', { n: ids.length })}
          </button>
        </p>
        <RulingFault error={error} refresh={refresh} />
      </form>
    </details>
  );
}
