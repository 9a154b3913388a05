import { type LocalizedText, type Observation, type Publication, units } from '@zhiheng/vocabulary';
import type { Definition, PublishedSeries } from '../definition.js';
import { currentValues, type EffectiveDate } from './current-values.js';
import type { PublishedValue } from './published-value.js';
import { wordsOf } from './with-wordings.js';

/** The body whose figures the reference file holds. */
const office = 'CN';

/**
 * Published values under a definition's id: origin `published`, dataset `real`, value and unit as published, each opening
 * to its publication. In the order of the definition's series, then by area and period.
 */
export function publishedObservations(
  definition: Definition,
  values: readonly PublishedValue[],
  { effective, vintage }: { effective: EffectiveDate; vintage: string | null },
): Observation[] {
  const current = currentValues(values, { effective });
  return definition.published.flatMap((entry) =>
    current
      .filter((value) => value.series === entry.series)
      .sort((a, b) => compare(a.area, b.area) || compare(a.period, b.period))
      .map((value) => observation(definition.id, entry, value, vintage)),
  );
}

function observation(
  indicator: string,
  entry: PublishedSeries,
  value: PublishedValue,
  vintage: string | null,
): Observation {
  return {
    indicator,
    office,
    area: value.area,
    period: value.period,
    breakdown: entry.breakdown,
    statistic: entry.statistic,
    value: value.value,
    bound: value.bound,
    precision: value.precision,
    numerator: null,
    denominator: null,
    unit: value.unit,
    origin: 'published',
    dataset: 'real',
    status: value.status === 'estimated' ? 'estimated' : 'final',
    vintage,
    publication: publicationOf(value),
  };
}

function publicationOf(value: PublishedValue): Publication {
  const asPublished = asPublishedIn(value);
  return {
    series: value.series,
    publishedOn: value.publishedOn,
    source: value.source,
    note: value.note,
    scope: value.scope,
    asPublished: asPublished.en,
    words: { ...(value.words ?? wordsOf(value, unworded)), asPublished },
  };
}

const unworded = new Map();

/** The digits as published with their unit. */
function asPublishedIn({ bound, digits, unit }: PublishedValue): LocalizedText {
  const sign = bound === null ? '' : bound === 'lower' ? '≥ ' : '≤ ';
  const { symbol } = units[unit];
  const told = (word: string) => `${sign}${digits} ${word}`.trimEnd();
  return { 'zh-Hans': told(symbol['zh-Hans']), 'zh-Hant': told(symbol['zh-Hant']), en: told(symbol.en) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
