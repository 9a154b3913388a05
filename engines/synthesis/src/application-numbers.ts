import { checkDigitOf, OwnFault } from '@zhiheng/vocabulary';
import type { OfficeKind } from './office-volumes.js';

const kindDigits: Readonly<Record<OfficeKind, string>> = { invention: '1', utility_model: '2', design: '3' };

/** Gives out Chinese application numbers with point and check digit, running from 1 in each year and kind. */
export class ApplicationNumbers {
  readonly #last = new Map<string, number>();

  next(kind: OfficeKind, year: number): string {
    const stem = `${year}${kindDigits[kind]}`;
    const serial = (this.#last.get(stem) ?? 0) + 1;
    if (serial > 9_999_999) throw new OwnFault(`the numbers of ${stem} are used up`);
    this.#last.set(stem, serial);
    const body = stem + String(serial).padStart(7, '0');
    return `${body}.${checkDigitOf(body)}`;
  }
}
