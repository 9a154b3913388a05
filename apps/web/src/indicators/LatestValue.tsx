import type { AreaAnswer, IndicatorListItem, IndicatorValue } from '@zhiheng/office';
import { isUnit } from '@zhiheng/vocabulary';
import { Sparkline } from '../charts/Sparkline.js';
import { areaName, kindName } from '../figure/choice-names.js';
import { OriginMark } from '../marks/OriginMark.js';
import { QuantityText } from '../marks/QuantityText.js';
import { periodName } from '../numbers/period-name.js';
import { convert, formOf, quantityText } from '../numbers/quantity.js';
import { statisticWords, statusWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

interface LatestProps {
  readonly item: IndicatorListItem;
  readonly latest: IndicatorValue;
}

/** The latest value, or that there is none yet. */
export function LatestValue({ item, latest, waiting }: Pick<LatestProps, 'item'> & Waiting) {
  const { word } = useWords();
  if (waiting) return <span aria-hidden="true" className="value-waits" />;
  if (item.kind === 'slot') return <span className="no-value">{word('indicators.awaited')}</span>;
  if (latest === null || latest.value === null) return <span className="no-value">{word('indicators.no-value')}</span>;
  return <QuantityText value={latest.value} form={formOf(latest, item.decimals)} bound={latest.bound} />;
}

interface Waiting {
  readonly latest: IndicatorValue | null;
  readonly waiting: boolean;
}

/** Which period, area, part and statistic the value is of, and where it is from. */
export function LatestOf({
  latest,
  areas,
}: {
  readonly latest: IndicatorValue;
  readonly areas: readonly AreaAnswer[];
}) {
  const words = useWords();
  const { word } = words;
  const parts = [periodName(words, latest.period), areaName(words, areas, latest.area)];
  if (latest.breakdown.kind !== undefined) parts.push(kindName(words, latest.breakdown.kind));
  if (latest.statistic !== null) parts.push(word(statisticWords[latest.statistic]));
  return (
    <>
      {parts.join(' · ')}
      <OriginMark origin={latest.origin} />
      {latest.status === 'final' ? null : <span className="origin-mark">{word(statusWords[latest.status])}</span>}
      {latest.dataset === 'synthetic' ? <span className="origin-mark hatched">{word('synthetic')}</span> : null}
    </>
  );
}

/** The years up to the latest value; only those that can be told in its unit. */
export function LatestTrend({ item, latest }: LatestProps) {
  const words = useWords();
  const { unit } = latest;
  const known = latest.trend.flatMap(({ period, value, unit: own }) => {
    if (value === null || !isUnit(own) || !isUnit(unit)) return [];
    const told = convert(value, own, unit);
    return told === null ? [] : [{ period, value: told }];
  });
  if (known.length < 2) return null;
  const form = formOf(latest, item.decimals);
  const label = known.map(({ period, value }) => `${period}: ${quantityText(value, form, words.language)}`).join('; ');
  return <Sparkline values={withGaps(known)} label={label} />;
}

/** A year without a value between two that have one keeps its place. */
function withGaps(known: readonly { readonly period: string; readonly value: number }[]): (number | null)[] {
  const years = known.map(({ period }) => Number(period));
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  if (years.some((year) => !Number.isInteger(year))) return known.map(({ value }) => value);
  const held = new Map(known.map(({ period, value }) => [Number(period), value]));
  return Array.from({ length: last - first + 1 }, (_, index) => held.get(first + index) ?? null);
}
