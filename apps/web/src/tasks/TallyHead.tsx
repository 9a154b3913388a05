import { useWords } from '../words/words.js';
import { countWords } from './board-words.js';
import type { TallyCount } from './tally-totals.js';

/** Head of a table of counts: what they are counted by, the counts, and why tasks are late. */
export function TallyHead({ by, counts }: { readonly by: string; readonly counts: readonly TallyCount[] }) {
  const { word } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{by}</th>
        {counts.map((count) => (
          <th key={count} scope="col" className="numeric">
            {word(countWords[count])}
          </th>
        ))}
        <th scope="col">{word('tasks.column.why')}</th>
      </tr>
    </thead>
  );
}
