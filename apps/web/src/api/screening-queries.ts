import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  ComparedTexts,
  ScreenClue,
  ScreenGroup,
  ScreenGroupShown,
  ScreenOverview,
  ScreenShowAnswer,
} from '@zhiheng/office';
import { recordsKey } from './data-queries.js';
import { address, fetchJson, type Query } from './fetch-json.js';

function read<Answer>(path: string, query: Query = {}) {
  const url = address(`screening/${path}`, query);
  return queryOptions({ queryKey: [recordsKey, url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

type Run = string | undefined;

/** Which clues are asked for; what is left out does not narrow. */
export interface CluesQuery {
  readonly run: Run;
  readonly ground?: string | undefined;
  readonly family?: string | undefined;
  readonly application?: string | undefined;
  /** Left out: the strongest first. */
  readonly order?: 'application' | undefined;
}

/** Rows of a page; one more is asked for, which tells whether there is a page behind. */
export const rowsOfPage = 25;

export const screenOverviewQuery = (run: Run) => read<ScreenOverview>('overview', { run });
export const cluesQuery = (query: CluesQuery & { readonly after: string | undefined }) => ({
  ...read<ScreenClue[]>('clues', { ...query, limit: rowsOfPage + 1 }),
  placeholderData: keepPreviousData,
});
export const groupsQuery = (query: { readonly run: Run; readonly after: string | undefined }) => ({
  ...read<ScreenGroup[]>('groups', { ...query, limit: rowsOfPage + 1 }),
  placeholderData: keepPreviousData,
});
export const groupQuery = (id: string, query: { readonly run: Run; readonly after?: string | undefined }) => ({
  ...read<ScreenGroupShown>(`groups/${encodeURIComponent(id)}`, query),
  placeholderData: keepPreviousData,
});
export const shownQuery = (id: string, run: Run) => read<ScreenShowAnswer>(encodeURIComponent(id), { run });
export const comparedQuery = (a: string, b: string, run: Run) => ({
  ...read<ComparedTexts>('compare', { a, b, run }),
  placeholderData: keepPreviousData,
});
export const cluesFile = (query: CluesQuery) => address('screening/clues.csv', { ...query });
export const membersFile = (id: string, run: Run) =>
  address(`screening/groups/${encodeURIComponent(id)}/members.csv`, { run });
