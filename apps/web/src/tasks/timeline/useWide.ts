import { useSyncExternalStore } from 'react';

/** The width from which the year has room for its weeks. */
const wide = '(min-width: 900px)';

function listen(changed: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the page is wide enough for the year in weeks. */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(wide).matches);
}
