import { withoutGaps } from '../frame/without-gaps.js';

/** Everything that the page of screening shows; all of it stands in the address. */
export interface ScreeningState {
  /** Left out: the newest. */
  readonly run?: string | undefined;
  /** Left out: clues. */
  readonly list?: 'groups' | undefined;
  readonly ground?: string | undefined;
  readonly family?: string | undefined;
  readonly application?: string | undefined;
  /** Of clues; left out: the strongest first. */
  readonly order?: 'application' | undefined;
  /** Places of the pages turned, the newest last, joined by `~`. */
  readonly after?: string | undefined;
}

/** Reads the address; unknown values are dropped. */
export function readScreeningState(search: Readonly<Record<string, unknown>>): ScreeningState {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return withoutGaps({
    run: text(search.run),
    list: search.list === 'groups' ? 'groups' : undefined,
    ground: text(search.ground),
    family: text(search.family),
    application: text(search.application),
    order: search.order === 'application' ? 'application' : undefined,
    after: text(search.after),
  });
}

/** The places of the pages turned. */
export function turnedPages(after: string | undefined): readonly string[] {
  return after === undefined ? [] : after.split('~');
}
