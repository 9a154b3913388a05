import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleKey } from '../api/session.js';

export interface Acting {
  readonly waiting: boolean;
  /** What the last try failed with; null when it did not. */
  readonly error: unknown;
  /** Carries an act out; what is known of people is read again after it. Undefined when it failed. */
  readonly run: <Answer>(act: () => Promise<Answer>) => Promise<Answer | undefined>;
}

/** One act at a time, with its waiting and its failure. */
export function useAct(): Acting {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async <Answer>(act: () => Promise<Answer>) => {
    setWaiting(true);
    setError(null);
    try {
      const answer = await act();
      await queries.invalidateQueries({ queryKey: [peopleKey] });
      return answer;
    } catch (fault) {
      setError(fault);
      return undefined;
    } finally {
      setWaiting(false);
    }
  };
  return { waiting, error, run };
}
