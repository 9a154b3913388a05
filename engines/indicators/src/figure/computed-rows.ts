import {
  type Breakdown,
  type Dataset,
  isKind,
  type Kind,
  type Period,
  parsePeriod,
  type Statistic,
} from '@zhiheng/vocabulary';
import { hasSurvivalMedian } from '../compute/survival-medians.js';
import type { ComputedDefinition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import { statisticsOf, unitOfStatistic } from '../made-parts.js';
import { answersWish, type BreakdownWish, formatBreakdown, parseBreakdown } from './breakdown.js';
import type { ComputedScope } from './computed-scope.js';
import type { FigureSources } from './figure-request.js';
import type { StoredObservation } from './observation-store.js';
import { coverageState, statusOf } from './status.js';

/** One office and dataset, and what is asked of it. */
export interface ComputedQuestion {
  readonly scope: ComputedScope;
  readonly office: string;
  readonly dataset: Dataset;
  readonly areas: readonly string[];
  readonly periods: readonly Period[];
  readonly wish: BreakdownWish;
  readonly statistic: Statistic | null;
}

/** Rows computed from records: one for every area, period, part and statistic asked for, with its status. */
export function computedRows(
  question: ComputedQuestion,
  stored: readonly StoredObservation[],
  sources: FigureSources,
): FigureRow[] {
  const { scope, areas, periods, statistic } = question;
  const { definition } = scope;
  const byCell = new Map(stored.map((row) => [cellKey({ ...row, breakdown: breakdownOf(row) }), row]));
  const parts = partsAsked(question, stored);
  return areas.flatMap((area) =>
    periods.flatMap((period) =>
      parts.flatMap((breakdown) =>
        statisticsAsked(definition, statistic, period, hasSurvivalMedian(sources.areas, area)).map((each) => {
          const cell = { area, period, breakdown, statistic: each };
          return rowOf(question, sources, cell, byCell.get(cellKey(cell)));
        }),
      ),
    ),
  );
}

interface Cell {
  readonly area: string;
  readonly period: Period;
  readonly breakdown: Breakdown;
  readonly statistic: Statistic | null;
}

function rowOf(
  { scope, office, dataset }: ComputedQuestion,
  sources: FigureSources,
  { area, period, breakdown, statistic }: Cell,
  stored: StoredObservation | undefined,
): FigureRow {
  const { definition } = scope;
  const isCount = statistic === null || statistic === 'n';
  const value = stored?.value ?? (isCount ? 0 : null);
  const state = coverageState(scope, kindsOf(scope, breakdown), area, period, statistic);
  const status = statusOf(state, value, isCount);
  const isShare = statistic === 'share-within-target' && status !== 'missing';
  return {
    indicator: definition.id,
    office,
    area,
    period,
    breakdown,
    statistic,
    value: status === 'missing' ? null : value,
    bound: null,
    precision: null,
    numerator: isShare ? (stored?.numerator ?? null) : null,
    denominator: isShare ? (stored?.n ?? null) : null,
    unit: unitOfStatistic(definition, statistic),
    origin: 'computed',
    dataset,
    status,
    vintage: sources.vintage,
    publication: null,
  };
}

/**
 * The parts that are asked for: where every kind is, those that the condition lets through and that coverage or a value names; of
 * other dimensions those that have a value.
 */
function partsAsked({ wish, scope }: ComputedQuestion, stored: readonly StoredObservation[]): readonly Breakdown[] {
  if (wish.every(({ value }) => value !== null)) {
    return [Object.fromEntries(wish.map(({ dimension, value }) => [dimension, value ?? '']))];
  }
  const valued = stored.map(breakdownOf).filter((breakdown) => answersWish(breakdown, wish));
  if (wish.length === 1 && wish[0]?.dimension === 'kind') {
    return scope.admittedKinds
      .filter((kind) => scope.totalKinds.includes(kind) || valued.some((breakdown) => breakdown.kind === kind))
      .map((kind) => ({ kind }));
  }
  const distinct = new Map(valued.map((breakdown) => [formatBreakdown(breakdown) ?? '', breakdown]));
  return [...distinct.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, breakdown]) => breakdown);
}

/** Kinds whose coverage a part rests on: its own, else all that the total is made of. */
export function kindsOf(scope: ComputedScope, { kind }: Breakdown): readonly Kind[] {
  return isKind(kind) ? [kind] : scope.totalKinds;
}

function breakdownOf({ breakdown }: StoredObservation): Breakdown {
  return parseBreakdown(breakdown);
}

function statisticsAsked(
  definition: ComputedDefinition,
  asked: Statistic | null,
  period: Period,
  areaHasSurvivalMedian: boolean,
): readonly (Statistic | null)[] {
  if (definition.kind === 'distribution') return asked === null ? statisticsOf(definition) : [asked];
  if (definition.kind !== 'duration') return asked === null ? [null] : [];
  if (asked !== null) return [asked];
  return statisticsOf(definition).filter((statistic) => {
    return statistic !== 'survival-median' || (areaHasSurvivalMedian && parsePeriod(period).length === 'year');
  });
}

function cellKey({ area, period, breakdown, statistic }: Cell): string {
  return `${area} ${period} ${statistic ?? ''} ${formatBreakdown(breakdown) ?? ''}`;
}
