import type { MeasuredNear, Recall } from '@zhiheng/office';

/** What a run over texts took, by the clock and of all threads. */
interface Taken {
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** The figures of `bench screen`, as they come. */
export class ScreenFigures {
  readonly limits: Record<string, number> = {};
  readonly speeds: Record<string, number> = {};
  readonly ratios: Record<string, number> = {};
  readonly inputs: Record<string, string | number> = {};
  /** What could not be measured, and why. */
  readonly absent: string[] = [];

  /** Texts a second, by the clock and by processor seconds. */
  tellSpeed(name: string, texts: number, { seconds, processorSeconds }: Taken): void {
    this.speeds[`${name}: texts/s`] = texts / seconds;
    this.speeds[`${name}: texts/processor second`] = texts / processorSeconds;
    this.speeds[`${name}: processor seconds`] = processorSeconds;
  }

  /** Shares of the planted that are found, with how many were planted. */
  tellRecall(name: string, recall: Recall): void {
    for (const [kind, { found, planted }] of Object.entries(recall))
      this.ratios[`${name}: recall of ${kind} (${planted})`] = found / planted;
  }

  /** A run of ours over all texts, beside the seconds of reading them and hashing their shingles. */
  tellRun(name: string, measured: MeasuredNear, documents: number, reading: Taken): void {
    this.tellSpeed(name, documents, measured);
    this.speeds[`${name}: seconds`] = measured.seconds;
    this.speeds[`${name}: bytes of a text`] = measured.bytesOfText;
    this.ratios[`${name}: to the limit`] = reading.seconds / measured.seconds;
    this.ratios[`${name}: to the limit, by processor seconds`] = reading.processorSeconds / measured.processorSeconds;
    this.ratios[`${name}: precision of pairs`] = measured.precision;
    this.ratios[`${name}: wrong pairs per 10,000 texts`] = (measured.wrong * 10_000) / documents;
    this.ratios[`${name}: pairs`] = measured.pairs;
    this.ratios[`${name}: capped buckets`] = measured.capped;
    this.tellRecall(name, measured.recall);
  }
}
