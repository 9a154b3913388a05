import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordsKey } from '../../api/data-queries.js';
import { send } from '../../api/send.js';

export interface RulingSent<Answer> {
  readonly waiting: boolean;
  readonly error: unknown;
  /** Sends what was decided; true when it stands. */
  readonly decide: (path: string, body: object) => Promise<boolean>;
  /** Reads anew what may have changed. */
  readonly refresh: () => Promise<void>;
  readonly answer: Answer | null;
}

/** Sends a decision and reads anew what it changes; a refused one stays where it is, so that it can be read. */
export function useRuling<Answer>(done: (answer: Answer) => void = () => {}): RulingSent<Answer> {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const refresh = async () => {
    setError(null);
    await queries.invalidateQueries({ queryKey: [recordsKey] });
  };
  const decide = async (path: string, body: object) => {
    setWaiting(true);
    setError(null);
    try {
      const told = await send<Answer>('POST', path, body);
      setAnswer(told);
      done(told);
      await queries.invalidateQueries({ queryKey: [recordsKey] });
      return true;
    } catch (fault) {
      setError(fault);
      return false;
    } finally {
      setWaiting(false);
    }
  };
  return { waiting, error, decide, refresh, answer };
}
