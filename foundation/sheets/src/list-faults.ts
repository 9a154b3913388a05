import { type ErrorCode, reportFault } from '@zhiheng/vocabulary';
import type { YamlSheet } from './yaml-sheet.js';

/** A fault of a file as the checks of files give it out. */
export interface ListedFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field: string | null;
  readonly code: ErrorCode;
  readonly message: string;
  readonly found: string | null;
  readonly expected: string | null;
  readonly didYouMean: string | null;
}

/** Every fault noted on a sheet, from the top of the file down. */
export function listFaults(sheet: YamlSheet): ListedFault[] {
  return sheet.faults.map((fault) => {
    const { code, message, place, found = null, expected = null, didYouMean = null } = reportFault(fault);
    return {
      file: place?.path ?? sheet.path,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      field: place?.field ?? null,
      ...{ code, message, found, expected, didYouMean },
    };
  });
}
