import { withoutGaps } from '../../frame/without-gaps.js';

/** What the page of the year shows; all of it stands in the address. */
export interface TimelineState {
  /** Left out: owners. */
  readonly rows?: 'clause' | undefined;
  /** Left out: the newest. */
  readonly programme?: string | undefined;
  readonly owner?: string | undefined;
  /** Also tasks of organisations below the owner. */
  readonly below?: 'yes' | undefined;
}

/** Reads the address; unknown values are dropped. */
export function readTimelineState(search: Readonly<Record<string, unknown>>): TimelineState {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return withoutGaps({
    rows: search.rows === 'clause' ? 'clause' : undefined,
    programme: text(search.programme),
    owner: text(search.owner),
    below: search.below === 'yes' ? 'yes' : undefined,
  });
}
