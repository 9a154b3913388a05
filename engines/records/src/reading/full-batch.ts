import type { ReadItem } from './record.js';

/** Bytes of a file whose items are handed over at once, at most, about: a few wide records are as much as many narrow ones. */
const batchBytes = 1 << 20;

/** True when items that wait are to be handed over: `size` of them, or a stretch of the file. */
export function isFullBatch(batch: readonly ReadItem[], size: number): boolean {
  const [first, last] = [batch[0], batch.at(-1)];
  if (first === undefined || last === undefined) return false;
  return batch.length >= size || last.position - first.position >= batchBytes;
}
