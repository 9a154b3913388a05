import { type Dataset, type Observation, type Origin, type Statistic, statistics } from '@zhiheng/vocabulary';
import type { FigureState } from './figure-state.js';

/** A source of values: published and computed ones are never mixed, nor real and synthetic ones. */
export interface FigureSource {
  readonly origin: Origin;
  readonly dataset: Dataset;
}

/** What the page shows, and what else could be chosen. */
export interface FigureChoice {
  readonly source: FigureSource;
  readonly area: string;
  readonly period: string;
  /** Null for the total. */
  readonly kind: string | null;
  readonly statistic: Statistic | null;
  readonly sources: readonly FigureSource[];
  readonly kinds: readonly (string | null)[];
  readonly statistics: readonly Statistic[];
  /** Years with a value of the source; without any, years with rows. */
  readonly years: readonly number[];
}

const groupOrder = ['ALL', 'CN', 'CN-ML'];
const sourceOrder = ['published real', 'computed real', 'estimated real', 'computed synthetic'];

/**
 * Decides what to show from the yearly rows of the chosen area and the groups, where the address leaves it open: the first
 * source with values, the widest area with values, the total before its parts, the mean before other statistics, the
 * latest year with a value. Null without rows.
 */
export function chooseFigure(rows: readonly Observation[], state: FigureState): FigureChoice | null {
  if (rows.length === 0) return null;
  const sources = sourcesOf(rows);
  const source = wantedSource(sources, state);
  if (source === undefined) return null;
  const ofSource = rows.filter((row) => isOf(row, source));
  const held = ofSource.filter((row) => row.value !== null);
  const area = state.area ?? groupOrder.find((code) => held.some((row) => row.area === code)) ?? held[0]?.area ?? 'ALL';
  const inArea = held.filter((row) => row.area === area);
  const kinds = kindsOf(ofSource);
  const filled = kindsOf(inArea.length === 0 ? ofSource : inArea);
  const kind = state.kind !== undefined ? (state.kind === 'all' ? null : state.kind) : (filled[0] ?? null);
  const known = statistics.filter((name) => ofSource.some((row) => row.statistic === name));
  const statistic =
    state.statistic !== undefined && known.includes(state.statistic) ? state.statistic : (known[0] ?? null);
  const shown = inArea.filter((row) => row.statistic === statistic && kindOf(row) === kind);
  const period = state.period ?? latest(shown) ?? latest(held) ?? latest(ofSource) ?? '';
  const yearsOf = (list: readonly Observation[]) => [...new Set(list.map((row) => Number(row.period.slice(0, 4))))];
  const years = yearsOf(held.length === 0 ? ofSource : held).sort((a, b) => a - b);
  return { source, area, period, kind, statistic, sources, kinds, statistics: known, years };
}

export function isOf(row: Observation, source: FigureSource): boolean {
  return row.origin === source.origin && row.dataset === source.dataset;
}

/** The kind a row is broken down to; null for the total. */
export function kindOf(row: Observation): string | null {
  return row.breakdown.kind ?? null;
}

/** The rows of one series: a source, an area, a kind and a statistic, over the periods. */
export function seriesOf(rows: readonly Observation[], choice: FigureChoice): Observation[] {
  return rows.filter(
    (row) =>
      isOf(row, choice.source) &&
      row.area === choice.area &&
      kindOf(row) === choice.kind &&
      row.statistic === choice.statistic,
  );
}

/** The rows from the first value to the last, in the order of the periods; those missing between stay. */
export function withinValues(rows: readonly Observation[]): Observation[] {
  const ordered = rows.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const holds = (row: Observation) => row.value !== null;
  return ordered.slice(Math.max(0, ordered.findIndex(holds)), ordered.findLastIndex(holds) + 1);
}

function sourcesOf(rows: readonly Observation[]): FigureSource[] {
  const held = rows.filter((row) => row.value !== null);
  const names = new Set((held.length === 0 ? rows : held).map((row) => `${row.origin} ${row.dataset}`));
  const rank = (name: string) => (sourceOrder.includes(name) ? sourceOrder.indexOf(name) : sourceOrder.length);
  return [...names]
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => {
      const [origin, dataset] = name.split(' ');
      return { origin: origin as Origin, dataset: dataset as Dataset };
    });
}

function wantedSource(sources: readonly FigureSource[], state: FigureState): FigureSource | undefined {
  const fits = sources.filter(
    (source) =>
      (state.origin === undefined || source.origin === state.origin) &&
      (state.dataset === undefined || source.dataset === state.dataset),
  );
  if (fits[0] !== undefined || state.origin === undefined) return fits[0] ?? sources[0];
  return { origin: state.origin, dataset: state.dataset ?? 'real' };
}

function kindsOf(rows: readonly Observation[]): (string | null)[] {
  const names = [...new Set(rows.map(kindOf))];
  return names.sort((a, b) => Number(b === null) - Number(a === null));
}

function latest(rows: readonly Observation[]): string | undefined {
  return rows
    .map((row) => row.period)
    .sort()
    .at(-1);
}
