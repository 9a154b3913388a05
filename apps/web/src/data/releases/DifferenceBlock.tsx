import { useQuery } from '@tanstack/react-query';
import type { ReleaseAnswer, ReleaseDifference } from '@zhiheng/office';
import { differenceQuery } from '../../api/data-queries.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import type { PageView } from '../page-view.js';

export interface DifferenceBlockProps {
  readonly view: PageView;
  /** The oldest first; two at least. */
  readonly releases: readonly ReleaseAnswer[];
}

/** Two releases, record by record: the last two, unless others are chosen. */
export function DifferenceBlock({ view, releases }: DifferenceBlockProps) {
  const { word } = useWords();
  const names = releases.map(({ release }) => release);
  const a = view.state.a ?? names.at(-2) ?? '';
  const b = view.state.b ?? names.at(-1) ?? '';
  const { data, error, refetch } = useQuery(differenceQuery(a, b));
  const choice = (label: string, value: string, set: (name: string) => void) => (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.target.value)}>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
  return (
    <section className="block">
      <h2>{word('difference.heading')}</h2>
      <div className="choices">
        {choice(word('difference.from'), a, (name) => view.set({ a: name }))}
        {choice(word('difference.to'), b, (name) => view.set({ b: name }))}
      </div>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={4} /> : null}
      {data === undefined || error ? null : <DifferenceTable difference={data} />}
    </section>
  );
}

const sorts = ['added', 'removed', 'changed', 'unchanged'] as const;
const sortWords = {
  added: 'difference.added',
  removed: 'difference.removed',
  changed: 'difference.changed',
  unchanged: 'difference.unchanged',
} as const;

function DifferenceTable({ difference }: { readonly difference: ReleaseDifference }) {
  const { word } = useWords();
  return (
    <table className="difference">
      <caption className="unseen">{word('difference.heading')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('difference.column.sort')}</th>
          <th scope="col" className="numeric">
            {word('difference.column.count')}
          </th>
          <th scope="col" className="examples">
            {word('difference.column.examples')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorts.map((sort) => (
          <tr key={sort}>
            <th scope="row">{word(sortWords[sort])}</th>
            <td className="numeric">
              <Count value={difference[sort]} />
            </td>
            <td className="examples">
              {sort === 'unchanged' ? '' : difference.examples[sort].map((id) => <code key={id}>{id}</code>)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
