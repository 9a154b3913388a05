import type { ErrorCode, Language } from '@zhiheng/vocabulary';

/** What is wrong at one spot; `field` is the path of keys, `published[0].series`. */
export interface SheetFault {
  readonly what: string;
  /** The sheet's own code where left out. */
  readonly code?: ErrorCode | undefined;
  readonly field?: string | undefined;
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
  readonly didYouMean?: string | null | undefined;
}

/** A file under reading, as its maps see it. */
export interface Sheet {
  readonly text: string;
  /** The languages that each of its texts must have; one without the others names what it lacks. */
  languages: readonly Language[];
  /** Notes a fault at an offset of the text. */
  note(offset: number, fault: SheetFault): void;
}
