import { useQuery } from '@tanstack/react-query';
import { may, useSession } from '../api/session.js';
import { tallyQuery } from '../api/task-queries.js';
import type { TallyRow } from './tally-totals.js';

export type ClauseTally = Pick<TallyRow, 'open' | 'late' | 'dueSoon' | 'closed' | 'reopened'>;

/** How the tasks of each clause of a programme stand, by one request; null for those without the right, and until it has answered. */
export function useClauseTallies(programme: string | undefined): ReadonlyMap<string | null, ClauseTally> | null {
  const enabled = may(useSession(), 'tasks:read') && programme !== undefined;
  const { data } = useQuery({ ...tallyQuery({ by: 'clause', programme }), enabled });
  if (data === undefined || !enabled) return null;
  return new Map(data.rows.map((row) => [row.key, row] as const));
}
