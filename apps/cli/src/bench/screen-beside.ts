import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureClassic, measureNear, measureReading, type NearCorpus } from '@zhiheng/office';
import type { ScreenFigures } from './screen-figures.js';
import { measureNpmPeer } from './screen-npm-peer.js';
import { type MeasuredPeer, makePython, measurePythonPeer, type PythonPeer, writeShingles } from './screen-peers.js';

/** From this similarity on the rest is told too: what other programs bring together, they tell. */
const lowerFloor = 0.3;

export interface BesideOptions {
  readonly workers: readonly number[];
  readonly figures: ScreenFigures;
  /** How it is named in figures. */
  readonly name: string;
}

/** Measures the packages of PyPI over a corpus; what could not be reached is noted. */
export async function measurePython(
  corpus: NearCorpus,
  asked: readonly PythonPeer[],
  { name, figures }: Omit<BesideOptions, 'workers'>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-peers-'));
  try {
    const unreached = await makePython(folder);
    if (unreached !== null) {
      figures.absent.push(...asked.map((peer) => `${peer} ${unreached}`));
      return;
    }
    await writeShingles(corpus, folder);
    for (const peer of asked) tellPeer(corpus, peer, await measurePythonPeer(peer, corpus, folder), { name, figures });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Measures ours, a classic way and other programs over the texts of a corpus, one behind the other. */
export async function measureBeside(corpus: NearCorpus, { workers, name, figures }: BesideOptions): Promise<void> {
  const texts = corpus.applications.length;
  for (const count of workers) {
    const ours = await measureNear(corpus, count, false);
    figures.tellSpeed(`${name}: ours, ${count} worker`, texts, ours);
    figures.tellRecall(`${name}: ours`, ours.recall);
  }
  const lower = await measureNear(corpus, 1, false, lowerFloor);
  figures.tellRecall(`${name}: ours, told from Jaccard ${lowerFloor} on`, lower.recall);
  tellPeer(corpus, 'classic', { ...measureClassic(corpus), version: '' }, { name, figures });
  tellPeer(corpus, 'npm minhash', measureNpmPeer(corpus), { name, figures });
  await measurePython(corpus, ['datasketch', 'rensa'], { name, figures });
}

/** To the seconds of another program, which is handed shingles, those of reading and hashing are added. */
function tellPeer(
  corpus: NearCorpus,
  peer: string,
  measured: MeasuredPeer | string,
  { name, figures }: Omit<BesideOptions, 'workers'>,
): void {
  if (typeof measured === 'string') {
    figures.absent.push(`${peer} ${measured}`);
    return;
  }
  const { seconds, processorSeconds, recall, version } = measured;
  const reading = measureReading(corpus);
  const texts = corpus.applications.length;
  figures.tellSpeed(`${name}: ${peer}`, texts, {
    seconds: seconds + reading.seconds,
    processorSeconds: processorSeconds + reading.processorSeconds,
  });
  figures.speeds[`${name}: ${peer}, shingles given: texts/s`] = texts / seconds;
  figures.inputs[`${name}: ${peer}: texts`] = texts;
  if (version !== '') figures.inputs[peer] = version;
  figures.tellRecall(`${name}: ${peer}`, recall);
}

/** How ours compares to the fastest of the others, by the clock and by processor seconds, with each number of workers. */
export function tellFastest({ speeds, ratios }: ScreenFigures, name: string, workers: readonly number[]): void {
  for (const unit of ['texts/s', 'texts/processor second']) {
    const others = Object.entries(speeds).filter(
      ([figure]) =>
        figure.startsWith(`${name}: `) && figure.endsWith(`: ${unit}`) && !/: ours|shingles given/.test(figure),
    );
    const fastest = Math.max(...others.map(([, speed]) => speed));
    if (others.length === 0) continue;
    for (const count of workers) {
      const ours = speeds[`${name}: ours, ${count} worker: ${unit}`];
      if (ours !== undefined) ratios[`${name}: ours, ${count} worker to the fastest other, ${unit}`] = ours / fastest;
    }
  }
}
