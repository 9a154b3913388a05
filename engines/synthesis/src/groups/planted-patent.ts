import type { OfficeKind } from '../office-volumes.js';
import type { PatentGroupName } from './group-kinds.js';

/** A place in the order of filing: applications of a kind are counted from 0 over the whole window. */
export interface Slot {
  readonly kind: OfficeKind;
  readonly position: number;
}

/** What an application is in its group. A `source` is an ordinary application that others take from. */
export type PlantedRole =
  | 'source'
  | 'core'
  | 'copy'
  | 'retitled'
  | 'edited'
  | 'slots-exchanged'
  | 'recombined'
  | 'container'
  | 'patched'
  | 'other-form'
  | 'machine-text'
  | 'overlong'
  | 'burst'
  | 'connected'
  | 'sold'
  | 'false-inventor'
  | 'represented';

/**
 * Who stands behind an application. Equal numbers mean the same holder, address and so on; other numbers mean unrelated
 * ones that nothing else in the office has. A numbered holder is a small one: a person or a young company. Null: as the
 * office draws it. Numbers are below 2^53 and not dense.
 */
export interface PlantedParties {
  readonly holder: number | null;
  /** The holder has the address of that number instead of its own. */
  readonly address: number | null;
  readonly agency: number | null;
  readonly inventor: number | null;
  readonly contact: number | null;
}

/** What the application in a slot has to be. */
export interface PlantedPatent {
  /** `G000017`, the same over all members. */
  readonly group: string;
  readonly groupNumber: number;
  readonly kind: PatentGroupName;
  readonly ground411: string;
  readonly ground77: string;
  readonly role: PlantedRole;
  readonly slot: Slot;
  /** Running number in the group, sources and cores first. */
  readonly ordinal: number;
  /** No later application belongs to the group. */
  readonly last: boolean;
  /** Index of the subject; of a design into those of designs. */
  readonly subject: number;
  /** Ordinals of the members or sources that its text was made from, all filed before it. */
  readonly from: readonly number[];
  readonly parties: PlantedParties;
  /** Sold so many days after filing to the holder of that number, who is related to nobody. */
  readonly transfer: { readonly afterDays: number; readonly buyer: number } | null;
  /** How the application ends, where it matters; null: as the office draws it. What is copied once published is granted. */
  readonly outcome: 'granted' | 'refused' | 'withdrawn' | null;
}
