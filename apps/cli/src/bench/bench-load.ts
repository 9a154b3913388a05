import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type MeasuredFiles, sharedBytes, shippedDefinitions, writeMeasuredTables } from '@zhiheng/office';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { BenchAnswer } from './bench-answer.js';
import { writeChangedRows } from './changed-rows.js';
import { type Measurement, runMeasure } from './measurement.js';
import { measureInRounds, median } from './rounds.js';
import { writeWeeklyFile } from './weekly-file.js';

export interface BenchLoadOptions {
  /** Applications of the synthetic office. */
  readonly rows: number;
  /** Threads of the wide load, beside the one with a single thread. */
  readonly workers: number;
  readonly rounds: number;
  /** Bytes of the weekly file. */
  readonly weeklyBytes: number;
  readonly onProgress: OnProgress;
}

/** One row in so many changes between the two releases: 0.4 %. */
const changedEvery = 250;
const samples = join(dirname(shippedDefinitions), '../shared/data/patents-us');

/**
 * How fast files load, beside the bare limits of the same files in the same run. Inputs are made in a temporary folder and
 * removed with it. Each figure is the median of its runs; nothing is judged here.
 */
export async function benchLoad(options: BenchLoadOptions): Promise<BenchAnswer> {
  const startedAt = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-bench-'));
  try {
    options.onProgress({ stage: 'inputs', done: 0, total: null, unit: 'files' });
    const weekly = join(folder, 'weekly.xml');
    const documents = await writeWeeklyFile(weekly, options.weeklyBytes, samples);
    const packed = `${weekly}.gz`;
    await pipeline(createReadStream(weekly), createGzip({ level: 6 }), createWriteStream(packed));
    const { files, mappings } = await writeMeasuredTables(options.rows, join(folder, 'office'));
    const place = (name: string) => join(folder, 'office', name);
    const tables = files.map(place).filter((path) => path.endsWith('.csv'));
    const mapping = place(mappings[0] ?? '');

    const bench = new LoadBench(folder, options);
    const xml = await bench.xml(weekly, packed);
    const csv = await bench.csv(tables, mapping);
    options.onProgress({ stage: 'second release', done: 0, total: null, unit: 'files' });
    const share = await bench.share(tables, mapping);
    const all = [...Object.values(xml.runs), ...Object.values(csv.runs)].flat();
    return {
      name: 'load',
      rows: csv.runs.scan[0]?.records ?? 0,
      seconds: (performance.now() - startedAt) / 1000,
      limits: { ...xml.limits, ...csv.limits },
      speeds: { ...xml.speeds, ...csv.speeds },
      ratios: { ...xml.ratios, ...csv.ratios, bytesSharedBySecondRelease: share },
      memory: Math.max(...all.map(({ peakBytes }) => peakBytes)),
      inputs: { documents, weeklyBytes: xml.runs.parse[0]?.bytes ?? 0, tableBytes: csv.runs.scan[0]?.bytes ?? 0 },
      rounds: options.rounds,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

class LoadBench {
  readonly #folder: string;
  readonly #options: BenchLoadOptions;

  constructor(folder: string, options: BenchLoadOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  async xml(weekly: string, packed: string) {
    this.#options.onProgress({ stage: 'xml', done: 0, total: null, unit: 'files' });
    const files = { paths: [weekly] };
    const { workers } = this.#options;
    const runs = await this.#rounds({
      scan: () => this.#run('scan', files),
      gunzip: () => this.#run('gunzip', { paths: [packed] }),
      parse: () => this.#run('parseDocuments', files),
      read: () => this.#run('readDocuments', files),
      one: () => this.#run('load', { ...files, workers: 1 }),
      wide: () => this.#run('load', { ...files, workers }),
    });
    const [scan, gunzip, parse, read, one, wide] = [
      megabytes(runs.scan),
      megabytes(runs.gunzip),
      megabytes(runs.parse),
      megabytes(runs.read),
      megabytes(runs.one),
      megabytes(runs.wide),
    ];
    return {
      runs,
      limits: { xmlScanMBps: scan, gunzipMBps: gunzip, xmlBareParseMBps: parse },
      speeds: { xmlReadMBps: read, xmlLoadMBps: one, xmlLoadWideMBps: wide },
      ratios: {
        xmlReadToBareParse: read / parse,
        xmlLoadToBareParse: one / parse,
        xmlLoadToBareParseCpu: cpu(runs.parse) / cpu(runs.one),
        xmlGainOfWorkers: wide / one,
      },
    };
  }

  async csv(tables: readonly string[], mapping: string) {
    this.#options.onProgress({ stage: 'csv', done: 0, total: null, unit: 'files' });
    const files = { paths: tables, mapping };
    const { workers } = this.#options;
    const runs = await this.#rounds({
      scan: () => this.#run('scan', files),
      map: () => this.#run('mapRows', files),
      normalise: () => this.#run('normaliseRows', files),
      one: () => this.#run('load', { ...files, workers: 1 }),
      wide: () => this.#run('load', { ...files, workers }),
    });
    const [map, one, wide] = [rows(runs.map), rows(runs.one), rows(runs.wide)];
    return {
      runs,
      limits: { csvScanMBps: megabytes(runs.scan), csvBareMappingRowsPerSecond: map },
      speeds: {
        csvNormalisedRowsPerSecond: rows(runs.normalise),
        csvLoadRowsPerSecond: one,
        csvLoadWideRowsPerSecond: wide,
      },
      ratios: { csvLoadToBareMapping: one / map, csvGainOfWorkers: wide / one },
    };
  }

  /** The share of a second release's bytes that it has in common with the first, after 0.4 % of the records changed. */
  async share(tables: readonly string[], mapping: string): Promise<number> {
    const folder = join(this.#folder, 'releases');
    const changes = join(this.#folder, 'changes.csv');
    await writeChangedRows(tables, changes, changedEvery);
    const first = await runMeasure({ measure: 'load', files: { paths: tables, mapping, folder } });
    const onto = {
      paths: [changes],
      mapping,
      folder,
      ...(first.holdings === undefined ? {} : { holdings: first.holdings }),
    };
    const second = await runMeasure({ measure: 'load', files: onto });
    const { shared, all } = await sharedBytes(folder, first.holdings ?? '', second.holdings ?? '');
    return shared / all;
  }

  #rounds<Name extends string>(measures: Readonly<Record<Name, () => Promise<Measurement>>>) {
    return measureInRounds(measures, this.#options.rounds);
  }

  /** One run with a folder of its own. */
  async #run(
    measure: Parameters<typeof runMeasure>[0]['measure'],
    files: Omit<MeasuredFiles, 'folder'>,
  ): Promise<Measurement> {
    const folder = await mkdtemp(join(this.#folder, 'run-'));
    try {
      return await runMeasure({ measure, files: { ...files, folder } });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

const megabytes = (runs: readonly Measurement[]) => median(runs.map(({ bytes, seconds }) => bytes / 1e6 / seconds));
const rows = (runs: readonly Measurement[]) => median(runs.map(({ records, seconds }) => records / seconds));
const cpu = (runs: readonly Measurement[]) => median(runs.map(({ cpuSeconds }) => cpuSeconds));
