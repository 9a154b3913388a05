import { queryOptions } from '@tanstack/react-query';
import type { PartiesAnswer, PartyAnswer, PartyDecidedAnswer, PartyReviewAnswer } from '@zhiheng/office';
import { recordsKey } from './data-queries.js';
import { address, fetchJson, type Query } from './fetch-json.js';

function read<Answer>(path: string, query: Query) {
  const url = address(path, query);
  return queryOptions({ queryKey: [recordsKey, url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

export const partiesQuery = (query: { words?: string | undefined; after?: string | undefined }) =>
  read<PartiesAnswer>('parties', { ...query, limit: 20 });
export const partyQuery = (party: string, after: string | undefined) =>
  read<PartyAnswer>(`parties/${encodeURIComponent(party)}`, { limit: 20, after });
export const reviewQuery = (after: string | undefined) =>
  read<PartyReviewAnswer>('parties/review', { limit: 20, after });
export const decidedQuery = (after: string | undefined) =>
  read<PartyDecidedAnswer>('parties/decided', { limit: 20, after });
