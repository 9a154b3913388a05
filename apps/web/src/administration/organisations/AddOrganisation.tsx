import { useState } from 'react';
import type { OrganisationAnswer } from '../../api/people-queries.js';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Field, Select } from '../../staff/Field.js';
import { organisationKindWords } from '../../staff/people-words.js';
import { useAct } from '../../staff/useAct.js';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { useWords } from '../../words/words.js';

export interface AddOrganisationProps {
  readonly parent: string | null;
  readonly organisations: readonly OrganisationAnswer[];
  readonly close: () => void;
}

/** Adds an organisation below another. Names not given in another language are those in simplified Chinese. */
export function AddOrganisation({ parent, organisations, close }: AddOrganisationProps) {
  const { word, own } = useWords();
  const { provinces, nameOf } = useAreaNames();
  const [fields, setFields] = useState({
    id: '',
    hans: '',
    hant: '',
    en: '',
    kind: 'department',
    area: '',
    parent: parent ?? '',
  });
  const { waiting, error, run } = useAct();
  const set = (name: keyof typeof fields) => (value: string) => setFields({ ...fields, [name]: value });
  const add = async () => {
    const { id, hans, hant, en, kind, area } = fields;
    const names = { 'zh-Hans': hans, 'zh-Hant': hant || hans, en: en || hans };
    const body = { id: id.trim(), parent: fields.parent, kind, names, area: area || null };
    if ((await run(() => send<object>('POST', 'organisations', body))) !== undefined) close();
  };
  return (
    <form
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{word('organisations.add')}</h3>
      <Field label={word('organisations.id')} value={fields.id} set={set('id')} required />
      <Field label={word('organisations.name.hans')} value={fields.hans} set={set('hans')} required />
      <Field label={word('organisations.name.hant')} value={fields.hant} set={set('hant')} />
      <Field label={word('organisations.name.en')} value={fields.en} set={set('en')} />
      <Select
        label={word('organisations.kind')}
        value={fields.kind}
        set={set('kind')}
        options={Object.entries(organisationKindWords).map(([kind, id]) => [kind, word(id)] as const)}
      />
      <Select
        label={word('organisations.parent')}
        value={fields.parent}
        set={set('parent')}
        options={organisations
          .filter(({ closedOn }) => closedOn === null)
          .map(({ id, names }) => [id, own(names)] as const)}
      />
      <Select
        label={word('organisations.area')}
        value={fields.area}
        set={set('area')}
        options={[['', '–'] as const, ...provinces.map(({ code }) => [code, nameOf(code)] as const)]}
      />
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || fields.id.trim() === '' || fields.hans === ''}>
          {word('organisations.add')}
        </button>
        <button type="button" onClick={close}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
