import { datasets } from '@zhiheng/vocabulary';
import { withoutGaps } from '../frame/without-gaps.js';

/** What a reader can set on the page of a table; all of it stands in the address. Unset parts follow the data. */
export interface TableState {
  readonly period?: string | undefined;
  readonly vintage?: string | undefined;
  readonly dataset?: (typeof datasets)[number] | undefined;
  readonly sheet?: string | undefined;
}

/** Reads the address; a dataset that there is not is dropped. */
export function readTableState(search: Readonly<Record<string, unknown>>): TableState {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const state = {
    period: text(search.period),
    vintage: text(search.vintage),
    dataset: datasets.find((known) => known === search.dataset),
    sheet: text(search.sheet),
  };
  return withoutGaps(state);
}
