import { useQueryClient } from '@tanstack/react-query';
import type { QuarantineFixAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { recordsKey } from '../../api/data-queries.js';
import { send } from '../../api/send.js';

export interface Fix {
  readonly waiting: boolean;
  readonly error: unknown;
  readonly send: (body: { set: Record<string, string> } | { text: string }) => Promise<void>;
}

/** Sends a correction and reads anew what it changed. */
export function useFix(id: string, done: (result: QuarantineFixAnswer) => void): Fix {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    waiting,
    error,
    send: async (body) => {
      setWaiting(true);
      setError(null);
      try {
        done(await send<QuarantineFixAnswer>('POST', `quarantine/${encodeURIComponent(id)}/fix`, body));
        await queries.invalidateQueries({ queryKey: [recordsKey] });
      } catch (fault) {
        setError(fault);
      } finally {
        setWaiting(false);
      }
    },
  };
}
