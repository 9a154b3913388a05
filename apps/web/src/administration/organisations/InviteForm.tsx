import { useState } from 'react';
import type { LinkAnswer } from '../../api/people-queries.js';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Field } from '../../staff/Field.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';

export interface InviteFormProps {
  readonly organisation: string;
  readonly invited: (link: LinkAnswer) => void;
  readonly close: () => void;
}

/** Invites someone into an organisation; the link that comes back sets the password. */
export function InviteForm({ organisation, invited, close }: InviteFormProps) {
  const { word } = useWords();
  const [id, setId] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [mail, setMail] = useState('');
  const [phone, setPhone] = useState('');
  const { waiting, error, run } = useAct();
  const invite = async () => {
    const person = { displayName: displayName.trim(), mail: mail.trim() || null, phone: phone.trim() || null };
    const link = await run(() => send<LinkAnswer>('POST', 'accounts', { id: id.trim(), organisation, person }));
    if (link !== undefined) invited(link);
  };
  return (
    <form
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault();
        void invite();
      }}
    >
      <h3>{word('accounts.invite')}</h3>
      <p className="remark">{word('accounts.invite.explained')}</p>
      <div className="choices">
        <Field label={word('sign-in.name')} value={id} set={setId} autoComplete="off" required />
        <Field
          label={word('person.display-name')}
          value={displayName}
          set={setDisplayName}
          autoComplete="off"
          required
        />
        <Field label={word('person.mail')} type="email" value={mail} set={setMail} autoComplete="off" />
        <Field label={word('person.phone')} type="tel" value={phone} set={setPhone} autoComplete="off" />
      </div>
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || id.trim() === '' || displayName.trim() === ''}>
          {word('accounts.invite')}
        </button>
        <button type="button" onClick={close}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
