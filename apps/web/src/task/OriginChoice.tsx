import type { OfficeAnswer, ProgrammeAnswer } from '@zhiheng/office';
import type { Verdict } from '@zhiheng/programme';
import { Select } from '../staff/Field.js';
import { useWords } from '../words/words.js';
import type { AssignState } from './assign-state.js';

export interface OriginChoiceProps {
  readonly programmes: OfficeAnswer['programmes'];
  readonly programme: ProgrammeAnswer;
  readonly targets: readonly Verdict[];
  readonly state: AssignState;
  readonly set: (state: AssignState) => void;
}

/** The programme, and its clause or target, that tasks come from. */
export function OriginChoice({ programmes, programme, targets, state, set }: OriginChoiceProps) {
  const { word, own } = useWords();
  const clauses = programme.sections.flatMap(({ items }) => items.flatMap((item) => item.clauses));
  const origin =
    state.target === undefined ? (state.clause === undefined ? '' : `c ${state.clause}`) : `t ${state.target}`;
  const choose = (value: string) => {
    const [kind, id] = [value.slice(0, 1), value.slice(2)];
    set({ programme: programme.id, ...(kind === 'c' && { clause: id }), ...(kind === 't' && { target: id }) });
  };
  return (
    <div className="choices">
      {programmes.length > 1 ? (
        <Select
          label={word('assign.programme')}
          value={programme.id}
          set={(id) => set({ programme: id })}
          options={programmes.map(({ id, names }) => [id, own(names)] as const)}
        />
      ) : null}
      <label className="choice origin-choice">
        <span>{word('assign.origin')}</span>
        <select value={origin} onChange={(event) => choose(event.target.value)}>
          <option value="">{word('assign.origin.whole')}</option>
          <optgroup label={word('assign.origin.clauses')}>
            {clauses.map(({ id, names }) => (
              <option key={id} value={`c ${id}`}>
                {id} {own(names)}
              </option>
            ))}
          </optgroup>
          <optgroup label={word('assign.origin.targets')}>
            {targets.map(({ target, names }) => (
              <option key={target} value={`t ${target}`}>
                {target} {own(names)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
    </div>
  );
}
