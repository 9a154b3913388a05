import { useQuery } from '@tanstack/react-query';
import { rightsQuery } from '../../api/people-queries.js';
import { Select } from '../../staff/Field.js';
import { roleWords } from '../../staff/people-words.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { AdministrationView } from '../administration-state.js';
import { outcomeMarks } from './outcome-marks.js';
import { RightsTable } from './RightsTable.js';

/** Who may do what, as the policy stands: a permission a row, a role a column. */
export function RightsPanel({ view }: { readonly view: AdministrationView }) {
  const { word, own } = useWords();
  const { data, error, refetch } = useQuery(rightsQuery());
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  const wanted = (view.state.words ?? '').trim().toLowerCase();
  const rows = data.rows.filter(({ permission, description, commands }) =>
    `${permission} ${own(description)} ${commands.join(' ')}`.toLowerCase().includes(wanted),
  );
  const role = data.columns.find((one) => one === view.state.role) ?? data.columns[1] ?? 'operator';
  return (
    <>
      <div className="choices">
        <label className="choice">
          <span>{word('rights.search')}</span>
          <input
            type="search"
            value={view.state.words ?? ''}
            onChange={(event) => view.set({ words: event.target.value })}
          />
        </label>
        <div className="one-role">
          <Select
            label={word('rights.role')}
            value={role}
            set={(chosen) => view.set({ role: chosen })}
            options={data.columns.map((one) => [one, word(roleWords[one])] as const)}
          />
        </div>
      </div>
      <ul className="legend">
        {Object.values(outcomeMarks).map(({ mark, words }) => (
          <li key={words}>
            <span className="outcome" aria-hidden="true">
              {mark}
            </span>{' '}
            {word(words)}
          </li>
        ))}
        <li>{word('rights.in-person.explained')}</li>
      </ul>
      {rows.length === 0 ? <p className="empty-line">{word('rights.none')}</p> : null}
      {rows.length === 0 ? null : <RightsTable columns={data.columns} rows={rows} role={role} />}
    </>
  );
}
