import type { Verdict } from '@zhiheng/programme';
import { Sparkline } from '../charts/Sparkline.js';
import { numberText } from '../numbers/format-number.js';
import { decimalsOfStep, quantityText } from '../numbers/quantity.js';
import { useWords, type Words } from '../words/words.js';

/** The years before and the year judged, with the first and the last value written out. */
export function TargetTrend({ verdict }: { readonly verdict: Verdict }) {
  const words = useWords();
  const known = verdict.trend.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined)
    return <span className="no-trend">{words.word('overview.no-trend')}</span>;
  const { short, long } = writersOf(words, verdict);
  return (
    <span className="trend">
      <Sparkline
        values={verdict.trend.map((point) => point.value)}
        projected={verdict.projection?.series.value ?? null}
        label={known.map(({ period, value }) => `${period}: ${long(value)}`).join('; ')}
      />
      <span className="trend-ends" aria-hidden="true">
        {known.length === 1 ? last.period : `${short(first.value)} → ${short(last.value)}`}
      </span>
    </span>
  );
}

/** How the trend's values are written: as the verdict's value; of a growth target, what grows with the digits it has. */
function writersOf({ language }: Words, { kind, unit, decimals, trend, trendUnit }: Verdict) {
  const places =
    kind === 'growth' ? Math.max(...trend.map(({ value }) => (value === null ? 0 : decimalsOfStep(value)))) : decimals;
  const form = { unit: kind === 'growth' ? trendUnit : unit, decimals: places };
  return {
    short: (value: number) => numberText(value, { language, decimals: places, shift: shiftOf(form.unit) }),
    long: (value: number) => quantityText(value, form, language),
  };
}

function shiftOf(unit: Verdict['unit']): number {
  return unit === 'share' || unit === 'growth-rate' ? 2 : 0;
}
