import { queryOptions } from '@tanstack/react-query';
import type { DefinitionHistoryAnswer, DraftAnswer, DraftRow } from '@zhiheng/office';
import { address, fetchJson } from './fetch-json.js';
import { peopleKey } from './session.js';

// Whatever changes a draft changes what waits for people, so both are read again together.
function read<Answer>(path: string) {
  const url = address(`definitions/${path}`);
  return queryOptions({ queryKey: [peopleKey, url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

export const draftsQuery = () => read<DraftRow[]>('drafts');
export const draftQuery = (id: string) => read<DraftAnswer>(`drafts/${encodeURIComponent(id)}`);
export const definitionHistoryQuery = (id: string) =>
  read<DefinitionHistoryAnswer>(`${encodeURIComponent(id)}/history`);
