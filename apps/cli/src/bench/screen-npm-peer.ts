import { createRequire } from 'node:module';
import { askedPairs, type NearCorpus, recallMeeting, shinglesInParts } from '@zhiheng/office';
import type { MeasuredPeer } from './screen-peers.js';

interface Signature {
  readonly hashvalues: readonly number[];
  hash(shingle: number): number;
  update(shingle: number): void;
}

/** What is used of npm's `minhash`. */
interface MinhashPackage {
  readonly Minhash: new (options: { readonly numPerm: number }) => Signature;
  readonly LshIndex: new (options: {
    readonly bandSize: number;
  }) => {
    insert(key: number, signature: Signature): void;
    query(signature: Signature): readonly string[];
  };
}

/**
 * Measures npm's `minhash` over the shingles of a corpus, those not counted in: 128 permutations, bands of 4 rows; each signature goes into its index,
 * which is then asked for it. It is given the hashes of shingles and hashes no strings, so that it does no more than the others. Gives why where it is absent.
 */
export function measureNpmPeer(corpus: NearCorpus): MeasuredPeer | string {
  const require = createRequire(import.meta.url);
  let found: MinhashPackage;
  let version: string;
  try {
    found = require('minhash') as MinhashPackage;
    ({ version } = require('minhash/package.json') as { version: string });
  } catch {
    return 'is not installed';
  }
  const { Minhash, LshIndex } = found;
  const parts = [...shinglesInParts(corpus)];
  const index = new LshIndex({ bandSize: 4 });
  const met: ReadonlySet<number>[] = [];
  const processor = process.cpuUsage();
  const startedAt = performance.now();
  for (const { shingles, starts } of parts) {
    for (let text = 0; text + 1 < starts.length; text += 1) {
      const signature = new Minhash({ numPerm: 128 });
      signature.hash = (shingle) => shingle;
      for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1)
        signature.update((shingles[at] as number) >>> 0);
      index.insert(met.length, signature);
      met.push(new Set(index.query(signature).map(Number)));
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const processorSeconds = secondsOf(process.cpuUsage(processor));
  const together = [...askedPairs(corpus).values()].filter(([one, other]) =>
    met[Math.max(one, other)]?.has(Math.min(one, other)),
  );
  const told = new Set(together.map(([one, other]) => `${one} ${other}`));
  return {
    version,
    seconds,
    processorSeconds,
    recall: recallMeeting(corpus, (one, other) => told.has(`${one} ${other}`)),
  };
}

/** The system's part counts too, as Python's own clock of the processor has it. */
const secondsOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
