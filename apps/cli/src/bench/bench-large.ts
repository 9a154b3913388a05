import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { shippedDefinitions, writeMeasuredTables } from '@zhiheng/office';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { BenchAnswer } from './bench-answer.js';
import { runMeasure } from './measurement.js';
import { writeWeeklyFile } from './weekly-file.js';

export interface BenchLargeOptions {
  readonly rows: number;
  readonly weeklyBytes: number;
  /** Threads of a load. */
  readonly workers: number;
  readonly onProgress: OnProgress;
}

/** Loads a weekly file and a table too large for memory, once each: how much memory the loading process takes. */
export async function benchLarge(options: BenchLargeOptions): Promise<BenchAnswer> {
  const { rows, weeklyBytes, workers, onProgress } = options;
  const startedAt = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-bench-'));
  try {
    onProgress({ stage: 'xml', done: 0, total: null, unit: 'files' });
    const weekly = join(folder, 'weekly.xml');
    const samples = join(dirname(shippedDefinitions), '../shared/data/patents-us');
    const documents = await writeWeeklyFile(weekly, weeklyBytes, samples);
    const xml = await runMeasure({ measure: 'load', files: { paths: [weekly], folder: join(folder, 'xml'), workers } });
    await rm(weekly);
    await rm(join(folder, 'xml'), { recursive: true });
    onProgress({ stage: 'csv', done: 0, total: null, unit: 'files' });
    const { files, mappings } = await writeMeasuredTables(rows, join(folder, 'office'));
    const place = (name: string) => join(folder, 'office', name);
    const csv = await runMeasure({
      measure: 'load',
      files: {
        paths: files.map(place).filter((path) => path.endsWith('.csv')),
        mapping: place(mappings[0] ?? ''),
        folder: join(folder, 'csv'),
        workers,
      },
    });
    return {
      name: 'load --large',
      rows: csv.records,
      seconds: (performance.now() - startedAt) / 1000,
      limits: {},
      speeds: {
        xmlLoadMBps: xml.bytes / 1e6 / xml.seconds,
        xmlLoadSeconds: xml.seconds,
        csvLoadRowsPerSecond: csv.records / csv.seconds,
        csvLoadSeconds: csv.seconds,
      },
      ratios: {},
      memory: Math.max(xml.peakBytes, csv.peakBytes),
      inputs: {
        documents,
        weeklyBytes: xml.bytes,
        tableBytes: csv.bytes,
        xmlMemory: xml.peakBytes,
        csvMemory: csv.peakBytes,
      },
      rounds: 1,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
