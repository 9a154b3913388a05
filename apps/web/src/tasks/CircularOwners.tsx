import { useWords } from '../words/words.js';
import { countWords } from './board-words.js';
import { TallyHead } from './TallyHead.js';
import { type TallyCount, type TallyRow, tallyCounts } from './tally-totals.js';
import type { TaskNames } from './useTaskNames.js';

/** On paper signing, handing in and returning stand among the reasons. */
const printed: readonly TallyCount[] = tallyCounts.filter(
  (count) => !['unsigned', 'handedIn', 'returned'].includes(count),
);

/** Owners, those with the most late tasks first, and those whose tasks were opened again. */
export function CircularOwners({ rows, names }: { readonly rows: readonly TallyRow[]; readonly names: TaskNames }) {
  const { word } = useWords();
  const again = rows.filter(({ reopened }) => reopened > 0);
  return (
    <section className="block">
      <h2>{word('circular.owners')}</h2>
      <table className="circular-owners">
        <caption className="unseen">{word('circular.owners')}</caption>
        <TallyHead by={word('tasks.by.owner')} counts={printed} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? ''}>
              <th scope="row">{names.organisation(row.key ?? '')}</th>
              {printed.map((count) => (
                <td key={count} className="numeric" data-label={word(countWords[count])}>
                  {row[count]}
                </td>
              ))}
              <td className="circular-why">{row.why.map(names.why).join(word('list.semicolon'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="remark circular-again">
        {again.length === 0
          ? word('circular.reopened.none')
          : word('circular.reopened', {
              owners: again
                .map(({ key, reopened }) => word('circular.times', { owner: names.organisation(key ?? ''), reopened }))
                .join(word('list.semicolon')),
            })}
      </p>
    </section>
  );
}
