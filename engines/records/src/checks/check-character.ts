import { codeCharacters as characters, codeWeights as weights } from '../parties/credit-code.js';

/** Codes that carry a check character, by the standard that says how it is reckoned. */
export const checkedForms = ['gb-32100'] as const;
export type CheckedForm = (typeof checkedForms)[number];

/**
 * SQL that is true of a code of a wrong form, and of one whose last character is not the one that the others give: 31 less the
 * weighted sum modulo 31, 31 being 0.
 */
export function wrongCharacterSql(column: string): string {
  const value = (place: number) => `(strpos('${characters}', substr(${column}, ${place}, 1)) - 1)`;
  const sum = weights.map((weight, index) => `${weight} * ${value(index + 1)}`).join(' + ');
  const form = `regexp_full_match(${column}, '[${characters}]{18}')`;
  return `(NOT ${form} OR ${value(18)} <> (31 - (${sum}) % 31) % 31)`;
}
