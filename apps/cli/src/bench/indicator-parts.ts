import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  copyOffice,
  editedList,
  type ListedDefinition,
  type MeasuredOffice,
  monthRelease,
  plainCounts,
  writeCatalogue,
  writeDefinitions,
} from '@zhiheng/office';
import { OwnFault } from '@zhiheng/vocabulary';
import type { BenchAnswer } from './bench-answer.js';
import { runIndicatorMeasure, whileServed } from './indicator-run.js';
import { withPostgres } from './lent-postgres.js';
import { openAll, quantile } from './opening-times.js';
import { median } from './rounds.js';

/** The parts of `bench indicators` that can be asked for, in their order; the office and its figures are always made. */
export const indicatorParts = ['scan', 'alone', 'open', 'edit', 'month', 'postgres'] as const;
export type IndicatorPart = (typeof indicatorParts)[number];

/** Parts that are measured only where they are named: they ask for a server of a database. */
const named: readonly IndicatorPart[] = ['postgres'];

/** What is computed: the fixed list, or everything that comes with the software. */
export const catalogues = ['fixed', 'whole'] as const;
export type Catalogue = (typeof catalogues)[number];

/** The parts that can be measured: one definition is edited, and computed alone, of the list; what is multiplied no PostgreSQL loads. */
export function partsOf({ catalogue, times }: Pick<IndicatorGround, 'catalogue' | 'times'>): readonly IndicatorPart[] {
  const ofList: readonly IndicatorPart[] = ['alone', 'edit'];
  const ofLoads: readonly IndicatorPart[] = ['postgres'];
  return indicatorParts.filter(
    (part) => (catalogue === 'fixed' || !ofList.includes(part)) && (times === 1 || !ofLoads.includes(part)),
  );
}

/** The parts that are measured where none are named: all but those that ask for a server of a database. */
export function usualParts(asked: Pick<IndicatorGround, 'catalogue' | 'times'>): readonly IndicatorPart[] {
  return partsOf(asked).filter((part) => !named.includes(part));
}

/** What the parts share. */
export interface IndicatorGround {
  readonly folder: string;
  readonly office: MeasuredOffice;
  readonly listed: readonly ListedDefinition[];
  readonly catalogue: Catalogue;
  /** What is measured beside computing. */
  readonly parts: readonly IndicatorPart[];
  /** How often each record is held, under shifted numbers; 1: as it is. */
  readonly times: number;
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

/** The office in which the figures are computed that PostgreSQL counts. */
function besideOf(folder: string): MeasuredOffice {
  return { folder: join(folder, 'beside'), definitions: join(folder, 'beside-definitions') };
}

/** Makes the office, or a copy of the one that stands; for what is computed beside it a copy in which nothing is computed yet. */
export async function measureOffice(ground: IndicatorGround): Promise<PartFigures> {
  const made = await makeOffice(ground);
  if (ground.parts.includes('postgres')) await copyOffice(ground.office.folder, besideOf(ground.folder).folder);
  return made;
}

async function makeOffice(ground: IndicatorGround): Promise<PartFigures> {
  const { office, data, patents, seed, listed, catalogue } = ground;
  if (catalogue === 'whole') await writeCatalogue(office.definitions);
  else await writeDefinitions(office.definitions, listed);
  if (data !== null) {
    await copyOffice(data, office.folder);
    return {};
  }
  const made = await runIndicatorMeasure('make', { office, patents, seed });
  return { inputs: { synthesisSeconds: made.synthesis, loadSeconds: made.load, releaseSeconds: made.release } };
}

/** Computes everything in one pass; `seconds` is what the other parts are compared with. */
export async function measureCompute(ground: IndicatorGround): Promise<PartFigures & { seconds: number }> {
  const { office, times } = ground;
  if (times > 1) return measureTimes(ground);
  const { seconds, cpuSeconds, records, answer, peakBytes } = await runIndicatorMeasure('compute', { office });
  return {
    seconds,
    rows: records,
    speeds: {
      computeSeconds: seconds,
      computeCpuSeconds: cpuSeconds,
      computeMicrosecondsPerRecord: (seconds * 1e6) / records,
    },
    memory: peakBytes,
    inputs: { definitions: answer.indicators, observations: answer.observations },
  };
}

/**
 * Computes the office as it is, in a copy that goes again, then with every record so many times; of both how long a record takes. At most 1
 * where it grows no worse than linearly.
 */
async function measureTimes(ground: IndicatorGround): Promise<PartFigures & { seconds: number }> {
  const { folder, office, times, parts } = ground;
  const once = { ...office, folder: join(folder, 'once') };
  await copyOffice(office.folder, once.folder);
  const base = await measureCompute({ ...ground, office: once, times: 1 });
  await rm(once.folder, { recursive: true, force: true });
  const { name: of } = await runIndicatorMeasure('newest', { office });
  // What is multiplied is not loaded into: its month is the month of what it is made of, multiplied too.
  const month = parts.includes('month') ? await addMonth(ground) : {};
  const multiplied = await runIndicatorMeasure('multiply', { office, times, of });
  const whole = await measureCompute({ ...ground, times: 1 });
  const perRecord = ({ speeds }: PartFigures) => speeds?.computeMicrosecondsPerRecord ?? Number.NaN;
  const { computeSeconds = 0, computeCpuSeconds = 0 } = base.speeds ?? {};
  return {
    ...whole,
    speeds: {
      ...whole.speeds,
      ...month.speeds,
      onceSeconds: computeSeconds,
      onceCpuSeconds: computeCpuSeconds,
      onceMicrosecondsPerRecord: perRecord(base),
    },
    ratios: { 'a record of the multiplied to one of the office': perRecord(whole) / perRecord(base) },
    inputs: {
      ...whole.inputs,
      ...month.inputs,
      times,
      onceRows: base.rows ?? 0,
      onceMemory: base.memory ?? 0,
      multiplySeconds: multiplied.seconds,
      multiplyMemory: multiplied.peakBytes,
    },
  };
}

/** The parts that follow computing; `whole`: its seconds. */
export const measurePart: Readonly<
  Record<IndicatorPart, (ground: IndicatorGround, whole: number) => Promise<PartFigures>>
> = {
  /** Reads the columns alone. */
  async scan({ office, listed, catalogue }, whole) {
    const texts = catalogue === 'whole' ? null : listed.map(({ text }) => text);
    const scan = await runIndicatorMeasure('scan', { office, texts, rounds: scans });
    const scanSeconds = median(scan.seconds);
    return {
      limits: { scanSeconds },
      ratios: { 'compute to scan': whole / scanSeconds },
      inputs: { scannedColumns: scan.columns },
    };
  },

  /**
   * Computes the definitions one query at a time, and compares every value with what was computed together; beside it the same figures in one
   * pass and nothing else, since computing writes what openings read too.
   */
  async alone({ office, rounds }, whole) {
    const runs: Awaited<ReturnType<typeof computedAlone>>[] = [];
    const passes: Awaited<ReturnType<typeof computedTogether>>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      passes.push(await computedTogether(office));
      runs.push(await computedAlone(office));
    }
    const ofAll = (what: 'seconds' | 'cpuSeconds') =>
      median(runs.map(({ took }) => Object.values(took).reduce((sum, one) => sum + one[what], 0)));
    const oneByOneSeconds = ofAll('seconds');
    const togetherSeconds = median(passes.map(({ seconds }) => seconds));
    return {
      speeds: {
        oneByOneSeconds,
        oneByOneCpuSeconds: ofAll('cpuSeconds'),
        togetherSeconds,
        togetherCpuSeconds: median(passes.map(({ cpuSeconds }) => cpuSeconds)),
      },
      ratios: {
        'one by one to the same figures together': oneByOneSeconds / togetherSeconds,
        'one by one to compute': oneByOneSeconds / whole,
      },
      inputs: {
        comparedValues: runs[0]?.compared ?? 0,
        aloneMemory: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
        togetherMemory: Math.max(...passes.map(({ peakBytes }) => peakBytes)),
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

  /** Loads and freezes one more month, and computes the list over it; of what is multiplied it stands multiplied too. */
  async month(ground, whole) {
    const { office, times } = ground;
    const added = times === 1 ? await addMonth(ground) : await multiplyMonth(ground);
    const { seconds, cpuSeconds, peakBytes } = await runIndicatorMeasure('compute', { office });
    return {
      speeds: { ...added.speeds, monthSeconds: seconds, monthCpuSeconds: cpuSeconds },
      ratios: { 'month to compute': seconds / whole },
      inputs: { ...added.inputs, monthMemory: peakBytes },
    };
  },

  /** Has a PostgreSQL count some figures of the list by plain SQL beside computing the same, and compares every value. */
  async postgres({ folder, listed }) {
    const beside = besideOf(folder);
    await writeDefinitions(
      beside.definitions,
      listed.filter(({ id }) => Object.hasOwn(plainCounts, id)),
    );
    return withPostgres(async ({ url }) => {
      const ours = await runIndicatorMeasure('compute', { office: beside });
      if (ours.answer.reused > 0) throw new OwnFault('the office holds what PostgreSQL counts already');
      const { version, rows, load, took, compared, peakBytes } = await runIndicatorMeasure('postgres', {
        office: beside,
        url,
      });
      const seconds = Object.values(took).reduce((sum, one) => sum + one, 0);
      return {
        speeds: {
          postgresLoadSeconds: load.seconds,
          postgresSeconds: seconds,
          ...Object.fromEntries(Object.entries(took).map(([id, one]) => [`postgres ${id}`, one])),
          besideSeconds: ours.seconds,
          besideCpuSeconds: ours.cpuSeconds,
        },
        ratios: { 'postgres to the same figures': seconds / ours.seconds },
        inputs: {
          postgres: version,
          postgresRows: rows,
          postgresComparedValues: compared,
          besideObservations: ours.answer.observations,
          besideMemory: ours.peakBytes,
          postgresLoadMemory: peakBytes,
        },
      };
    });
  },
};

/** Loads and freezes one more month. */
async function addMonth({ folder, office }: IndicatorGround): Promise<PartFigures> {
  const { rows, load, release } = await runIndicatorMeasure('addMonth', { office, into: join(folder, 'month') });
  return { speeds: { monthLoadSeconds: load, monthReleaseSeconds: release }, inputs: { monthRows: rows } };
}

/** Multiplies the release of the month that was added before. */
async function multiplyMonth({ office, times }: IndicatorGround): Promise<PartFigures> {
  const { seconds } = await runIndicatorMeasure('multiply', { office, times, of: monthRelease });
  return { inputs: { multiplyMonthSeconds: seconds } };
}

function computedTogether(office: MeasuredOffice) {
  return runIndicatorMeasure('together', { office });
}

function computedAlone(office: MeasuredOffice) {
  return runIndicatorMeasure('alone', { office });
}
