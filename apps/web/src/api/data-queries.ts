import { queryOptions } from '@tanstack/react-query';
import type {
  CoverageRow,
  LoadsAnswer,
  QuarantineAnswer,
  QuarantinePage,
  ReleaseAnswer,
  ReleaseDifference,
  RunningJob,
  SettledAnswer,
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
export const unresolvedQuery = (query: {
  words?: string | undefined;
  only?: string | undefined;
  candidates?: string | undefined;
  limit?: number;
  after?: string | undefined;
}) => read<UnresolvedAnswer>('areas/unresolved', { limit: 20, ...query });
export const settledQuery = (after: string | undefined) => read<SettledAnswer>('areas/settled', { limit: 20, after });
export const releasesQuery = () => read<ReleaseAnswer[]>('releases');
export const differenceQuery = (a: string, b: string) => read<ReleaseDifference>('releases/diff', { a, b });
export const coverageQuery = (release: string | undefined) => read<CoverageRow[]>('coverage', { release });
export const coverageFile = (release: string | undefined) => address('coverage.csv', { release });
