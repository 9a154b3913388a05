import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Definition } from '@zhiheng/indicators';
import type { Observation } from '@zhiheng/vocabulary';
import { type FiguresQuery, figuresQuery } from '../api/queries.js';
import { lengthOf, periodsOf } from '../numbers/period-name.js';
import { chooseFigure } from './choose-figure.js';
import type { FigureState } from './figure-state.js';

const groups = ['ALL', 'CN', 'CN-ML'];

/** True when the indicator, or a published series of it, is broken down by kind. */
export function hasKinds(definition: Definition): boolean {
  const own = 'breakdowns' in definition && definition.breakdowns.some((combination) => combination.join() === 'kind');
  return own || definition.published.some((series) => series.breakdown.kind !== undefined);
}

/** Fetches the rows of a figure page: the years, and the periods of the chosen length when that is not a year. */
export function useFigureRows(definition: Definition | undefined, indicator: string, state: FigureState) {
  const area = [...new Set([...groups, ...(state.area === undefined ? [] : [state.area])])].join(',');
  const yearlyQuery = { indicator, area, office: state.office, vintage: state.vintage };
  const yearly = useTotalAndKinds(definition, yearlyQuery, definition !== undefined);
  const choice = yearly.rows === undefined ? null : chooseFigure(yearly.rows, state);
  const length = choice === null ? null : lengthOf(choice.period);
  const dense = choice !== null && length !== null && length !== 'year';
  const periods = dense ? periodsOf(length, choice.years[0] ?? 0, choice.years.at(-1) ?? 0, choice.period) : [];
  const denseQuery = {
    indicator,
    area: choice?.area,
    period: periods.join(','),
    office: state.office,
    vintage: state.vintage,
  };
  const parts = useTotalAndKinds(definition, denseQuery, dense);
  return {
    choice,
    yearly: yearly.rows,
    rows: dense ? parts.rows : yearly.rows,
    error: yearly.error ?? parts.error,
    retry: () => {
      yearly.retry();
      if (dense) parts.retry();
    },
  };
}

function useTotalAndKinds(definition: Definition | undefined, query: FiguresQuery, enabled: boolean) {
  const byKind = definition !== undefined && hasKinds(definition);
  const total = useQuery({ ...figuresQuery(query), enabled, placeholderData: keepPreviousData });
  const kinds = useQuery({
    ...figuresQuery({ ...query, by: 'kind' }),
    enabled: enabled && byKind,
    placeholderData: keepPreviousData,
  });
  const ready = total.data !== undefined && (!byKind || kinds.data !== undefined);
  return {
    rows: ready ? uniqueRows([...total.data.rows, ...(kinds.data?.rows ?? [])]) : undefined,
    error: total.error ?? kinds.error,
    retry: () => {
      void total.refetch();
      if (byKind) void kinds.refetch();
    },
  };
}

/** Rows without repetition: an answer by kind may hold the total as well. */
export function uniqueRows(rows: readonly Observation[]): Observation[] {
  const known = new Map<string, Observation>();
  for (const row of rows) {
    const key = [
      row.office,
      row.area,
      row.period,
      JSON.stringify(row.breakdown),
      row.statistic,
      row.origin,
      row.dataset,
    ];
    known.set(key.join(' '), row);
  }
  return [...known.values()];
}
