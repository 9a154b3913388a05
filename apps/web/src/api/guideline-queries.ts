import { queryOptions } from '@tanstack/react-query';
import type { GuidelineDraftRow, ProgrammeEdition, ProgrammeRow, ReviewAnswer } from '@zhiheng/office';
import { address, fetchJson } from './fetch-json.js';

/** Everything about drafts of programmes begins with this key. */
export const guidelinesKey = 'guidelines';

function read<Answer>(path: string) {
  const url = address(path);
  return queryOptions({ queryKey: [guidelinesKey, url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

export const guidelinesQuery = () => read<GuidelineDraftRow[]>('guidelines');
export const programmesQuery = () => read<ProgrammeRow[]>('programmes');
export const reviewQuery = (draft: string) => read<ReviewAnswer>(`guidelines/${encodeURIComponent(draft)}/review`);
export const editionsQuery = (programme: string) =>
  read<ProgrammeEdition[]>(`programmes/${encodeURIComponent(programme)}/editions`);
