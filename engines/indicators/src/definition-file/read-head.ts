import type { SheetMap } from '@zhiheng/sheets';
import { kinds, lastDayOf, nearestWord, statistics, type UnitId, units } from '@zhiheng/vocabulary';
import type { Definition, DefinitionSource, PublishedSeries } from '../definition.js';

const unitIds = Object.keys(units) as UnitId[];
const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const mostDecimals = 6;

export const definitionKinds = [
  'flow',
  'stock',
  'duration',
  'reported',
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
    better: map.optionalChoice('better', ['higher', 'lower', 'steady']),
    source: readSource(map.map('source')),
    provisional: map.truth('provisional'),
    traps: map.maps('traps').map((trap) => trap.languages()),
  };
}

function readSource(map: SheetMap): DefinitionSource {
  const source = {
    text: map.text('text'),
    article: map.optionalText('article'),
    date: map.optionalText('date'),
    url: map.optionalText('url'),
  };
  if (source.date !== null && lastDayOf(source.date) === null) {
    map.note('date', {
      what: 'date is no date',
      found: source.date,
      expected: 'a day, a month or a year in quotes: 2023-03-23',
    });
  }
  map.close();
  return source;
}

/** What a published series can say of its place in a definition. */
export interface PublishedForm {
  readonly breakdowns: readonly string[];
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

function readBreakdown(map: SheetMap | null, breakdowns: readonly string[]): Record<string, string> {
  if (map === null) return {};
  const names = map.keys().filter((name) => breakdowns.includes(name));
  for (const name of breakdowns) map.has(name);
  const breakdown = Object.fromEntries(
    names.map((name) => [name, name === 'kind' ? map.choice(name, kinds) : map.text(name)]),
  );
  map.close();
  return breakdown;
}
