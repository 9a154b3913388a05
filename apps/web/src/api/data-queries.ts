import { queryOptions } from '@tanstack/react-query';
import type {
  CheckOverviewAnswer,
  CheckRowsAnswer,
  CheckShowAnswer,
  ClassificationRow,
  CoverageRow,
  DecidedListRow,
  DecisionRules,
  DecisionsAnswer,
  EditionsAnswer,
  LoadsAnswer,
  QuarantineAnswer,
  QuarantinePage,
  RecordAnswer,
  ReleaseAnswer,
  ReleaseDifference,
  RunningJob,
  SettledAnswer,
  TableProposalRow,
  UnresolvedAnswer,
} from '@zhiheng/office';
import { address, fetchJson, type Query } from './fetch-json.js';

/** Everything on the Data page that a load, a correction or a freezing changes begins with this key. */
export const recordsKey = 'records';
export const runningKey = ['running'] as const;

function read<Answer>(path: string, query: Query = {}) {
  const url = address(path, query);
  return queryOptions({ queryKey: [recordsKey, url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

export const runningQuery = () =>
  queryOptions({
    queryKey: runningKey,
    queryFn: ({ signal }) => fetchJson<RunningJob[]>(address('running'), signal),
  });
export const loadsQuery = (after: string | undefined) => read<LoadsAnswer>('loads', { limit: 20, after });
export const quarantineQuery = (query: { file?: string | undefined; all?: boolean; after?: string | undefined }) =>
  read<QuarantinePage>('quarantine', { ...query, limit: 20 });
export const quarantinedQuery = (id: string) => read<QuarantineAnswer>(`quarantine/${encodeURIComponent(id)}`);
const checkPath = (id: string) => `checks/${encodeURIComponent(id)}`;
export const checksQuery = (release: string | undefined) => read<CheckOverviewAnswer>('checks/overview', { release });
export const checkQuery = (id: string, release: string | undefined) =>
  read<CheckShowAnswer>(checkPath(id), { release });
export const checkRowsQuery = (id: string, query: { release: string | undefined; after: string | undefined }) =>
  read<CheckRowsAnswer>(`${checkPath(id)}/rows`, { ...query, limit: 20 });
export const checkRowsFile = (id: string, release: string | undefined) =>
  address(`${checkPath(id)}/rows.csv`, { release });
export const recordQuery = (id: string, release: string | undefined) =>
  read<RecordAnswer>(`records/${encodeURIComponent(id)}`, { release });
export const unresolvedQuery = (query: {
  words?: string | undefined;
  only?: string | undefined;
  candidates?: string | undefined;
  limit?: number;
  after?: string | undefined;
}) => read<UnresolvedAnswer>('areas/unresolved', { limit: 20, ...query });
export const settledQuery = (after: string | undefined) => read<SettledAnswer>('areas/settled', { limit: 20, after });
export const decisionsQuery = (query: { application?: string | undefined; after?: string | undefined }) =>
  read<DecisionsAnswer>('decisions', { limit: 20, ...query });
export const decisionListsQuery = () => read<readonly DecidedListRow[]>('decisions/lists');
export const decisionRulesQuery = () => read<DecisionRules>('decisions/rules');
export const releasesQuery = () => read<ReleaseAnswer[]>('releases');
export const differenceQuery = (a: string, b: string) => read<ReleaseDifference>('releases/diff', { a, b });
export const classificationsQuery = () => read<ClassificationRow[]>('classifications');
export const proposedTablesQuery = () => read<TableProposalRow[]>('classifications/proposals');
export const editionsQuery = (table: string) => read<EditionsAnswer>('classifications/editions', { table });
export const coverageQuery = (release: string | undefined) => read<CoverageRow[]>('coverage', { release });
export const coverageFile = (release: string | undefined) => address('coverage.csv', { release });
