import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type MeasuredNear,
  measureClassic,
  measureMonth,
  measureNear,
  measureReading,
  nearCorpus,
  type Recall,
  shinglesOfCorpus,
} from '@zhiheng/office';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { BenchAnswer } from './bench-answer.js';
import { measurePythonPeers, npmPeer } from './screen-peers.js';

export interface BenchScreenOptions {
  readonly documents: number;
  readonly workers: readonly number[];
  /** Texts that the peers are given too. */
  readonly peerDocuments: number;
  readonly seed: number;
  readonly onProgress: OnProgress;
}

interface PeerFigures {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly recall: Recall;
}

/** Of the whole, taken in after the rest. */
const monthOf = (documents: number) => Math.min(20_000, Math.ceil(documents / 50));

/**
 * How fast and how well near texts are found, from the texts on: folding, shingles, signatures, joining, exact comparison. `recall` is of what was
 * planted, of a text told with all its sources. Peers are handed the shingles of a smaller corpus; to their seconds those of reading and hashing
 * are added, and ours over the same corpus stand beside them.
 */
export async function benchScreen({
  documents,
  workers,
  peerDocuments,
  seed,
  onProgress,
}: BenchScreenOptions): Promise<BenchAnswer> {
  const startedAt = performance.now();
  const stage = (name: string) => onProgress({ stage: name, done: 0, total: null, unit: 'files' });
  const speeds: Record<string, number> = {};
  const ratios: Record<string, number> = {};
  const limits: Record<string, number> = {};
  const absent: string[] = [];
  const inputs: Record<string, string | number> = { seed, documents, peerDocuments };
  stage('peers');
  const beside = nearCorpus(peerDocuments, seed);
  measureReading(beside);
  const reading = measureReading(beside);
  Object.assign(limits, { readAndHashedTextsPerSecond: peerDocuments / reading.seconds });
  await measureNear(nearCorpus(5000, seed), 0, false);
  for (const count of workers) {
    const ours = await measureNear(beside, count === 1 ? 0 : count, false);
    speeds[`beside peers: ours, ${count} worker: texts/s`] = peerDocuments / ours.seconds;
    speeds[`beside peers: ours, ${count} worker: texts/processor second`] = peerDocuments / ours.processorSeconds;
    tellRecall(ratios, `beside peers: ours`, ours.recall);
  }
  const addPeer = (name: string, { seconds, processorSeconds, recall }: PeerFigures) => {
    const processor = processorSeconds + reading.processorSeconds;
    speeds[`beside peers: ${name}: texts/processor second`] = peerDocuments / processor;
    speeds[`beside peers: ${name}: texts/s`] = peerDocuments / (seconds + reading.seconds);
    speeds[`beside peers: ${name}, shingles given: texts/s`] = peerDocuments / seconds;
    tellRecall(ratios, `beside peers: ${name}`, recall);
  };
  const classic = measureClassic(beside);
  addPeer('classic', classic);
  const npm = npmPeer();
  if (npm !== null) absent.push(npm);
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-peers-'));
  try {
    const peers = await measurePythonPeers(beside, shinglesOfCorpus(beside), folder);
    for (const [name, peer] of Object.entries(peers)) {
      if (typeof peer === 'string') absent.push(`${name} ${peer}`);
      else {
        addPeer(name, peer);
        inputs[name] = peer.version;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  stage('texts');
  const corpus = nearCorpus(documents, seed);
  stage('comparing');
  const whole = measureReading(corpus);
  limits.readAndHashedTextsPerSecondOfAll = documents / whole.seconds;
  for (const count of workers) {
    for (const passages of [false, true]) {
      const measured = await measureNear(corpus, count === 1 ? 0 : count, passages);
      tellRun(
        { speeds, ratios },
        `${passages ? 'with passages' : 'near'}, ${count} worker`,
        measured,
        documents,
        whole.seconds,
      );
    }
  }
  stage('month');
  const news = monthOf(documents);
  const month = await measureMonth(corpus, news, 0);
  speeds[`month of ${news}: seconds`] = month.seconds;
  ratios['month to whole'] = month.seconds / month.wholeSeconds;
  ratios['month: same pairs as one run'] = month.same ? 1 : 0;
  const message = absent.join('; ');
  return {
    name: 'screen',
    rows: documents,
    seconds: (performance.now() - startedAt) / 1000,
    limits,
    speeds,
    ratios,
    memory: process.resourceUsage().maxRSS * 1024,
    inputs,
    rounds: 1,
    ...(absent.length === 0 ? {} : { failed: { part: 'peers', message } }),
  };
}

function tellRun(
  { speeds, ratios }: { readonly speeds: Record<string, number>; readonly ratios: Record<string, number> },
  name: string,
  measured: MeasuredNear,
  documents: number,
  readingSeconds: number,
): void {
  speeds[`${name}: texts/s`] = documents / measured.seconds;
  speeds[`${name}: seconds`] = measured.seconds;
  speeds[`${name}: processor seconds`] = measured.processorSeconds;
  speeds[`${name}: bytes of a text`] = measured.bytesOfText;
  ratios[`${name}: to the limit`] = readingSeconds / measured.seconds;
  ratios[`${name}: precision of pairs`] = measured.precision;
  ratios[`${name}: wrong pairs per 10,000 texts`] = (measured.wrong * 10_000) / documents;
  ratios[`${name}: pairs`] = measured.pairs;
  ratios[`${name}: capped buckets`] = measured.capped;
  tellRecall(ratios, name, measured.recall);
}

function tellRecall(ratios: Record<string, number>, name: string, recall: Recall): void {
  for (const [kind, { found, planted }] of Object.entries(recall))
    ratios[`${name}: recall of ${kind} (${planted})`] = found / planted;
}
