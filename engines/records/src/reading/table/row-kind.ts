import { isKind, type Kind, kinds } from '@zhiheng/vocabulary';
import { RecordFault } from '../record-fault.js';

/**
 * The kind of a row: the stated one, else the default, else the one that the number tells.
 *
 * @param stated the word of the row; null when blank
 * @throws RecordFault `kind-wrong` for a word that is no kind or another kind than the number's; `field-missing`
 */
export function rowKind(
  stated: string | null,
  codes: ReadonlyMap<string, string> | null,
  fallback: string | undefined,
  number: { readonly given: string; readonly kind: Kind | null },
): Kind {
  const word = stated === null ? (fallback ?? null) : codes === null ? stated : (codes.get(stated) ?? null);
  if (stated === null && word === null) {
    if (number.kind !== null) return number.kind;
    throw new RecordFault('field-missing', 'kind', null, 'a kind: the number tells none');
  }
  if (!isKind(word)) {
    throw new RecordFault('kind-wrong', 'kind', stated, `one of ${[...(codes?.keys() ?? kinds)].join(', ')}`);
  }
  if (number.kind !== null && word !== 'other' && word !== number.kind) {
    const found = stated === null || stated === word ? word : `${stated} (${word})`;
    throw new RecordFault('kind-wrong', 'kind', found, `${number.kind}, which the number ${number.given} tells`);
  }
  return word;
}
