import { useQueryClient } from '@tanstack/react-query';
import type { DecideAnswer, DecidedField, FieldValue, ReviewAnswer } from '@zhiheng/office';
import { useCallback } from 'react';
import { reviewQuery } from '../api/guideline-queries.js';
import { send } from '../api/send.js';
import { useAct } from '../staff/useAct.js';
import type { FieldAct } from './FieldRow.js';

interface Decision {
  readonly decision: Exclude<FieldAct, 'accept-beneath'>;
  readonly beneath?: boolean;
  readonly value?: FieldValue;
  readonly note?: string;
}

/** Deciding about the fields of a draft; what the server kept takes the place of what stood here. */
export function useReview(draft: string) {
  const queries = useQueryClient();
  const { waiting, error, run } = useAct();
  const path = `guidelines/${encodeURIComponent(draft)}`;
  const decide = useCallback(
    async (field: DecidedField | null, decision: Decision) => {
      const { queryKey } = reviewQuery(draft);
      const seen = field === null ? {} : { field: field.id, version: field.version };
      const kept = await run(() => send<DecideAnswer>('POST', `${path}/decisions`, { ...seen, ...decision }));
      // Whoever came second sees what the first one decided.
      if (kept === undefined) await queries.invalidateQueries({ queryKey });
      else queries.setQueryData<ReviewAnswer>(queryKey, (before) => before && merged(before, kept));
      return kept !== undefined;
    },
    [draft, path, queries, run],
  );
  return { waiting, error, run, decide, path };
}

function merged(before: ReviewAnswer, { changed, counts }: DecideAnswer): ReviewAnswer {
  const anew = new Map(changed.map((field) => [field.id, field] as const));
  return { ...before, counts, fields: before.fields.map((field) => anew.get(field.id) ?? field) };
}
