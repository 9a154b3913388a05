import type { OfficeAnswer, ProgrammeAnswer } from '@zhiheng/office';
import { Select } from '../figure/choices.js';
import { departmentName } from '../overview/department-name.js';
import { useWords } from '../words/words.js';
import { organisationsOf } from './narrow-sections.js';
import type { ProgrammeState } from './programme-state.js';

export interface ProgrammeChoicesProps {
  readonly answer: ProgrammeAnswer;
  readonly programmes: OfficeAnswer['programmes'];
  readonly state: ProgrammeState;
  readonly set: (change: ProgrammeState) => void;
}

/** Which programme, and whose part of it. */
export function ProgrammeChoices({ answer, programmes, state, set }: ProgrammeChoicesProps) {
  const words = useWords();
  const { word } = words;
  return (
    <div className="programme-choices">
      {programmes.length < 2 ? null : (
        <Select
          label={word('overview.year')}
          value={answer.id}
          choose={(programme) => set({ programme, owner: undefined, clause: undefined })}
        >
          {programmes.map(({ id, year }) => (
            <option key={id} value={id}>
              {id === String(year) ? year : `${year} · ${id}`}
            </option>
          ))}
        </Select>
      )}
      <Select
        label={word('programme.owner')}
        value={state.owner ?? ''}
        choose={(owner) => set({ owner: owner === '' ? undefined : owner, clause: undefined })}
      >
        <option value="">{word('programme.owner-all')}</option>
        {organisationsOf(answer.sections).map((name) => (
          <option key={name} value={name}>
            {departmentName(words, answer.departments, name)}
          </option>
        ))}
      </Select>
    </div>
  );
}
