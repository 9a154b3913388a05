import type { OverviewAnswer } from '@zhiheng/office';
import { useWords } from '../words/words.js';
import { TargetRow } from './TargetRow.js';
import { inReadingOrder, isGroup, isPart } from './target-order.js';

/** Targets as rows: verdict, value, limit, reason, trend. */
export function TargetTable({ answer: { verdicts, programme } }: { readonly answer: OverviewAnswer }) {
  const { word } = useWords();
  const places = Math.max(0, ...verdicts.filter(({ value }) => value !== null).map(({ decimals }) => decimals));
  return (
    <table className="targets">
      <caption className="unseen">{word('overview.title', { year: String(programme.year) })}</caption>
      <thead>
        <tr>
          <th scope="col" className="target-mark">
            <span className="unseen">{word('overview.column.verdict')}</span>
          </th>
          <th scope="col">{word('overview.column.target')}</th>
          <th scope="col" className="target-value">
            {word('overview.column.value')}
          </th>
          <th scope="col">{word('overview.column.limit')}</th>
          <th scope="col">{word('overview.column.reason')}</th>
          <th scope="col">{word('overview.column.trend')}</th>
        </tr>
      </thead>
      <tbody>
        {inReadingOrder(verdicts).map((verdict) => (
          <TargetRow
            key={`${verdict.target} ${verdict.group ?? ''} ${verdict.part ?? ''}`}
            verdict={verdict}
            parts={isGroup(verdict) ? verdicts.filter((other) => isPart(other) && other.group === verdict.group) : []}
            departments={programme.departments}
            programme={programme.id}
            places={places}
          />
        ))}
      </tbody>
    </table>
  );
}
