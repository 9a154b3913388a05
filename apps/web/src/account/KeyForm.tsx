import { useQuery } from '@tanstack/react-query';
import type { NewKeyAnswer, SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { rightsQuery } from '../api/people-queries.js';
import { send } from '../api/send.js';
import { ProblemText } from '../staff/FaultText.js';
import { Field } from '../staff/Field.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';

export interface KeyFormProps {
  readonly mayDo: SessionAnswer['mayDo'];
  readonly made: (key: NewKeyAnswer) => void;
  readonly leave: () => void;
}

/** What a new key is for, which rights it carries, until when. */
export function KeyForm({ mayDo, made, leave }: KeyFormProps) {
  const { word, own } = useWords();
  const { data } = useQuery(rightsQuery());
  const [label, setLabel] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [permissions, setPermissions] = useState<readonly string[]>([]);
  const { waiting, error, run } = useAct();
  const offered = data?.rows.filter(({ permission, inPerson }) => !inPerson && mayDo.includes(permission)) ?? [];
  const make = async () => {
    const key = await run(() => send<NewKeyAnswer>('POST', 'keys', { label: label.trim(), permissions, expiresOn }));
    if (key !== undefined) made(key);
  };
  const tick = (permission: string, on: boolean) =>
    setPermissions(on ? [...permissions, permission] : permissions.filter((one) => one !== permission));
  return (
    <form
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div className="choices">
        <Field label={word('keys.label')} value={label} set={setLabel} required />
        <Field label={word('keys.expires')} type="date" value={expiresOn} set={setExpiresOn} required />
      </div>
      <fieldset className="ticks">
        <legend className="remark">{word('keys.permissions')}</legend>
        {offered.map(({ permission, description }) => (
          <label key={permission} className="radio">
            <input
              type="checkbox"
              checked={permissions.includes(permission)}
              onChange={(event) => tick(permission, event.target.checked)}
            />
            {own(description)}
          </label>
        ))}
      </fieldset>
      <p className="acts">
        <button
          type="submit"
          className="main-act"
          disabled={waiting || label.trim() === '' || expiresOn === '' || permissions.length === 0}
        >
          {word('keys.make')}
        </button>
        <button type="button" onClick={leave}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
