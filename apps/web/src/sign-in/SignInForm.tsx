import { useState } from 'react';
import { send } from '../api/send.js';
import { ProblemText } from '../staff/FaultText.js';
import { Field } from '../staff/Field.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';
import { throttledUntil } from './throttled-until.js';

export interface SignInFormProps {
  /** The account whose password was chosen just now; null for whoever comes to sign in. */
  readonly name: string | null;
  readonly enter: () => void;
}

/** Signs in; wrong and too many attempts are told apart. */
export function SignInForm({ name: known, enter }: SignInFormProps) {
  const { word } = useWords();
  const [name, setName] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const { waiting, error, run } = useAct();
  const until = throttledUntil(error);
  const signIn = async () => {
    const signedIn = await run(() => send<object>('POST', 'session', { name: name.trim(), password }));
    if (signedIn !== undefined) enter();
    else setPassword('');
  };
  return (
    <form
      className="narrow-form"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      {known === null ? null : (
        <p role="status" className="right">
          {word('sign-in.chosen')}
        </p>
      )}
      <Field label={word('sign-in.name')} value={name} set={setName} autoComplete="username" required />
      <Field
        label={word('sign-in.password')}
        type="password"
        value={password}
        set={setPassword}
        autoComplete="current-password"
        required
      />
      <p>
        <button type="submit" className="main-act" disabled={waiting || name.trim() === '' || password === ''}>
          {word('nav.sign-in')}
        </button>
      </p>
      {until === null ? null : (
        <p role="alert" className="problem">
          {word('sign-in.throttled', { until })}
        </p>
      )}
      {error === null || until !== null ? null : <ProblemText error={error} />}
      <p className="remark">{word('sign-in.help')}</p>
    </form>
  );
}
