import { useState } from 'react';
import type { OrganisationAnswer } from '../../api/people-queries.js';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Select } from '../../staff/Field.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';
import { withAllBelow } from './organisation-tree.js';

export interface MoveFormProps {
  readonly organisation: OrganisationAnswer;
  readonly organisations: readonly OrganisationAnswer[];
  readonly close: () => void;
}

/** Puts an organisation, with all below it, under another. */
export function MoveForm({ organisation, organisations, close }: MoveFormProps) {
  const { word, own } = useWords();
  const inside = new Set(withAllBelow(organisations, organisation.id));
  const places = organisations.filter(({ id, closedOn }) => closedOn === null && !inside.has(id));
  const [parent, setParent] = useState(organisation.parent ?? '');
  const { waiting, error, run } = useAct();
  const move = async () => {
    const moved = await run(async () => {
      await send('PUT', `organisations/${encodeURIComponent(organisation.id)}/parent`, { parent });
      return true;
    });
    if (moved === true) close();
  };
  return (
    <form
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault();
        void move();
      }}
    >
      <Select
        label={word('organisations.move.under')}
        value={parent}
        set={setParent}
        options={places.map(({ id, names }) => [id, own(names)] as const)}
      />
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || parent === organisation.parent}>
          {word('organisations.move')}
        </button>
        <button type="button" onClick={close}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
