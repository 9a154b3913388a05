import { type ErrorCode, errorTable } from './errors.js';

/**
 * Where a fault sits. Files count bytes from 0; lines and columns count from 1, columns in characters.
 * `field` is the column, option or key at fault; `path` the file or the part of a document.
 */
export interface Place {
  readonly path?: string;
  readonly byte?: number;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
}

export interface FaultDetail {
  readonly place?: Place;
  /** What stood there. */
  readonly found?: string;
  /** What would be right. */
  readonly expected?: string;
  /** The nearest right word, when one is near. */
  readonly didYouMean?: string;
  /** Values for the placeholders of the message in the error table. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The JSON form that `--json` and the HTTP interface give out. */
export interface FaultReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly place: Place | null;
  readonly found: string | null;
  readonly expected: string | null;
  readonly didYouMean?: string;
}

/** The input or the state is at fault: the person at the keyboard can put it right. */
export class UserFault extends Error {
  override readonly name = 'UserFault';
  readonly code: ErrorCode;
  readonly detail: FaultDetail;

  constructor(code: ErrorCode, detail: FaultDetail = {}) {
    super(fillMessage(code, detail));
    this.code = code;
    this.detail = detail;
  }
}

/** Our own fault: a state the code holds to be impossible. */
export class OwnFault extends Error {
  override readonly name = 'OwnFault';
  readonly code = 'own-fault' as const;

  constructor(what: string, options?: ErrorOptions) {
    super(what, options);
  }
}

/** What to show of any thrown value; an unknown error is our own fault. */
export function reportFault(error: unknown): FaultReport {
  if (error instanceof UserFault) {
    const { place, found, expected, didYouMean } = error.detail;
    return {
      code: error.code,
      message: error.message,
      place: place ?? null,
      found: found ?? null,
      expected: expected ?? null,
      ...(didYouMean === undefined ? {} : { didYouMean }),
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'own-fault', message, place: null, found: null, expected: null };
}

/** The fault that a report came from, for the far side of a process border. */
export function faultFromReport(report: FaultReport): Error {
  if (report.code === 'own-fault') return new OwnFault(report.message);
  const { place, found, expected, didYouMean } = report;
  const fault = new UserFault(report.code, {
    ...(place === null ? {} : { place }),
    ...(found === null ? {} : { found }),
    ...(expected === null ? {} : { expected }),
    ...(didYouMean === undefined ? {} : { didYouMean }),
  });
  fault.message = report.message;
  return fault;
}

/** The exit code of the command line for a thrown value: see `docs/errors.md`. */
export function exitCodeOf(error: unknown): number {
  return error instanceof UserFault ? errorTable[error.code].exit : 70;
}

function fillMessage(code: ErrorCode, detail: FaultDetail): string {
  const text = errorTable[code].message.replaceAll(/\{(\w+)\}/g, (whole, key: string) => {
    const value = detail.values?.[key];
    return value === undefined ? whole : String(value);
  });
  return detail.didYouMean === undefined ? text : `${text} (did you mean ${detail.didYouMean}?)`;
}
