import { datasets, origins, type Statistic, statistics } from '@zhiheng/vocabulary';
import { withoutGaps } from '../frame/without-gaps.js';

/** Everything a reader can set on a figure page; all of it stands in the address. Unset parts follow the data. */
export interface FigureState {
  readonly area?: string | undefined;
  readonly period?: string | undefined;
  readonly origin?: (typeof origins)[number] | undefined;
  readonly dataset?: (typeof datasets)[number] | undefined;
  readonly kind?: string | undefined;
  readonly statistic?: Statistic | undefined;
  readonly office?: string | undefined;
  /** The vintage whose values are shown; unset: the newest. */
  readonly vintage?: string | undefined;
  /** The tab of how it is made. */
  readonly made?: (typeof madeTabs)[number] | undefined;
  /** The tab of what it is made of. */
  readonly rows?: (typeof rowTabs)[number] | undefined;
  /** What the figure is broken down by: `holder_type`, or two joined by a comma. */
  readonly by?: string | undefined;
  /** The part whose records are opened: `holder_type=university`. */
  readonly part?: string | undefined;
  /** Which figure that this one is made of has its records opened: `numerator`, `denominator`, `base`, or the name of a part. */
  readonly of?: string | undefined;
  /** Of a duration: the records that took from so many months on, up to so many, `12..13`. */
  readonly months?: string | undefined;
  /** The record that is explained. */
  readonly why?: string | undefined;
  /** Keys of the pages turned, the newest last, joined by `~`. */
  readonly page?: string | undefined;
}

export const madeTabs = ['definition', 'source', 'file'] as const;
export const rowTabs = ['counted', 'left-out'] as const;

/** Reads the address; unknown values are dropped. */
export function readFigureState(search: Readonly<Record<string, unknown>>): FigureState {
  const state = {
    area: text(search.area),
    period: text(search.period),
    origin: oneOf(origins, search.origin),
    dataset: oneOf(datasets, search.dataset),
    kind: text(search.kind),
    statistic: oneOf(statistics, search.statistic),
    office: text(search.office),
    vintage: text(search.vintage),
    made: oneOf(madeTabs, search.made),
    rows: oneOf(rowTabs, search.rows),
    by: text(search.by),
    part: text(search.part),
    of: text(search.of),
    months: text(search.months),
    why: text(search.why),
    page: text(search.page),
  };
  return withoutGaps(state);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}
