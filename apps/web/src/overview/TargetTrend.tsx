import type { Verdict } from '@zhiheng/programme';
import { Sparkline } from '../charts/Sparkline.js';
import { numberText } from '../numbers/format-number.js';
import { quantityText } from '../numbers/quantity.js';
import { useWords } from '../words/words.js';

/** The years before and the year judged, with the first and the last value written out. */
export function TargetTrend({ verdict }: { readonly verdict: Verdict }) {
  const { word, language } = useWords();
  const known = verdict.trend.filter((point) => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first.value === null || last.value === null) {
    return <span className="no-trend">{word('overview.no-trend')}</span>;
  }
  const form = { unit: verdict.unit, decimals: verdict.decimals };
  const spoken = known.map((point) => `${point.period}: ${quantityText(point.value ?? 0, form, language)}`).join('; ');
  const short = (value: number) =>
    numberText(value, {
      language,
      decimals: verdict.decimals,
      shift: verdict.unit === 'share' || verdict.unit === 'growth-rate' ? 2 : 0,
    });
  return (
    <span className="trend">
      <Sparkline values={verdict.trend.map((point) => point.value)} label={spoken} />
      <span className="trend-ends" aria-hidden="true">
        {known.length === 1 ? last.period : `${short(first.value)} → ${short(last.value)}`}
      </span>
    </span>
  );
}
