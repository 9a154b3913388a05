import type { Day, FaultReport } from '@zhiheng/vocabulary';
import type { PlaceSheets } from '../places/address-reader.js';
import type { ArrivedTable } from './arrivals.js';
import type { BlockAccount } from './block-account.js';
import type { BlockOrder } from './block-reader.js';
import type { WrittenFile } from './load-request.js';

/** What a reading worker starts with. */
export interface WorkerSetting {
  readonly placeSheets: PlaceSheets;
  readonly mapping: WrittenFile | null;
  readonly latest: Day | undefined;
  /** Of the office, for pseudonyms; null: people are left out. */
  readonly peopleKey: Uint8Array | null;
  /** Path of its own database file. */
  readonly database: string;
  readonly spillFolder: string;
  readonly memoryLimit: string;
}

/** What it is told; each order has one answer, in the same order. */
export type WorkerOrder =
  | ({ readonly type: 'read' } & BlockOrder)
  | { readonly type: 'take-back'; readonly behind: number }
  | { readonly type: 'finish' };

export interface WorkerAnswer {
  /** Of a piece that closes a block. */
  readonly account: BlockAccount | null;
  /** Of `finish`: the tables that took any row. */
  readonly tables: readonly ArrivedTable[];
  /** The order could not be carried out: the disk takes nothing more. The load fails of it. */
  readonly fault: FaultReport | null;
}
