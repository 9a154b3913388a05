import { useQuery } from '@tanstack/react-query';
import type { OfficeAnswer } from '@zhiheng/office';
import { organisationsQuery } from '../api/people-queries.js';
import { programmeQuery } from '../api/queries.js';
import { clausesOf } from '../programme/narrow-sections.js';
import { Select } from '../staff/Field.js';
import { useAreaNames } from '../staff/useAreaNames.js';
import { isTaskState, lightWords, taskStateWords } from '../task/task-words.js';
import { useWords } from '../words/words.js';
import { byWords } from './board-words.js';
import { boardKeys, boardLights, boardStates, type TasksState } from './tasks-state.js';
import type { TaskNames } from './useTaskNames.js';

export interface TaskChoicesProps {
  readonly state: TasksState;
  readonly programmes: OfficeAnswer['programmes'];
  readonly names: TaskNames;
  readonly set: (change: TasksState) => void;
}

/** By what is counted, and which tasks: all of it in one line that wraps. */
export function TaskChoices({ state, programmes, names, set }: TaskChoicesProps) {
  const { word, own } = useWords();
  const { data: organisations = [] } = useQuery(organisationsQuery());
  const { provinces } = useAreaNames();
  const { programme = programmes[0]?.id } = state;
  const known = programmes.some(({ id }) => id === programme);
  const { data: answer } = useQuery({ ...programmeQuery(programme ?? ''), enabled: known });
  const clauses = clausesOf(answer?.sections ?? []).map(({ id }) => [id, names.clause(id)] as const);
  const all = ['', word('tasks.all')] as const;
  const or = (value: string) => (value === '' ? undefined : value);
  return (
    <div className="choices tasks-choices">
      <Select
        label={word('tasks.by')}
        value={state.by ?? 'owner'}
        set={(by) => set({ by: boardKeys.find((key) => key === by) })}
        options={boardKeys.map((key) => [key, word(byWords[key])])}
      />
      <Select
        label={word('tasks.programme')}
        value={state.programme ?? ''}
        set={(id) => set({ programme: or(id), clause: undefined })}
        options={[
          all,
          ...programmes.map(({ id, year }) => [id, id === String(year) ? id : `${year} · ${id}`] as const),
        ]}
      />
      <Select
        label={word('tasks.by.owner')}
        value={state.owner ?? ''}
        set={(owner) => set({ owner: or(owner), below: or(owner) === undefined ? undefined : state.below })}
        options={[all, ...organisations.map((one) => [one.id, own(one.names)] as const)]}
      />
      {state.owner === undefined ? null : (
        <label className="radio">
          <input
            type="checkbox"
            checked={state.below === 'yes'}
            onChange={(event) => set({ below: event.target.checked ? 'yes' : undefined })}
          />
          <span>{word('tasks.below')}</span>
        </label>
      )}
      <Select
        label={word('tasks.by.clause')}
        value={state.clause ?? ''}
        set={(clause) => set({ clause: or(clause), ...(clause === '' ? {} : { programme }) })}
        options={withCurrent([all, ...clauses], state.clause)}
      />
      <Select
        label={word('tasks.by.area')}
        value={state.area ?? ''}
        set={(area) => set({ area: or(area) })}
        options={withCurrent([all, ...provinces.map((one) => [one.code, own(one.names)] as const)], state.area)}
      />
      <Select
        label={word('tasks.state')}
        value={state.state ?? ''}
        set={(one) => set({ state: or(one) })}
        options={[
          ['', word('tasks.state.open')],
          ...boardStates.map((one) => [one, word(isTaskState(one) ? taskStateWords[one] : 'tasks.state.any')] as const),
        ]}
      />
      <Select
        label={word('tasks.light')}
        value={state.light ?? ''}
        set={(light) => set({ light: or(light) })}
        options={[all, ...boardLights.map((light) => [light, word(lightWords[light])] as const)]}
      />
    </div>
  );
}

type Options = readonly (readonly [string, string])[];

/** The options with the one of the address, should it be none of them. */
function withCurrent(options: Options, current: string | undefined): Options {
  if (current === undefined || options.some(([value]) => value === current)) return options;
  return [...options, [current, current]];
}
