import type { FigureView } from './figure-view.js';

/** Shows the records of a part where the page shows what the figure is made of. */
export function openPart({ set }: FigureView, part: string): void {
  set({ part, rows: undefined });
  const place = document.getElementById('made-of');
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}
