import type { SheetMap } from '@zhiheng/sheets';
import { nearestWord, statistics, type UnitId, units } from '@zhiheng/vocabulary';
import type { Definition, MonitoringStage, PublishedSeries } from '../definition.js';
import { type KnownDimensions, readBreakdown } from './read-breakdowns.js';
import { readSource } from './read-source.js';

export const unitIds = Object.keys(units) as UnitId[];
export const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const mostDecimals = 6;

export const monitoringStages = [
  'proposed',
  'piloted',
  'national-statistics',
] as const satisfies readonly MonitoringStage[];

export const betterWords = ['higher', 'lower', 'steady'] as const;

export const definitionKinds = [
  'flow',
  'stock',
  'duration',
  'distribution',
  'ratio',
  'growth',
  'derived',
  'reported',
  'sample',
  'slot',
] as const satisfies readonly Definition['kind'][];

/** What every definition says, whatever its kind; `published` is read with `readPublished`. */
export function readHead(map: SheetMap) {
  const id = map.text('id');
  if (id !== '' && !idForm.test(id)) {
    map.note('id', { what: 'id is no name', found: id, expected: 'small letters, digits and hyphens' });
  }
  return {
    id,
    names: map.localized('names'),
    summary: map.localized('summary'),
    unit: map.choice('unit', unitIds),
    decimals: map.count('decimals', mostDecimals),
    better: map.optionalChoice('better', betterWords),
    source: readSource(map.map('source')),
    provisional: map.truth('provisional'),
    monitoring: map.optionalChoice('monitoring', monitoringStages),
    traps: map.maps('traps').map((trap) => trap.languages()),
  };
}

/** What a published series can say of its place in a definition. */
export interface PublishedForm {
  /** Dimensions that the definition is broken down by. */
  readonly breakdowns: KnownDimensions;
  readonly duration: boolean;
  /** Series that exist; null where they are not at hand. */
  readonly series: ReadonlySet<string> | null;
}

/** The published series that belong to the definition. */
export function readPublished(map: SheetMap, form: PublishedForm): PublishedSeries[] {
  const entries = map.maps('published').map((item) => readEntry(item, form));
  const places = new Set<string>();
  for (const { breakdown, statistic } of entries) {
    const place = JSON.stringify([breakdown, statistic]);
    if (places.has(place)) {
      map.note('published', {
        what: 'two published series stand in one place',
        expected: 'another breakdown or statistic for each',
      });
    }
    places.add(place);
  }
  return entries;
}

function readEntry(item: SheetMap, { breakdowns, duration, series: known }: PublishedForm): PublishedSeries {
  const series = item.text('series');
  if (series !== '' && known !== null && !known.has(series)) {
    const didYouMean = nearestWord(series, known);
    item.note('series', {
      what: 'no published series is named so',
      found: series,
      expected: 'a series of reference/published',
      didYouMean,
    });
  }
  const breakdown = readBreakdown(item.optionalMap('breakdown'), breakdowns);
  const statistic = duration ? item.choice('statistic', statistics) : null;
  if (!duration && item.has('statistic')) {
    item.note('statistic', { what: 'only a duration has statistics', expected: 'no statistic' });
  }
  item.close();
  return { series, breakdown, statistic };
}
