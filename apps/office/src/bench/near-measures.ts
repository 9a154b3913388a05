import {
  type ApplicationText,
  type FlatShingles,
  NearTexts,
  readShingles,
  shinglesOf,
  type TextField,
  usualNearSettings,
} from '@zhiheng/screening';
import { classicMinHash } from './classic-minhash.js';
import type { NearCorpus } from './near-corpus.js';
import { judgePairs, type Recall, recallOf } from './near-recall.js';

/** One way to compare the texts of a corpus. */
export interface MeasuredNear {
  readonly seconds: number;
  /** Of all threads. */
  readonly processorSeconds: number;
  readonly recall: Recall;
  readonly pairs: number;
  readonly precision: number;
  /** Pairs of texts that have no planted origin in common. */
  readonly wrong: number;
  readonly capped: number;
  /** Kept of a text: its hash, band keys and fingerprints. */
  readonly bytesOfText: number;
}

/** Compares the texts of a corpus; `passages`: those within texts are looked for too. `nearFloor`: from which similarity on pairs are told, left out the usual one. */
export async function measureNear(
  corpus: NearCorpus,
  workers: number,
  passages: boolean,
  nearFloor = usualNearSettings.nearFloor,
  field: TextField = 'abstract',
): Promise<MeasuredNear> {
  const settings = { ...usualNearSettings, nearFloor };
  const near = new NearTexts({ field, passages, settings, threads: { count: workers } });
  const processor = process.cpuUsage();
  const startedAt = performance.now();
  await near.take(corpus.applications);
  const { pairs, capped } = near.pairs();
  const seconds = (performance.now() - startedAt) / 1000;
  const processorSeconds = secondsOf(process.cpuUsage(processor));
  const { state } = near;
  const words = 4 + state.keys.length + 1 + state.fingerprints.length / state.classes.count;
  const judged = judgePairs(corpus, pairs);
  return {
    seconds,
    processorSeconds,
    ...judged,
    pairs: pairs.length,
    capped: capped.length,
    bytesOfText: 4 * words,
  };
}

/** A month that came after all the rest. */
export interface MeasuredMonth {
  readonly seconds: number;
  /** Of taking in everything at once. */
  readonly wholeSeconds: number;
  /** Whether both come to the same pairs. */
  readonly same: boolean;
}

/** Takes in all but the last texts of a corpus, then these, and all at once beside it; with passages. */
export async function measureMonth(
  { applications }: NearCorpus,
  news: number,
  workers: number,
): Promise<MeasuredMonth> {
  const take = async (runs: readonly (readonly ApplicationText[])[]) => {
    const near = new NearTexts({ field: 'abstract', threads: { count: workers } });
    let seconds = 0;
    for (const run of runs) {
      const startedAt = performance.now();
      await near.take(run);
      seconds = (performance.now() - startedAt) / 1000;
    }
    const { pairs } = near.pairs();
    return { seconds, told: pairs.map(({ a, b, kind }) => `${a} ${b} ${kind}`).join() };
  };
  const month = await take([applications.slice(0, -news), applications.slice(-news)]);
  const whole = await take([applications]);
  return { seconds: month.seconds, wholeSeconds: whole.seconds, same: month.told === whole.told };
}

/** The distinct shingles of the texts of a corpus, some thousand texts at a time, for programs that are measured beside. */
export function* shinglesInParts({ applications }: NearCorpus): Generator<FlatShingles> {
  for (let from = 0; from < applications.length; from += 10_000) {
    const texts = applications.slice(from, from + 10_000).map(({ text }) => text);
    yield shinglesOf('abstract', texts);
  }
}

/** Seconds to read the texts and hash each shingle once; nothing is kept. */
export function measureReading({ applications }: NearCorpus): {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly shingles: number;
} {
  const texts = applications.map(({ text }) => text);
  const processor = process.cpuUsage();
  const startedAt = performance.now();
  const shingles = readShingles('abstract', texts);
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, processorSeconds: secondsOf(process.cpuUsage(processor)), shingles };
}

/** Another way to find near texts. */
export interface MeasuredWay {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly recall: Recall;
}

/** The classic way over the same shingles: seconds without making these, and what of the planted meets. */
export function measureClassic(corpus: NearCorpus): MeasuredWay {
  const texts = corpus.applications.map(({ text }) => text);
  const flat = shinglesOf('abstract', texts);
  const processor = process.cpuUsage();
  const startedAt = performance.now();
  const { meets } = classicMinHash(flat);
  const seconds = (performance.now() - startedAt) / 1000;
  const processorSeconds = secondsOf(process.cpuUsage(processor));
  return { seconds, processorSeconds, recall: recallMeeting(corpus, meets) };
}

/** The planted texts with each of their sources, by their places in the corpus: `SOURCE TEXT`. */
export function askedPairs(corpus: NearCorpus): ReadonlyMap<string, readonly [source: number, text: number]> {
  const place = placesIn(corpus);
  return new Map(
    corpus.planted.flatMap(({ number, sources }) =>
      sources.map((source) => [`${place(source)} ${place(number)}`, [place(source), place(number)]] as const),
    ),
  );
}

/** What of the planted is found by a way that tells which texts meet, by their places in the corpus: the source first. */
export function recallMeeting(corpus: NearCorpus, meets: (source: number, text: number) => boolean): Recall {
  const place = placesIn(corpus);
  return recallOf(corpus.planted, ({ number, sources }) =>
    sources.every((source) => meets(place(source), place(number))),
  );
}

function placesIn({ applications }: NearCorpus): (number: string) => number {
  const places = new Map(applications.map(({ number }, index) => [number, index]));
  return (number) => places.get(number) ?? -1;
}

/** The system's part counts too, as Python's own clock of the processor has it. */
export const secondsOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
