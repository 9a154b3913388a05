import { useState } from 'react';
import { Field, Select } from '../../staff/Field.js';
import { useWords } from '../../words/words.js';
import type { AdministrationView } from '../administration-state.js';
import { actWords } from './act-words.js';

export interface ActFiltersProps {
  readonly view: AdministrationView;
  /** False where only one's own acts are shown. */
  readonly whole: boolean;
}

/** Which acts are shown; all of it stands in the address. */
export function ActFilters({ view, whole }: ActFiltersProps) {
  const { word } = useWords();
  const { state, set } = view;
  const [person, setPerson] = useState(state.person ?? '');
  const [object, setObject] = useState(state.object ?? '');
  const known = state.kind !== undefined && !(state.kind in actWords) ? [[state.kind, state.kind] as const] : [];
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
        set({ person: person.trim() || undefined, object: object.trim() || undefined, page: undefined });
      }}
    >
      <Select
        label={word('audit.kind')}
        value={state.kind ?? ''}
        set={(kind) => set({ kind: kind || undefined, page: undefined })}
        options={[
          ['', word('audit.every-kind')] as const,
          ...known,
          ...Object.entries(actWords).map(([kind, id]) => [kind, word(id)] as const),
        ]}
      />
      {whole ? <Field label={word('audit.person')} value={person} set={setPerson} /> : null}
      <Field label={word('audit.object')} value={object} set={setObject} />
      <button type="submit">{word('audit.filter')}</button>
      <label className="radio">
        <input
          type="checkbox"
          checked={state.reads === 'yes'}
          onChange={(event) => set({ reads: event.target.checked ? 'yes' : undefined, page: undefined })}
        />
        {word('audit.reads-only')}
      </label>
    </form>
  );
}
