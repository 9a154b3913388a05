import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOffice, editedList, listedDefinitions, type MeasuredOffice, writeDefinitions } from '@zhiheng/office';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { BenchAnswer } from './bench-answer.js';
import { runIndicatorMeasure, whileServed } from './indicator-run.js';
import { openAll, quantile } from './opening-times.js';
import { median } from './rounds.js';

export interface BenchIndicatorsOptions {
  /** Applications of the office that is made. */
  readonly patents: number;
  readonly seed: number;
  /** Folder of an office that stands, with a release; it stays as it is. Null: one is made. */
  readonly data: string | null;
  /** Runs of computing one by one. */
  readonly rounds: number;
  readonly onProgress: OnProgress;
}

/** The fixed list, beside the sources and beside what is built of them. */
const list = fileURLToPath(new URL('../../bench-catalogue.yaml', import.meta.url));
const edited = 'bench-grants-of-many-claims';
const scans = 5;
const openings = 200;

/**
 * Computes a fixed list of figures in one pass and beside it reads the columns alone, computes them one by one, computes them with one
 * definition edited and with one more month, and opens some of them over the interface of a server. What is computed in two ways has to agree.
 */
export async function benchIndicators(options: BenchIndicatorsOptions): Promise<BenchAnswer> {
  const { patents, seed, data, rounds, onProgress } = options;
  const startedAt = performance.now();
  const folder = await mkdtemp(join(data === null ? tmpdir() : dirname(data), 'zhiheng-indicators-'));
  const stages = ['office', 'compute', 'scan', 'alone', 'open', 'edit', 'month'];
  const begin = (stage: string) =>
    onProgress({ stage: 'computing', done: stages.indexOf(stage), total: stages.length, unit: 'steps' });
  try {
    const listed = listedDefinitions(await readFile(list, 'utf8'));
    const office: MeasuredOffice = { folder: join(folder, 'office'), definitions: join(folder, 'definitions') };
    await writeDefinitions(office.definitions, listed);
    begin('office');
    const made = data === null ? await runIndicatorMeasure('make', { office, patents, seed }) : null;
    if (data !== null) await copyOffice(data, office.folder);

    begin('compute');
    const whole = await runIndicatorMeasure('compute', { office });
    begin('scan');
    const texts = listed.map(({ text }) => text);
    const scan = await runIndicatorMeasure('scan', { office, texts, rounds: scans });
    begin('alone');
    const alone: Awaited<ReturnType<typeof computedAlone>>[] = [];
    for (let round = 0; round < rounds; round += 1) alone.push(await computedAlone(office));
    const ofAll = (what: 'seconds' | 'cpuSeconds') =>
      median(alone.map(({ took }) => Object.values(took).reduce((sum, one) => sum + one[what], 0)));
    const oneByOne = ofAll('seconds');

    begin('open');
    const sampled = await runIndicatorMeasure('sample', { office, openings, seed });
    const served = await whileServed(office, (address) => openAll(address, sampled.openings));
    const { milliseconds, leftOut, furtherPages } = served.used;

    begin('edit');
    const other = { ...office, definitions: join(folder, 'edited') };
    await writeDefinitions(other.definitions, editedList(listed, edited));
    const editing = await runIndicatorMeasure('compute', { office: other });
    begin('month');
    const month = await runIndicatorMeasure('addMonth', { office, into: join(folder, 'month') });
    const later = await runIndicatorMeasure('compute', { office });

    const scanned = median(scan.seconds);
    return {
      name: 'indicators',
      rows: whole.records,
      seconds: (performance.now() - startedAt) / 1000,
      limits: { scanSeconds: scanned },
      speeds: {
        computeSeconds: whole.seconds,
        computeCpuSeconds: whole.cpuSeconds,
        oneByOneSeconds: oneByOne,
        oneByOneCpuSeconds: ofAll('cpuSeconds'),
        editSeconds: editing.seconds,
        monthSeconds: later.seconds,
        monthCpuSeconds: later.cpuSeconds,
        monthLoadSeconds: month.load,
        monthReleaseSeconds: month.release,
        openingMsP50: quantile(milliseconds, 0.5),
        openingMsP95: quantile(milliseconds, 0.95),
        openingMsMost: Math.max(...milliseconds),
      },
      ratios: {
        'compute to scan': whole.seconds / scanned,
        'one by one to compute': oneByOne / whole.seconds,
        'edit to compute': editing.seconds / whole.seconds,
        'month to compute': later.seconds / whole.seconds,
      },
      memory: whole.peakBytes,
      inputs: {
        ...(made === null
          ? {}
          : { synthesisSeconds: made.synthesis, loadSeconds: made.load, releaseSeconds: made.release }),
        definitions: listed.length,
        observations: whole.answer.observations,
        comparedValues: alone[0]?.compared ?? 0,
        scannedColumns: scan.columns,
        openings: milliseconds.length,
        leftOut,
        furtherPages,
        monthRows: month.rows,
        aloneMemory: Math.max(...alone.map(({ peakBytes }) => peakBytes)),
        monthMemory: later.peakBytes,
        editMemory: editing.peakBytes,
        serverMemory: served.peakBytes,
      },
      rounds,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function computedAlone(office: MeasuredOffice) {
  return runIndicatorMeasure('alone', { office });
}
