import type { OwnAccountAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { send } from '../api/send.js';
import { ProblemText } from '../staff/FaultText.js';
import { Field } from '../staff/Field.js';
import { roleWords } from '../staff/people-words.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';

export interface DelegationFormProps {
  readonly roles: OwnAccountAnswer['roles'];
  readonly close: () => void;
}

/** Lets a colleague act in one's place, with some of one's roles, for some days. */
export function DelegationForm({ roles, close }: DelegationFormProps) {
  const { word } = useWords();
  const held = [...new Set(roles.filter(({ state }) => state === 'granted').map(({ role }) => role))];
  const [receiver, setReceiver] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(held);
  const { waiting, error, run } = useAct();
  const give = async () => {
    const body = { receiver: receiver.trim(), roles: chosen, from, to };
    if ((await run(() => send<object>('POST', 'delegations', body))) !== undefined) close();
  };
  const complete = receiver.trim() !== '' && from !== '' && to !== '' && chosen.length > 0;
  return (
    <form
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div className="choices">
        <Field label={word('delegations.receiver')} value={receiver} set={setReceiver} required />
        <Field label={word('validity.from')} type="date" value={from} set={setFrom} required />
        <Field label={word('validity.to')} type="date" value={to} set={setTo} min={from} required />
      </div>
      <fieldset className="ticks">
        <legend className="remark">{word('delegations.roles')}</legend>
        {held.map((role) => (
          <label key={role} className="radio">
            <input
              type="checkbox"
              checked={chosen.includes(role)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))
              }
            />
            {word(roleWords[role])}
          </label>
        ))}
      </fieldset>
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || !complete}>
          {word('delegations.give')}
        </button>
        <button type="button" onClick={close}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
