import { createHash } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The id of a party: office, `-P` and twelve base32 characters of the SHA-256 of the first key under which it was known. */
export function partyId(office: string, key: string): string {
  const digest = createHash('sha256').update(key).digest();
  let [bits, held, text] = [0, 0, ''];
  for (const byte of digest) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && text.length < 12) {
      text += letters.charAt((held >> (bits - 5)) & 31);
      bits -= 5;
    }
  }
  return `${office}-P${text}`;
}
