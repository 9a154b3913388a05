import type { Dataset, Observation, Period, Statistic } from '@zhiheng/vocabulary';
import type { FigureRow } from '../figure-row.js';
import { answersWish, type BreakdownWish } from './breakdown.js';

export interface PublishedQuestion {
  readonly office: string;
  /** Null: any. */
  readonly dataset: Dataset | null;
  readonly areas: readonly string[] | null;
  readonly periods: readonly Period[] | null;
  readonly wish: BreakdownWish;
  readonly statistic: Statistic | null;
}

/** Published values that answer the question; where nothing was published there is no row. */
export function publishedRows(question: PublishedQuestion, published: readonly Observation[]): FigureRow[] {
  const { office, dataset, areas, periods, wish, statistic } = question;
  return published.filter(
    (row) =>
      row.office === office &&
      (dataset === null || row.dataset === dataset) &&
      (areas === null || areas.includes(row.area)) &&
      (periods === null || periods.includes(row.period)) &&
      (statistic === null || row.statistic === statistic) &&
      answersWish(row.breakdown, wish),
  );
}
