import { simplified, traditional } from '@zhiheng/characters';
import type { Definition, FigureRow } from '@zhiheng/indicators';
import { languages } from '@zhiheng/vocabulary';
import type { IndicatorListItem, IndicatorValue } from './answers.js';
import { type FigureInput, readFigure } from './figures.js';
import type { Office } from './office.js';
import type { SeenVintage } from './publishing/readers-vintage.js';
import { currentReference, type Reference } from './reference.js';
import { findVintage } from './vintages.js';

/** A definition as the list of all shows it. */
export function listedDefinition(definition: Definition): IndicatorListItem {
  const { id, names, summary, unit, kind, provisional, decimals, better } = definition;
  const table = 'table' in definition ? definition.table : null;
  return { id, names, summary, unit, kind, provisional, decimals, better, table, sought: soughtText(definition) };
}

/** What a search looks at: id, names and summaries in every language, and the Chinese ones in the other's characters too. */
function soughtText({ id, names, summary }: Definition): string {
  const texts = languages.flatMap((language) => [names[language], summary[language]]);
  const forms = texts.flatMap((text) => [text, simplified(text), traditional(text)]);
  return [id, ...new Set(forms)].join('\n').normalize('NFKC').toLowerCase();
}

/** What was answered before, as long as definitions and vintage are the same. */
const answered = new WeakMap<Reference, Map<string, Promise<IndicatorValue[]>>>();

/** The latest value of every indicator that has one, of the widest area; those counted from records too where these are seen. */
export async function latestValues(
  office: Office,
  { computed, vintage: seen }: SeenVintage,
): Promise<IndicatorValue[]> {
  const reference = currentReference(office);
  const vintage = (await findVintage(office, seen))?.vintage.name ?? null;
  const known = answered.get(reference) ?? new Map<string, Promise<IndicatorValue[]>>();
  answered.set(reference, known);
  const key = `${vintage ?? ''} ${computed}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const asking = askAll(office, reference.definitions(), {
    ...(computed ? {} : { origin: 'published' as const }),
    ...(seen === undefined ? {} : { vintage: seen }),
  });
  known.set(key, asking);
  asking.catch(() => known.delete(key));
  return asking;
}

async function askAll(
  office: Office,
  definitions: readonly Definition[],
  seen: Pick<FigureInput, 'origin' | 'vintage'>,
): Promise<IndicatorValue[]> {
  const found: IndicatorValue[] = [];
  // One after the other: sessions are few, and each answer is quick.
  for (const definition of definitions) {
    const latest = await latestOf(office, definition, seen);
    if (latest !== null) found.push(latest);
  }
  return found;
}

const groups = ['ALL', 'CN', 'CN-ML'];

async function latestOf(office: Office, definition: Definition, seen: Pick<FigureInput, 'origin' | 'vintage'>) {
  const asked = { indicator: definition.id, area: groups, ...seen };
  const whole = latestAmong(await readFigure(office, asked));
  if (whole !== null || !definition.published.some(({ breakdown }) => breakdown.kind !== undefined)) return whole;
  return latestAmong(await readFigure(office, { ...asked, by: 'kind' }));
}

const sources = ['published real', 'computed real', 'estimated real', 'computed synthetic'];
const longestTrend = 12;

/**
 * The latest value among the rows of one indicator and the years before it: published before computed, real before synthetic, the
 * widest area, the first part and statistic that have one.
 */
export function latestAmong(rows: readonly FigureRow[]): IndicatorValue | null {
  const held = rows.filter(({ value }) => value !== null);
  const source = sources.find((name) => held.some((row) => sourceOf(row) === name));
  const ofSource = held.filter((row) => sourceOf(row) === source);
  const area = groups.find((code) => ofSource.some((row) => row.area === code));
  const [first] = ofSource.filter((row) => row.area === area);
  if (first === undefined) return null;
  const series = ofSource.filter((row) => row.area === area && seriesOf(row) === seriesOf(first));
  const ordered = series.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const last = ordered.at(-1) ?? first;
  const { indicator, period, breakdown, statistic, value, bound, precision, unit, origin, dataset, status } = last;
  return {
    ...{
      indicator,
      area: last.area,
      period,
      breakdown,
      statistic,
      value,
      bound,
      precision,
      unit,
      origin,
      dataset,
      status,
    },
    trend: ordered.slice(-longestTrend).map((row) => ({ period: row.period, value: row.value, unit: row.unit })),
  };
}

const sourceOf = ({ origin, dataset }: FigureRow) => `${origin} ${dataset}`;
const seriesOf = ({ breakdown, statistic }: FigureRow) => `${JSON.stringify(breakdown)} ${statistic ?? ''}`;
