import { measureMonth, measureNear, measureReading, type NearCorpus, nearCorpus } from '@zhiheng/office';
import { type OnProgress, reportFault } from '@zhiheng/vocabulary';
import type { BenchAnswer } from './bench-answer.js';
import { measureBeside, measurePython, tellFastest } from './screen-beside.js';
import { ScreenFigures } from './screen-figures.js';
import { measureOdd, measureOffice, measureReal } from './screen-parts.js';

/** Parts of the bench, in their order. `rensa`: the fastest of the other programs over all texts. `real`: texts of an office that is named. */
export const screenParts = ['peers', 'whole', 'rensa', 'month', 'odd', 'office', 'real'] as const;
export type ScreenPart = (typeof screenParts)[number];

export interface BenchScreenOptions {
  readonly parts: readonly ScreenPart[];
  readonly documents: number;
  readonly workers: readonly number[];
  /** Texts that the peers are given too. */
  readonly peerDocuments: number;
  /** Applications of the office that is screened by every rule. */
  readonly patents: number;
  readonly seed: number;
  /** Folder of an office with texts, which stays as it is; null: none. */
  readonly data: string | null;
  readonly onProgress: OnProgress;
}

/** Of the whole, taken in after the rest. */
const monthOf = (documents: number) => Math.min(20_000, Math.ceil(documents / 50));

/**
 * How fast and how well near texts are found, from the texts on: folding, shingles, signatures, joining, exact comparison. `recall` is of what was
 * planted, of a text told with all its sources. Peers are handed the shingles of a smaller corpus, the fastest of them those of all texts; to their seconds those of
 * reading and hashing are added, and ours over the same corpus stand beside them. Then texts that are hard to bear, and an office that is screened by every rule.
 */
export async function benchScreen(options: BenchScreenOptions): Promise<BenchAnswer> {
  const { documents, peerDocuments, patents, workers, seed, data, parts, onProgress } = options;
  const startedAt = performance.now();
  const figures = new ScreenFigures();
  Object.assign(figures.inputs, { seed, documents, peerDocuments });
  // What is measured runs as fast in the first figure as in the last, threads too.
  for (const count of workers) await measureNear(nearCorpus(5000, seed), count, true);
  let corpus: NearCorpus | null = null;
  const whole = () => {
    corpus ??= nearCorpus(documents, seed);
    return corpus;
  };
  const measure: Readonly<Record<ScreenPart, () => Promise<void>>> = {
    peers: async () => {
      const beside = nearCorpus(peerDocuments, seed);
      measureReading(beside);
      figures.limits.readAndHashedTextsPerSecond = peerDocuments / measureReading(beside).seconds;
      await measureBeside(beside, { workers, figures, name: 'beside peers' });
      tellFastest(figures, 'beside peers', workers);
    },
    whole: () => measureWhole(whole(), workers, figures),
    rensa: async () => {
      await measurePython(whole(), ['rensa'], { figures, name: 'beside all' });
      tellFastest(figures, 'beside all', workers);
    },
    month: async () => {
      const news = monthOf(documents);
      const month = await measureMonth(whole(), news, 1);
      figures.speeds[`month of ${news}: seconds`] = month.seconds;
      figures.ratios['month to whole'] = month.seconds / month.wholeSeconds;
      figures.ratios['month: same pairs as one run'] = month.same ? 1 : 0;
    },
    odd: () => measureOdd(whole(), seed, figures),
    office: () => {
      corpus = null;
      return measureOffice(patents, seed, figures);
    },
    real: async () => {
      corpus = null;
      if (data !== null) await measureReal(data, seed, figures);
    },
  };
  const failed: { readonly part: string; readonly message: string }[] = [];
  for (const part of parts) {
    onProgress({ stage: part, done: parts.indexOf(part), total: parts.length, unit: 'steps' });
    try {
      await measure[part]();
    } catch (error) {
      failed.push({ part, message: reportFault(error).message });
    }
  }
  if (figures.absent.length > 0) failed.push({ part: 'peers', message: figures.absent.join('; ') });
  const { limits, speeds, ratios, inputs } = figures;
  return {
    ...{ name: 'screen', rows: documents, limits, speeds, ratios, inputs, rounds: 1 },
    seconds: (performance.now() - startedAt) / 1000,
    memory: process.resourceUsage().maxRSS * 1024,
    ...(failed.length === 0
      ? {}
      : {
          failed: {
            part: failed.map(({ part }) => part).join(', '),
            message: failed.map(({ message }) => message).join('; '),
          },
        }),
  };
}

/** Ours over all texts, with and without passages. */
async function measureWhole(corpus: NearCorpus, workers: readonly number[], figures: ScreenFigures): Promise<void> {
  const texts = corpus.applications.length;
  const reading = measureReading(corpus);
  figures.limits.readAndHashedTextsPerSecondOfAll = texts / reading.seconds;
  for (const count of workers) {
    for (const passages of [false, true]) {
      const measured = await measureNear(corpus, count, passages);
      figures.tellRun(`${passages ? 'with passages' : 'near'}, ${count} worker`, measured, texts, reading);
      if (!passages) figures.tellSpeed(`beside all: ours, ${count} worker`, texts, measured);
    }
  }
  figures.ratios.peakMemoryOfOurs = process.resourceUsage().maxRSS * 1024;
}
