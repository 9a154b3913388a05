import type { Day } from '@zhiheng/vocabulary';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import type { CapturedElement, CaptureEvent } from '../trademark/element-capture.js';
import { markRecord } from '../trademark/mark-record.js';
import { type MarkAssembler, markItem } from '../trademark/read-marks.js';
import type { XmlElement } from '../uspto/xml-element.js';
import { ownerLists, st66Facts } from './st66-facts.js';

/**
 * Joins a mark with the owners that stand beside it. A transaction of one mark may write them inside or beside it; among
 * several marks, owners beside them belong to none that could be named, so that a mark without its own is quarantined.
 */
export class TransactionAssembler implements MarkAssembler {
  readonly #latest: Day | undefined;
  #held: CapturedElement | null = null;
  #beside: XmlElement[] = [];
  #several = false;

  /** `latest`: last day on which something can have happened. */
  constructor(latest?: Day) {
    this.#latest = latest;
  }

  get unfinished(): number | null {
    return this.#held?.position ?? null;
  }

  take(event: CaptureEvent): ReadItem[] {
    if (event.type === 'end') return this.#close();
    if (event.name !== 'TradeMark') {
      if (!this.#several) this.#beside.push(event.element);
      return [];
    }
    const earlier = this.#held;
    this.#held = event;
    if (earlier === null) return [];
    this.#several = true;
    this.#beside = [];
    return [this.#item(earlier)];
  }

  #close(): ReadItem[] {
    const items = this.#held === null ? [] : [this.#item(this.#held)];
    this.#held = null;
    this.#beside = [];
    this.#several = false;
    return items;
  }

  #item(mark: CapturedElement): ReadItem {
    const [own, beside, several] = [ownerLists(mark.element), this.#beside, this.#several];
    return markItem(mark, this.#latest, () => {
      if (several && own.length === 0) {
        const expected = 'owners inside the mark, or one mark in each TransactionData';
        throw new RecordFault('field-missing', 'trademark_holders', null, expected);
      }
      return markRecord(st66Facts(mark.element, own.length > 0 ? own : beside));
    });
  }
}
