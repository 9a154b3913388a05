import type { Role } from '@zhiheng/vocabulary';
import { useState } from 'react';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Field, Select } from '../../staff/Field.js';
import { givenRoles, rolesOfTwo, roleWords } from '../../staff/people-words.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';
import { AreaChoice } from './AreaChoice.js';

export interface GiveRoleProps {
  readonly account: string;
  /** The area of the account's organisation, which is offered first. */
  readonly area: string | null;
  readonly close: () => void;
}

/** Gives an account a role in areas for some time, or proposes it where a second person confirms. */
export function GiveRole({ account, area, close }: GiveRoleProps) {
  const { word } = useWords();
  const [role, setRole] = useState<Role>(area !== null && area !== 'CN' ? 'region' : 'statistician');
  const [everywhere, setEverywhere] = useState(area === null || area === 'CN');
  const [codes, setCodes] = useState<readonly string[]>(area === null || area === 'CN' ? [] : [area]);
  const [from, setFrom] = useState(new Date().toLocaleDateString('sv-SE'));
  const [to, setTo] = useState('');
  const { waiting, error, run } = useAct();
  const two = rolesOfTwo.includes(role);
  const whole = everywhere && role !== 'region';
  const give = async () => {
    const body = { account, role, areas: whole ? 'everywhere' : codes, from, to: to || null };
    if ((await run(() => send<object>('POST', 'roles', body))) !== undefined) close();
  };
  return (
    <form
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div className="choices">
        <Select
          label={word('roles.role')}
          value={role}
          set={(value) => setRole(value as Role)}
          options={givenRoles.map((one) => [one, word(roleWords[one])] as const)}
        />
        <Field label={word('validity.from')} type="date" value={from} set={setFrom} required />
        <Field label={word('roles.to')} type="date" value={to} set={setTo} min={from} />
      </div>
      {two ? <p className="remark">{word('roles.two')}</p> : null}
      {role === 'region' ? null : (
        <label className="radio">
          <input type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} />
          {word('areas.everywhere')}
        </label>
      )}
      {whole ? null : <AreaChoice codes={codes} set={setCodes} />}
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || from === '' || (!whole && codes.length === 0)}>
          {word(two ? 'roles.propose' : 'roles.give')}
        </button>
        <button type="button" onClick={close}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
