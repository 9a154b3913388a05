import type { DayNumber } from '../calendar.js';
import type { Mention } from '../parties/party-source.js';

/** What a recorded deed does to a right, in the office's words. */
export type DeedKind = '转让' | '质押' | '质押解除' | '许可' | '开放许可';

/** A deed that the office records about one right. */
export interface Deed {
  readonly number: string;
  readonly kind: DeedKind;
  readonly recorded: DayNumber;
  readonly executed: DayNumber | null;
  /** Name of the holder, pledgor or licensor. */
  readonly from: string;
  /** New holder or licensee; null where a name alone is known. */
  readonly to: Mention | null;
  /** Name of the creditor of a pledge; empty for other deeds. */
  readonly creditor: string;
  /** Yuan. */
  readonly amount: number | null;
  readonly currency: string;
  /** Percent of sales, and the section of the economy, of a licence paid by royalties; null for other deeds. */
  readonly fee: { readonly rate: number; readonly industry: string } | null;
  /** Number of the deed that this one ends, empty where it ends none. */
  readonly ends: string;
}
