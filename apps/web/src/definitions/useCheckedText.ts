import type { IndicatorCheckAnswer } from '@zhiheng/office';
import { useEffect, useState } from 'react';
import { send } from '../api/send.js';

/** Long enough not to ask at every key, short enough to feel at once. */
const pause = 400;

export interface CheckedText {
  /** Of the text as it stands; of one before while the answer is awaited; null before the first. */
  readonly check: IndicatorCheckAnswer | null;
  readonly waiting: boolean;
  readonly error: unknown;
}

/** Checks a text while it is written: after a pause, and the answer to the newest counts. Nothing is asked without the right to it. */
export function useCheckedText(text: string, id: string | undefined, allowed: boolean): CheckedText {
  const [answer, setAnswer] = useState<{ readonly of: string; readonly check: IndicatorCheckAnswer } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (!allowed) return undefined;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const body = { text, ...(id === undefined ? {} : { id }) };
        const check = await send<IndicatorCheckAnswer>('POST', 'definitions/check', body, stop.signal);
        if (stop.signal.aborted) return;
        setError(null);
        setAnswer({ of: text, check });
      } catch (fault) {
        if (!stop.signal.aborted) setError(fault);
      }
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, id, allowed]);
  return { check: answer?.check ?? null, waiting: allowed && answer?.of !== text && error === null, error };
}
