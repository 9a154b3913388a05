import type { DataState } from './data-state.js';

/** What the parts of the page share: the state of the address and how it is changed. */
export interface PageView {
  readonly state: DataState;
  readonly set: (change: DataState) => void;
}
