import { UserFault } from '@zhiheng/vocabulary';

/** What is wrong at one place of a reference file; `field` names the column, null the whole line. */
export interface ReferenceFault {
  readonly path: string;
  readonly line: number;
  readonly field: string | null;
  readonly what: string;
  readonly found: string;
  readonly expected: string;
  readonly near?: string | null;
}

/** The fault `reference-wrong`. */
export function referenceFault({ path, line, field, what, found, expected, near }: ReferenceFault): UserFault {
  return new UserFault('reference-wrong', {
    place: { path, line, ...(field === null ? {} : { field }) },
    found,
    expected,
    ...(near === undefined || near === null ? {} : { didYouMean: near }),
    values: { what },
  });
}
