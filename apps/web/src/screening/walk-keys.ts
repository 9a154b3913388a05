import type { KeyboardEvent } from 'react';

/** One on for `j`, one back for `k`, 0 for anything else and while something is written. */
export function stepOfKey(event: KeyboardEvent): -1 | 0 | 1 {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null) return 0;
  if (event.key === 'j') return 1;
  return event.key === 'k' ? -1 : 0;
}
