import { rollingHashes, roomFor } from './hashing.js';

/** Runs of which hashes are taken, and of how many neighbouring ones the smallest is kept: a shared passage of `run + window - 1` is never missed. */
export const fingerprintSizes = {
  characters: { run: 12, window: 16 },
  words: { run: 5, window: 6 },
} as const;

/** Winnowed fingerprints (Schleimer, Wilkerson, Aiken 2003) of one text after the other. */
export class Winnowing {
  /** Fingerprints of the text before, sorted, each once. */
  kept: Int32Array<ArrayBuffer> = new Int32Array(256);
  #runs: Int32Array<ArrayBuffer> = new Int32Array(1024);

  /** Finds the fingerprints of a text and gives how many; none where it is shorter than a run. */
  take(words: Int32Array, count: number, byWords: boolean): number {
    const { run, window } = byWords ? fingerprintSizes.words : fingerprintSizes.characters;
    if (count < run) return 0;
    this.#runs = roomFor(this.#runs, count);
    const runs = this.#runs;
    const total = rollingHashes(words, count, run, runs);
    this.kept = roomFor(this.kept, total);
    const kept = this.kept;
    let found = 0;
    let least = -1;
    for (let end = Math.min(window, total); end <= total; end += 1) {
      const start = Math.max(0, end - window);
      if (least < start) least = lastLeast(runs, start, end);
      else if ((runs[end - 1] as number) < (runs[least] as number)) least = end - 1;
      else continue;
      kept[found] = runs[least] as number;
      found += 1;
    }
    return distinct(kept, found);
  }
}

function lastLeast(runs: Int32Array, start: number, end: number): number {
  let least = start;
  for (let at = start + 1; at < end; at += 1) if ((runs[at] as number) <= (runs[least] as number)) least = at;
  return least;
}

/** Lists up to this length are sorted by insertion: calling the engine's sort takes longer. */
const shortList = 48;

/** Sorts the first words of a list and leaves each once; gives how many. */
function distinct(words: Int32Array, count: number): number {
  if (count > shortList) words.subarray(0, count).sort();
  else sortShort(words, count);
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    if (kept === 0 || words[at] !== words[kept - 1]) {
      words[kept] = words[at] as number;
      kept += 1;
    }
  }
  return kept;
}

function sortShort(words: Int32Array, count: number): void {
  for (let at = 1; at < count; at += 1) {
    const word = words[at] as number;
    let place = at;
    while (place > 0 && (words[place - 1] as number) > word) {
      words[place] = words[place - 1] as number;
      place -= 1;
    }
    words[place] = word;
  }
}
