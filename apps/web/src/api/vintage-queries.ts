import { queryOptions } from '@tanstack/react-query';
import type {
  CorrectionAnswer,
  FigureExplanation,
  FigureHistory,
  VintageAnswer,
  VintageComparison,
  VintageShown,
} from '@zhiheng/office';
import { recordsKey } from './data-queries.js';
import { address, fetchJson, type Query } from './fetch-json.js';

function read<Answer>(path: string, query: Query = {}) {
  const url = address(path, query);
  return queryOptions({ queryKey: [recordsKey, url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

/** Which differences are looked at; several areas or periods are comma-separated. */
export interface ComparedQuery {
  readonly before: string;
  readonly after: string;
  readonly indicator?: string | undefined;
  readonly area?: string | undefined;
  readonly period?: string | undefined;
}

/** Which figure of two vintages is explained. */
export interface ExplainedQuery extends ComparedQuery {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly by?: string | undefined;
  readonly part?: string | undefined;
  readonly statistic?: string | undefined;
  readonly dataset?: string | undefined;
  readonly office?: string | undefined;
}

export const vintagesQuery = () => read<VintageAnswer[]>('vintages');
export const vintageQuery = (name: string) => read<VintageShown>(`vintages/${encodeURIComponent(name)}`);
export const correctionsQuery = () => read<CorrectionAnswer[]>('vintages/notices');
export const comparedQuery = (query: ComparedQuery & { readonly limit: number; readonly offset: number }) =>
  read<VintageComparison>('vintages/compare', { ...query });
export const comparedFile = (query: ComparedQuery & { readonly language: string }) =>
  address('vintages/compare.csv', { ...query });
export const explainedQuery = (
  query: ExplainedQuery & {
    readonly side?: string | undefined;
    readonly limit?: number;
    readonly from?: string | undefined;
  },
) => read<FigureExplanation>('vintages/explain', { ...query });
export const figureHistoryQuery = (query: Omit<ExplainedQuery, 'before' | 'after' | 'part'>) =>
  read<FigureHistory>('vintages/history', { ...query, counted: true, limit: 20 });
