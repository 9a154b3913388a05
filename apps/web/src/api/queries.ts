import { queryOptions } from '@tanstack/react-query';
import type {
  AreaAnswer,
  DurationsAnswer,
  FiguresAnswer,
  IndicatorAnswer,
  IndicatorListItem,
  IndicatorValue,
  OfficeAnswer,
  OverviewAnswer,
  ProgrammeAnswer,
  RecordsAnswer,
  TableAnswer,
  TableListItem,
  TargetAnswer,
  TargetHistoryAnswer,
  WhyAnswer,
} from '@zhiheng/office';
import { address, fetchJson, type Query } from './fetch-json.js';

function read<Answer>(path: string, query: Query = {}) {
  const url = address(path, query);
  return queryOptions({ queryKey: [url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

/** Which figures are asked for; several areas or periods are comma-separated. */
export interface FiguresQuery {
  readonly indicator: string;
  readonly area?: string | undefined;
  readonly period?: string | undefined;
  readonly by?: string | undefined;
  readonly origin?: string | undefined;
  readonly dataset?: string | undefined;
  readonly office?: string | undefined;
  readonly vintage?: string | undefined;
}

/** Which records are opened; `by` names one part, `kind=invention`. */
export interface RecordsQuery extends FiguresQuery {
  /** Which figure that the indicator is made of: `numerator`, `denominator`, `base`, or the name of a part. */
  readonly part?: string | undefined;
  /** Of a duration: `survival-median` opens its cohort. */
  readonly statistic?: string | undefined;
  readonly leftOut?: boolean;
  /** Of a duration: those that took from so many months on, up to so many, `12..13`. */
  readonly months?: string | undefined;
  readonly limit?: number;
  readonly after?: string | undefined;
}

/** Which record of a figure is explained. */
export interface WhyQuery extends Omit<RecordsQuery, 'leftOut' | 'limit' | 'after' | 'origin'> {
  readonly id: string;
}

export const officeQuery = () => read<OfficeAnswer>('office');
export const overviewQuery = (programme: string) =>
  read<OverviewAnswer>(`programmes/${encodeURIComponent(programme)}/overview`);
export const programmeQuery = (programme: string) =>
  read<ProgrammeAnswer>(`programmes/${encodeURIComponent(programme)}`);
/** As of when, on what and for which region a target is judged; left out: as it stands. */
export interface TargetQuery {
  readonly area?: string | undefined;
  readonly effective?: string | undefined;
  readonly vintage?: string | undefined;
}
export const targetQuery = (programme: string, target: string, query: TargetQuery) =>
  read<TargetAnswer>(`programmes/${encodeURIComponent(programme)}/targets/${encodeURIComponent(target)}`, { ...query });
export const targetHistoryQuery = (programme: string, target: string, area: string | null) =>
  read<TargetHistoryAnswer>(
    `programmes/${encodeURIComponent(programme)}/targets/${encodeURIComponent(target)}/history`,
    area === null ? {} : { area },
  );
export const indicatorsQuery = () => read<IndicatorListItem[]>('indicators');
export const indicatorValuesQuery = () => read<IndicatorValue[]>('indicators/values');
export const indicatorQuery = (id: string) => read<IndicatorAnswer>(`indicators/${encodeURIComponent(id)}`);
export const figuresQuery = (query: FiguresQuery) => read<FiguresAnswer>('figures', { ...query });
export const recordsQuery = (query: RecordsQuery) => read<RecordsAnswer>('records', { ...query });
export const durationsQuery = (query: Omit<WhyQuery, 'id' | 'part' | 'statistic'>) =>
  read<DurationsAnswer>('durations', { ...query });
export const whyQuery = (query: WhyQuery) => read<WhyAnswer>('why', { ...query });
export const areasQuery = () => read<AreaAnswer[]>('areas');
/** Provinces, cities and counties by a part of their name; areas of codes, comma-separated. */
export const areasFoundQuery = (find: string) => read<AreaAnswer[]>('areas', { find });
export const areasOfQuery = (codes: string) => read<AreaAnswer[]>('areas', { codes });

/** Addresses of the files behind a page. */
/** `language`: the file says the names of codes beside them. */
export const figuresFile = (query: FiguresQuery & { readonly language?: string }) =>
  address('figures.csv', { ...query });
export const recordsFile = (query: RecordsQuery) => address('records.csv', { ...query });

/** Which table is looked at; what is left out follows from what there is. */
export interface TableQuery {
  readonly period?: string | undefined;
  readonly vintage?: string | undefined;
  readonly dataset?: string | undefined;
}

export const tablesQuery = () => read<{ readonly tables: TableListItem[] }>('tables');
export const tableQuery = (id: string, query: TableQuery) =>
  read<TableAnswer>(`tables/${encodeURIComponent(id)}`, { ...query });
/** The address of a file of a table; of CSV that of one sheet. */
export const tableFile = (
  id: string,
  format: string,
  query: TableQuery & { readonly language: string; readonly sheet?: string },
) => address(`tables/${encodeURIComponent(id)}/files/${format}`, { ...query });
