import { Buffer } from 'node:buffer';

/** Changes whenever anything that is told of two texts is reckoned otherwise. */
const toldVersion = 'templates-passages-titles/1';

/** Characters of what is kept for a later run: beyond them it is told again. */
const usualMost = 64_000_000;

interface StoredTold {
  readonly version: string;
  readonly told: readonly (readonly [key: string, told: unknown])[];
}

/**
 * What was told of two texts by nothing but these and a question, so that a later run need not ask again. Texts are known by their digests; one
 * without is told of each time. Kept is what this run was asked, and no more.
 */
export class ToldPairs {
  readonly #before: ReadonlyMap<string, unknown>;
  readonly #now = new Map<string, unknown>();

  /** `before`: what an earlier run stored; that of another version is of no use. */
  constructor(before: Uint8Array | null = null) {
    const stored = before === null ? null : (JSON.parse(Buffer.from(before).toString('utf8')) as StoredTold);
    this.#before = new Map(stored?.version === toldVersion ? stored.told : []);
  }

  /** The answer to a question about two texts; undefined where it was not told, and `make` cannot tell it. */
  tell<Told>(
    question: string,
    own: string | null,
    other: string | null,
    make: () => Told | undefined,
  ): Told | undefined {
    if (own === null || other === null) return make();
    const key = `${question} ${own} ${other}`;
    const known = this.#now.has(key) ? this.#now.get(key) : this.#before.get(key);
    const told = known === undefined ? make() : (known as Told);
    if (told !== undefined) this.#now.set(key, told);
    return told;
  }

  /** What this run was asked, as bytes for a later one, as much as there is room for; the same questions and texts give the same bytes. */
  stored(most = usualMost): Buffer {
    const kept: string[] = [];
    let characters = 0;
    for (const entry of [...this.#now].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const text = JSON.stringify(entry satisfies StoredTold['told'][number]);
      characters += text.length + 1;
      if (characters > most) break;
      kept.push(text);
    }
    return Buffer.from(`{"version":${JSON.stringify(toldVersion)},"told":[${kept.join(',')}]}`, 'utf8');
  }
}
