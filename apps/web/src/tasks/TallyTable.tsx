import { Link } from '@tanstack/react-router';
import type { TaskTallyAnswer } from '@zhiheng/office';
import { withoutGaps } from '../frame/without-gaps.js';
import { useWords } from '../words/words.js';
import { byWords } from './board-words.js';
import { CountCell } from './CountCell.js';
import { TallyHead } from './TallyHead.js';
import { nameOfKey, narrowedTo, opensRow } from './tally-keys.js';
import { tallyCounts, totalsOf } from './tally-totals.js';
import type { BoardKey, TasksState } from './tasks-state.js';
import type { TaskNames } from './useTaskNames.js';

export interface TallyTableProps {
  readonly tally: TaskTallyAnswer;
  readonly state: TasksState;
  readonly names: TaskNames;
}

/** Rows that stand without being asked for. */
const shortest = 15;

/** Who is behind and why: those with the most late tasks first. Each count opens into the list below. */
export function TallyTable({ tally, state, names }: TallyTableProps) {
  const { word, language } = useWords();
  const by = tally.by as BoardKey;
  const { rows } = tally;
  const shown = state.rows === 'all' ? rows : rows.slice(0, shortest);
  const totals = totalsOf(rows);
  const narrowed = withoutGaps({ ...state, from: undefined, until: undefined, after: undefined });
  if (rows.length === 0) return <p className="empty-line">{word('tasks.tally.none')}</p>;
  return (
    <section className="block">
      <h2>{word('tasks.behind')}</h2>
      <table className="tally-table">
        <caption className="unseen">{word('tasks.behind')}</caption>
        <TallyHead by={word(byWords[by])} counts={tallyCounts} />
        <tbody>
          <tr className="tally-total">
            <th scope="row">{word('tasks.tally.all', { rows: rows.length })}</th>
            {tallyCounts.map((count) => (
              <CountCell key={count} count={count} value={totals[count]} search={null} />
            ))}
            <td className="tally-why">{totals.why.map(names.why).join(word('list.semicolon'))}</td>
          </tr>
          {shown.map((row) => {
            const own = opensRow(by, row.key, rows) ? withoutGaps({ ...narrowed, ...narrowedTo(by, row.key) }) : null;
            return (
              <tr
                key={row.key ?? ''}
                aria-current={own !== null && row.key === state[keyField(by)] ? 'true' : undefined}
              >
                <th scope="row">{nameOfKey(by, row.key, names, word)}</th>
                {tallyCounts.map((count) => (
                  <CountCell key={count} count={count} value={row[count]} search={own} />
                ))}
                <td className="tally-why">{row.why.map(names.why).join(word('list.semicolon'))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length <= shortest ? null : (
        <p>
          <Link
            className="opens"
            to="/$language/tasks"
            params={{ language }}
            search={withoutGaps({ ...state, rows: state.rows === 'all' ? undefined : 'all' })}
            resetScroll={false}
          >
            {word(state.rows === 'all' ? 'tasks.tally.fewer' : 'tasks.tally.more', { rows: rows.length })}
          </Link>
        </p>
      )}
    </section>
  );
}

function keyField(by: BoardKey): 'owner' | 'clause' | 'area' | 'from' {
  return by === 'due' ? 'from' : by;
}
