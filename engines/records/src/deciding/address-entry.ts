import { createHash } from 'node:crypto';
import { canonicalText } from '@zhiheng/vocabulary/canonical';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The permanent id of an address as files state it, with its country: `A-` and twelve characters. */
export function addressEntryId(address: string, country: string | null): string {
  const bytes = createHash('sha256')
    .update(canonicalText([address, country]))
    .digest();
  let bits = '';
  for (const byte of bytes.subarray(0, 8)) bits += byte.toString(2).padStart(8, '0');
  const digits = bits.match(/.{5}/g) ?? [];
  return `A-${digits.map((five) => alphabet[Number.parseInt(five, 2)]).join('')}`;
}
