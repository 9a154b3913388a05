import { createHmac } from 'node:crypto';

/** Names that are remembered: inventors of one file repeat. */
const remembered = 50_000;
/** A longer text may be a slice that holds on to all it was cut from. */
const shortName = 12;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const length = 16;

/**
 * Names of people as the pseudonyms of one office: the same name, folded, has the same pseudonym in every load, and without the
 * office's key nobody tells from a name which pseudonym it has.
 */
export class Pseudonyms {
  readonly #key: Uint8Array;
  readonly #known = new Map<string, string>();

  /** `key`: the office's, 32 bytes. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** `PS-` and sixteen characters of base32: the first 80 bits of HMAC-SHA-256 over the folded name. */
  of(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const digest = createHmac('sha256', this.#key).update(foldedPersonName(name), 'utf8').digest();
    const pseudonym = `PS-${base32(digest)}`;
    if (name.length <= shortName) {
      if (this.#known.size >= remembered) this.#known.clear();
      this.#known.set(name, pseudonym);
    }
    return pseudonym;
  }
}

/** A name without what writing changes: width, case, spaces at the ends, doubled, and between Chinese characters. */
export function foldedPersonName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

function base32(digest: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (let at = 0; text.length < length; at += 1) {
    held = (held << 8) | (digest[at] ?? 0);
    bits += 8;
    while (bits >= 5) {
      text += letters[(held >> (bits - 5)) & 31] ?? '';
      bits -= 5;
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
