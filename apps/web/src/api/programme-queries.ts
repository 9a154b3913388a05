import { queryOptions } from '@tanstack/react-query';
import type { ComparedHead, ProgrammeComparison } from '@zhiheng/programme';
import { address, fetchJson, type Query } from './fetch-json.js';

function read<Answer>(path: string, query: Query = {}) {
  const url = address(path, query);
  return queryOptions({ queryKey: [url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

/** Programmes in force and imported guidelines; a new one may have come since. */
export const comparableQuery = () => ({ ...read<ComparedHead[]>('programmes/comparable'), staleTime: 0 });
export const programmeComparisonQuery = (before: string, after: string) =>
  read<ProgrammeComparison>('programmes/compare', { before, after });
