import { YamlSheet } from '@zhiheng/sheets';
import { type ErrorCode, reportFault } from '@zhiheng/vocabulary';
import { buildDefinition, type DefinitionContext } from './read-definition.js';

/** A fault of a definition file, flat as `indicator check` gives it out; lines and columns count from 1. */
export interface DefinitionFault {
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

export interface DefinitionCheck {
  readonly ok: boolean;
  readonly faults: readonly DefinitionFault[];
}

/** Every fault of a definition file, from its top down. */
export function checkDefinition(text: string, file: string, context: DefinitionContext = {}): DefinitionCheck {
  const sheet = new YamlSheet(text, file, 'definition-wrong');
  buildDefinition(sheet, context);
  const faults = sheet.faults.map((fault) => {
    const { code, message, place, found, expected, didYouMean = null } = reportFault(fault);
    return {
      file,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      field: place?.field ?? null,
      code,
      message,
      found,
      expected,
      didYouMean,
    };
  });
  return { ok: faults.length === 0, faults };
}
