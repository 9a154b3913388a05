import type { FlatShingles } from '@zhiheng/screening';

const permutations = 128;
const bands = 32;
const rows = permutations / bands;

/** Whether two texts share a band of a signature. */
export type Meets = (one: number, other: number) => boolean;

/**
 * MinHash as in the textbooks, to be measured beside: 128 hashes of each shingle, the least of each kept, 32 bands of 4 rows, texts listed by band
 * keys. Gives how many pairs of neighbours in the lists there are, and which texts meet.
 */
export function classicMinHash({ shingles, starts }: FlatShingles): { readonly listed: number; readonly meets: Meets } {
  const count = starts.length - 1;
  const factors = Uint32Array.from({ length: permutations }, (_, index) => Math.imul(2 * index + 1, 0x9e3779b1) | 1);
  const shifts = Uint32Array.from({ length: permutations }, (_, index) => Math.imul(index + 1, 0x85ebca77));
  const keys = new Uint32Array(bands * count);
  const least = new Uint32Array(permutations);
  for (let text = 0; text < count; text += 1) {
    least.fill(0xffffffff);
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1) {
      const shingle = shingles[at] as number;
      for (let row = 0; row < permutations; row += 1) {
        let hash = (Math.imul(shingle, factors[row] as number) + (shifts[row] as number)) | 0;
        hash = (hash ^ (hash >>> 15)) >>> 0;
        if (hash < (least[row] as number)) least[row] = hash;
      }
    }
    for (let band = 0; band < bands; band += 1) {
      let key = 0;
      for (let row = band * rows; row < (band + 1) * rows; row += 1)
        key = (Math.imul(key, 0x01000193) ^ (least[row] as number)) | 0;
      keys[band * count + text] = key;
    }
  }
  let listed = 0;
  for (let band = 0; band < bands; band += 1) {
    const lists = new Map<number, number[]>();
    for (let text = 0; text < count; text += 1) {
      const key = keys[band * count + text] as number;
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [text]);
      else {
        list.push(text);
        listed += 1;
      }
    }
  }
  const meets = (one: number, other: number) => {
    for (let band = 0; band < bands; band += 1)
      if (keys[band * count + one] === keys[band * count + other]) return true;
    return false;
  };
  return { listed, meets };
}
