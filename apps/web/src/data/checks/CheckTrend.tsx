import type { CheckHistoryRow } from '@zhiheng/office';
import { Sparkline } from '../../charts/Sparkline.js';
import { numberText } from '../../numbers/format-number.js';
import { useWords } from '../../words/words.js';

/** What a check found in releases as a small line; the numbers for whoever does not see it. */
export function CheckTrend({ trend }: { readonly trend: readonly CheckHistoryRow[] }) {
  const { word, language } = useWords();
  const counted = (count: number | null) =>
    count === null ? word('checks.state.failed') : numberText(count, { language, decimals: 0 });
  const label = trend.map(({ release, count }) => `${release}: ${counted(count)}`).join('; ');
  const [first, last] = [trend[0], trend.at(-1)];
  return (
    <span className="trend">
      {trend.some(({ count }) => count !== null) ? (
        <Sparkline values={trend.map(({ count }) => count)} label={label} />
      ) : (
        <span className="unseen">{label}</span>
      )}
      <span className="trend-ends" aria-hidden="true">
        {trend.length > 1 ? `${counted(first?.count ?? null)} → ` : ''}
        {counted(last?.count ?? null)}
      </span>
    </span>
  );
}
