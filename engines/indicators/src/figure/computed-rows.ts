import {
  type Breakdown,
  type Dataset,
  type Kind,
  type Period,
  parsePeriod,
  type Statistic,
  statistics,
} from '@zhiheng/vocabulary';
import { hasSurvivalMedian } from '../compute/survival-medians.js';
import type { ComputedDefinition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import type { BreakdownWish } from './breakdown.js';
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
  const byCell = new Map(stored.map((row) => [cellKey(row.area, row.period, row.breakdown, row.statistic), row]));
  const parts = partsAsked(question, stored);
  return areas.flatMap((area) =>
    periods.flatMap((period) =>
      parts.flatMap((kind) =>
        statisticsAsked(definition, statistic, period, hasSurvivalMedian(sources.areas, area)).map((each) =>
          rowOf(
            question,
            sources,
            { area, period, kind, statistic: each },
            byCell.get(cellKey(area, period, kind === null ? null : `kind=${kind}`, each)),
          ),
        ),
      ),
    ),
  );
}

interface Cell {
  readonly area: string;
  readonly period: Period;
  readonly kind: Kind | null;
  readonly statistic: Statistic | null;
}

function rowOf(
  { scope, office, dataset }: ComputedQuestion,
  sources: FigureSources,
  { area, period, kind, statistic }: Cell,
  stored: StoredObservation | undefined,
): FigureRow {
  const { definition } = scope;
  const isCount = statistic === null || statistic === 'n';
  const value = stored?.value ?? (isCount ? 0 : null);
  const state = coverageState(scope, kind === null ? scope.totalKinds : [kind], area, period, statistic);
  const status = statusOf(state, value, isCount);
  const isShare = statistic === 'share-within-target' && status !== 'missing';
  const breakdown: Breakdown = kind === null ? {} : { kind };
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
    unit: unitOf(definition, statistic),
    origin: 'computed',
    dataset,
    status,
    vintage: sources.vintage,
    publication: null,
  };
}

/** The total, the kind asked for, or every kind that the condition lets through and that coverage or a value names. */
function partsAsked({ wish, scope }: ComputedQuestion, stored: readonly StoredObservation[]): readonly (Kind | null)[] {
  if (wish.parts === 'total') return [null];
  if (wish.parts === 'one-kind') return [wish.kind];
  const valued = new Set(stored.map((row) => row.breakdown));
  return scope.admittedKinds.filter((kind) => scope.totalKinds.includes(kind) || valued.has(`kind=${kind}`));
}

function statisticsAsked(
  definition: ComputedDefinition,
  asked: Statistic | null,
  period: Period,
  areaHasSurvivalMedian: boolean,
): readonly (Statistic | null)[] {
  if (definition.kind !== 'duration') return asked === null ? [null] : [];
  if (asked !== null) return [asked];
  return statistics.filter((statistic) => {
    if (statistic === 'share-within-target') return definition.clock.target !== null;
    return statistic !== 'survival-median' || (areaHasSurvivalMedian && parsePeriod(period).length === 'year');
  });
}

function unitOf(definition: ComputedDefinition, statistic: Statistic | null): string {
  if (statistic === 'n') return 'cases';
  return statistic === 'share-within-target' ? 'share' : definition.unit;
}

function cellKey(area: string, period: Period, part: string | null, statistic: Statistic | null): string {
  return `${area} ${period} ${part ?? ''} ${statistic ?? ''}`;
}
