import { useQuery } from '@tanstack/react-query';
import type { OfficeAnswer } from '@zhiheng/office';
import { organisationsQuery } from '../../api/people-queries.js';
import { Select } from '../../staff/Field.js';
import { useWords } from '../../words/words.js';
import type { TimelineState } from './timeline-state.js';

export interface TimelineChoicesProps {
  readonly state: TimelineState;
  readonly programme: string;
  readonly programmes: OfficeAnswer['programmes'];
  readonly set: (change: TimelineState) => void;
}

/** What the rows are, of which programme and whose tasks. */
export function TimelineChoices({ state, programme, programmes, set }: TimelineChoicesProps) {
  const { word, own } = useWords();
  const { data: organisations = [] } = useQuery(organisationsQuery());
  const { rows, owner, below } = state;
  return (
    <div className="choices tasks-choices">
      <Select
        label={word('timeline.rows')}
        value={rows ?? 'owner'}
        set={(value) => set({ rows: value === 'clause' ? 'clause' : undefined })}
        options={[
          ['owner', word('timeline.by-owner')],
          ['clause', word('timeline.by-clause')],
        ]}
      />
      <Select
        label={word('tasks.programme')}
        value={programme}
        set={(id) => set({ programme: id })}
        options={programmes.map(({ id, year }) => [id, id === String(year) ? id : `${year} · ${id}`] as const)}
      />
      <Select
        label={word('tasks.by.owner')}
        value={owner ?? ''}
        set={(id) => set({ owner: id === '' ? undefined : id, below: id === '' ? undefined : below })}
        options={[['', word('tasks.all')], ...organisations.map((one) => [one.id, own(one.names)] as const)]}
      />
      {owner === undefined ? null : (
        <label className="radio">
          <input
            type="checkbox"
            checked={below === 'yes'}
            onChange={(event) => set({ below: event.target.checked ? 'yes' : undefined })}
          />
          <span>{word('tasks.below')}</span>
        </label>
      )}
    </div>
  );
}
