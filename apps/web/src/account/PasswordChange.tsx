import { useState } from 'react';
import { send } from '../api/send.js';
import { passwordState } from '../sign-in/password-state.js';
import { ProblemText } from '../staff/FaultText.js';
import { Field } from '../staff/Field.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';

const blank = { current: '', next: '', again: '' };

/** Changes one's own password; every other session ends. */
export function PasswordChange({ account }: { readonly account: string }) {
  const { word } = useWords();
  const [fields, setFields] = useState(blank);
  const [changed, setChanged] = useState(false);
  const { waiting, error, run } = useAct();
  const state = passwordState(fields.next, fields.again);
  const change = async () => {
    const { current, next } = fields;
    const done = await run(async () => {
      await send('PUT', 'own-account/password', { current, next });
      return true;
    });
    setChanged(done === true);
    if (done === true) setFields(blank);
  };
  const field = (name: keyof typeof blank, label: string) => (
    <Field
      label={label}
      type="password"
      value={fields[name]}
      set={(value) => setFields({ ...fields, [name]: value })}
      autoComplete={name === 'current' ? 'current-password' : 'new-password'}
      required
    />
  );
  return (
    <section className="block">
      <h2>{word('password.heading')}</h2>
      <form
        className="narrow-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <p className="remark">
          {word('password.rule')} {word('password.others-end')}
        </p>
        <input type="text" value={account} readOnly hidden autoComplete="username" />
        {field('current', word('password.current'))}
        {field('next', word('password.new'))}
        {field('again', word('password.again'))}
        <p className="remark" role="status">
          {state === 'short' && fields.next !== '' ? word('password.short') : ''}
          {state === 'different' && fields.again !== '' ? word('password.different') : ''}
          {changed && fields.next === '' ? word('password.changed') : ''}
        </p>
        <p>
          <button type="submit" disabled={waiting || state !== 'fits' || fields.current === ''}>
            {word('password.change')}
          </button>
        </p>
        {error === null ? null : <ProblemText error={error} />}
      </form>
    </section>
  );
}
