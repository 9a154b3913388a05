import { useState } from 'react';
import { send } from '../api/send.js';
import { ProblemText } from '../staff/FaultText.js';
import { Field } from '../staff/Field.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';
import { passwordState } from './password-state.js';

export interface PasswordFormProps {
  readonly token: string;
  /** Goes on to signing in, with the name of the account. */
  readonly chosen: (account: string) => void;
}

/** Chooses the password of an account by its one-time link. */
export function PasswordForm({ token, chosen }: PasswordFormProps) {
  const { word } = useWords();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { waiting, error, run } = useAct();
  const state = passwordState(password, again);
  const choose = async () => {
    const used = await run(() => send<{ account: string }>('POST', 'links', { token, password }));
    if (used !== undefined) chosen(used.account);
  };
  return (
    <form
      className="narrow-form"
      onSubmit={(event) => {
        event.preventDefault();
        void choose();
      }}
    >
      <p className="remark">{word('password.rule')}</p>
      <Field
        label={word('password.new')}
        type="password"
        value={password}
        set={setPassword}
        autoComplete="new-password"
        required
      />
      <Field
        label={word('password.again')}
        type="password"
        value={again}
        set={setAgain}
        autoComplete="new-password"
        required
      />
      <p className="remark" role="status">
        {state === 'short' && password !== '' ? word('password.short') : ''}
        {state === 'different' && again !== '' ? word('password.different') : ''}
      </p>
      <p>
        <button type="submit" className="main-act" disabled={waiting || state !== 'fits'}>
          {word('password.choose')}
        </button>
      </p>
      {error === null ? null : (
        <>
          <ProblemText error={error} />
          <p>{word('sign-in.link-spent')}</p>
        </>
      )}
    </form>
  );
}
