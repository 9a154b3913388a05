import type { CheckHistoryRow } from '@zhiheng/office';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import { CheckTrend } from './CheckTrend.js';

/** What a check found in every release, the newest first, and who accepted it by name and why. */
export function CheckHistory({ history }: { readonly history: readonly CheckHistoryRow[] }) {
  const { word } = useWords();
  if (history.length === 0) return <p className="empty-line">{word('checks.history.none')}</p>;
  return (
    <>
      {history.length < 2 ? null : (
        <p>
          <CheckTrend trend={history} />
        </p>
      )}
      <table className="check-history">
        <caption className="unseen">{word('checks.history.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('releases.column.name')}</th>
            <th scope="col">{word('checks.history.column.time')}</th>
            <th scope="col" className="numeric">
              {word('checks.column.found')}
            </th>
            <th scope="col">{word('checks.history.column.accepted')}</th>
          </tr>
        </thead>
        <tbody>
          {history.toReversed().map(({ release, createdAt, count, accepted }) => (
            <tr key={release}>
              <th scope="row">{release}</th>
              <td>
                <TimeText time={createdAt} />
              </td>
              <td className="numeric" data-heading={word('checks.column.found')}>
                {count === null ? (
                  <strong className="found-failed">{word('checks.state.failed')}</strong>
                ) : (
                  <Count value={count} />
                )}
              </td>
              <td className="reason">
                {accepted === null ? (
                  '–'
                ) : (
                  <>
                    {accepted.reason} <span className="unit">{word('checks.accepted-by', { by: accepted.by })}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
