import type { FigureView } from './figure-view.js';

/** Shows the records of a part where the page shows what the figure is made of. */
export function openPart({ set }: FigureView, part: string): void {
  set({ part, rows: undefined, why: undefined, months: undefined });
  goThere();
}

/** Shows the records that took from so many months on, up to so many. */
export function openMonths(
  { set }: FigureView,
  { from, until }: { readonly from: number; readonly until: number },
): void {
  set({ months: `${from}..${until}`, rows: undefined, why: undefined, part: undefined });
  goThere();
}

function goThere(): void {
  const place = document.getElementById('made-of');
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}
