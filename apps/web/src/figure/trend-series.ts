import { type Observation, type UnitId, units } from '@zhiheng/vocabulary';
import { scaleOf, tickDecimals } from '../charts/scale.js';
import type { TrendSeries } from '../charts/trend-layout.js';
import { numberText } from '../numbers/format-number.js';
import { lengthOf, periodName, periodsOf } from '../numbers/period-name.js';
import { convert, formOf, isRatio, quantityText } from '../numbers/quantity.js';
import type { Words } from '../words/words.js';
import { sourceName } from './choice-names.js';
import { type FigureSource, isOf, seriesOf, withinValues } from './choose-figure.js';
import type { FigureView } from './figure-view.js';

export interface Trend {
  readonly series: readonly TrendSeries[];
  /** Index of the series that the page shows. */
  readonly current: number;
  /** Unit of the axis. */
  readonly unit: UnitId;
  readonly description: string;
  /** All periods of the axis, those without a value as well. */
  readonly periods: readonly string[];
  readonly tickText: (value: number) => string;
}

/**
 * The lines of the trend chart. Values of one line that are published in different units are brought to the unit of the
 * row shown. Synthetic values stand alone; published and computed real ones are drawn in one chart as separate lines.
 */
export function trendOf(words: Words, view: FigureView): Trend | null {
  const { choice } = view;
  const own = seriesOf(view.rows, choice);
  const unit = (view.row?.unit ?? own.findLast((row) => row.value !== null)?.unit) as UnitId | undefined;
  if (unit === undefined || !own.some((row) => row.value !== null)) return null;
  const beside = choice.sources.filter(
    (source) => choice.source.dataset === 'real' && source.dataset === 'real' && source.origin !== choice.source.origin,
  );
  const lists = [own, ...beside.map((source) => seriesOf(view.rows, besideChoice(view, source)))];
  const names = [choice.source, ...beside].map((source) => lineName(words, source));
  const series = lists.flatMap((rows, index) => {
    const drawn = rows.some((row) => row.value !== null && convert(row.value, row.unit as UnitId, unit) !== null);
    return drawn ? [lineOf(words, view, rows, unit, names[index] ?? '')] : [];
  });
  const values = series.flatMap((line) => line.points.flatMap((point) => (point.value === null ? [] : [point.value])));
  const decimals = tickDecimals(scaleOf(values, !isRatio(unit)));
  const fraction = units[unit].base === 'share' || units[unit].base === 'growth-rate';
  const tickText = (value: number) =>
    numberText(value, {
      language: words.language,
      decimals: fraction ? Math.max(0, decimals - 2) : decimals,
      shift: fraction ? 2 : 0,
    });
  return { series, current: 0, unit, description: describe(words, series), periods: wholeSpan(series), tickText };
}

/** The band says that a line is synthetic; its name need not. */
function lineName(words: Words, source: FigureSource): string {
  return source.dataset === 'synthetic' ? words.word('origin.computed') : sourceName(words, source);
}

/** The same figure from another source: where that has no statistic of this name (published series), its own. */
function besideChoice(view: FigureView, source: FigureView['choice']['source']) {
  const { choice } = view;
  const rows = view.rows.filter((row) => isOf(row, source) && row.area === choice.area);
  const statistics = new Set(rows.map((row) => row.statistic));
  const only = statistics.size === 1 ? [...statistics][0] : undefined;
  const statistic = statistics.has(choice.statistic) || only === undefined ? choice.statistic : only;
  return { ...choice, source, statistic };
}

function noteOf(words: Words, { publication }: Observation): string | null {
  const note = publication?.words.note ?? null;
  return note === null ? null : words.own(note);
}

function lineOf(words: Words, view: FigureView, rows: readonly Observation[], unit: UnitId, name: string): TrendSeries {
  const points = withinValues(rows).map((row) => ({
    period: row.period,
    value: row.value === null ? null : convert(row.value, row.unit as UnitId, unit),
    text: row.value === null ? '–' : quantityText(row.value, formOf(row, view.definition.decimals), words.language),
    note: noteOf(words, row),
  }));
  return { name, points };
}

/** Every period from the first to the last with a value, so that a missing one leaves a gap of its own width. */
function wholeSpan(series: readonly TrendSeries[]): string[] {
  const held = series.flatMap(({ points }) =>
    points.filter((point) => point.value !== null).map((point) => point.period),
  );
  const [first, last] = [held.reduce(earlier), held.reduce((a, b) => (earlier(a, b) === a ? b : a))];
  const length = lengthOf(first) ?? 'year';
  const all = periodsOf(length, Number(first.slice(0, 4)), Number(last.slice(0, 4)), first);
  return all.filter((period) => period >= first && period <= last);
}

const earlier = (a: string, b: string) => (a < b ? a : b);

function describe(words: Words, series: readonly TrendSeries[]): string {
  const comma = words.word('list.comma');
  return series
    .map(
      ({ name, points }) =>
        `${name}: ${points.map((one) => `${periodName(words, one.period)} ${one.text}`).join(comma)}`,
    )
    .join('; ');
}
