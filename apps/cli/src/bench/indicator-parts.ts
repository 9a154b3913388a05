import { join } from 'node:path';
import { copyOffice, editedList, type ListedDefinition, type MeasuredOffice, writeDefinitions } from '@zhiheng/office';
import type { BenchAnswer } from './bench-answer.js';
import { runIndicatorMeasure, whileServed } from './indicator-run.js';
import { openAll, quantile } from './opening-times.js';
import { median } from './rounds.js';

/** The parts of `bench indicators` that can be asked for, in their order; the office and its figures are always made. */
export const indicatorParts = ['scan', 'alone', 'open', 'edit', 'month'] as const;
export type IndicatorPart = (typeof indicatorParts)[number];

/** What the parts share. */
export interface IndicatorGround {
  readonly folder: string;
  readonly office: MeasuredOffice;
  readonly listed: readonly ListedDefinition[];
  /** Folder of an office that stands, with a release; it stays as it is. Null: one is made. */
  readonly data: string | null;
  /** Applications of the office that is made. */
  readonly patents: number;
  readonly seed: number;
  /** Runs of computing one by one. */
  readonly rounds: number;
}

/** Figures of one part, as they stand in the answer of the bench. */
export type PartFigures = Partial<Pick<BenchAnswer, 'rows' | 'limits' | 'speeds' | 'ratios' | 'memory' | 'inputs'>>;

const edited = 'bench-grants-of-many-claims';
const scans = 5;
const openings = 200;

/** Makes the office, or a copy of the one that stands. */
export async function measureOffice({ office, data, patents, seed, listed }: IndicatorGround): Promise<PartFigures> {
  await writeDefinitions(office.definitions, listed);
  if (data !== null) {
    await copyOffice(data, office.folder);
    return {};
  }
  const made = await runIndicatorMeasure('make', { office, patents, seed });
  return { inputs: { synthesisSeconds: made.synthesis, loadSeconds: made.load, releaseSeconds: made.release } };
}

/** Computes the list in one pass; `seconds` is what the other parts are compared with. */
export async function measureCompute({ office, listed }: IndicatorGround): Promise<PartFigures & { seconds: number }> {
  const { seconds, cpuSeconds, records, answer, peakBytes } = await runIndicatorMeasure('compute', { office });
  return {
    seconds,
    rows: records,
    speeds: { computeSeconds: seconds, computeCpuSeconds: cpuSeconds },
    memory: peakBytes,
    inputs: { definitions: listed.length, observations: answer.observations },
  };
}

/** The parts that follow computing; `whole`: its seconds. */
export const measurePart: Readonly<
  Record<IndicatorPart, (ground: IndicatorGround, whole: number) => Promise<PartFigures>>
> = {
  /** Reads the columns alone. */
  async scan({ office, listed }, whole) {
    const texts = listed.map(({ text }) => text);
    const scan = await runIndicatorMeasure('scan', { office, texts, rounds: scans });
    const scanSeconds = median(scan.seconds);
    return {
      limits: { scanSeconds },
      ratios: { 'compute to scan': whole / scanSeconds },
      inputs: { scannedColumns: scan.columns },
    };
  },

  /** Computes the definitions one query at a time, and compares every value with what was computed together. */
  async alone({ office, rounds }, whole) {
    const runs: Awaited<ReturnType<typeof computedAlone>>[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await computedAlone(office));
    const ofAll = (what: 'seconds' | 'cpuSeconds') =>
      median(runs.map(({ took }) => Object.values(took).reduce((sum, one) => sum + one[what], 0)));
    const oneByOneSeconds = ofAll('seconds');
    return {
      speeds: { oneByOneSeconds, oneByOneCpuSeconds: ofAll('cpuSeconds') },
      ratios: { 'one by one to compute': oneByOneSeconds / whole },
      inputs: {
        comparedValues: runs[0]?.compared ?? 0,
        aloneMemory: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
      },
    };
  },

  /** Opens figures over the interface of a server. */
  async open({ office, seed }) {
    const sampled = await runIndicatorMeasure('sample', { office, openings, seed });
    const { used, peakBytes } = await whileServed(office, (address) => openAll(address, sampled.openings));
    const { milliseconds, leftOut, furtherPages } = used;
    return {
      speeds: {
        openingMsP50: quantile(milliseconds, 0.5),
        openingMsP95: quantile(milliseconds, 0.95),
        openingMsMost: Math.max(...milliseconds),
      },
      inputs: { openings: milliseconds.length, leftOut, furtherPages, serverMemory: peakBytes },
    };
  },

  /** Computes the list with one definition edited. */
  async edit({ folder, office, listed }, whole) {
    const other = { ...office, definitions: join(folder, 'edited') };
    await writeDefinitions(other.definitions, editedList(listed, edited));
    const { seconds, peakBytes } = await runIndicatorMeasure('compute', { office: other });
    return {
      speeds: { editSeconds: seconds },
      ratios: { 'edit to compute': seconds / whole },
      inputs: { editMemory: peakBytes },
    };
  },

  /** Loads and freezes one more month, and computes the list over it. */
  async month({ folder, office }, whole) {
    const month = await runIndicatorMeasure('addMonth', { office, into: join(folder, 'month') });
    const { seconds, cpuSeconds, peakBytes } = await runIndicatorMeasure('compute', { office });
    return {
      speeds: {
        monthSeconds: seconds,
        monthCpuSeconds: cpuSeconds,
        monthLoadSeconds: month.load,
        monthReleaseSeconds: month.release,
      },
      ratios: { 'month to compute': seconds / whole },
      inputs: { monthRows: month.rows, monthMemory: peakBytes },
    };
  },
};

function computedAlone(office: MeasuredOffice) {
  return runIndicatorMeasure('alone', { office });
}
