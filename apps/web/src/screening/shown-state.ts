import { withoutGaps } from '../frame/without-gaps.js';

/** What the page of a clue, a group or an application shows; all of it stands in the address. */
export interface ShownState {
  /** Left out: the newest. */
  readonly run?: string | undefined;
  /** The application that is compared. */
  readonly with?: string | undefined;
  /** Places of the pages turned, joined by `~`. */
  readonly after?: string | undefined;
}

/** Reads the address. */
export function readShownState(search: Readonly<Record<string, unknown>>): ShownState {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return withoutGaps({ run: text(search.run), with: text(search.with), after: text(search.after) });
}
