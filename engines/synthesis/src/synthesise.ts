import { join } from 'node:path';
import { agencyNames } from './agency.js';
import { type Application, ApplicationSource } from './application.js';
import { dayText } from './calendar.js';
import { mappingText } from './mapping-text.js';
import type { OutputFiles } from './output-files.js';
import { patentRow } from './patent-row.js';
import { readProvinces } from './province.js';
import { RowFile } from './row-file.js';
import { planOf, type SynthesiseOptions } from './synthesise-options.js';
import { TruthTally } from './truth-tally.js';

/** Names inside the folder that was written to. */
export interface Synthesised {
  readonly files: string[];
  readonly mappings: string[];
  readonly truth: 'truth.json';
}

const progressStep = 4096;

/**
 * Makes a synthetic office and writes it: CSV in an office's own Chinese columns (a file of what was in force or open on
 * the first day, then one a filing year), the mapping to load them with, and the right answers. The same options give
 * the same bytes. Memory does not grow with the number of applications. Throws `usage` for options out of range and
 * `file-unreadable` for an area table without the 34 provincial units.
 */
export async function synthesise(options: SynthesiseOptions): Promise<Synthesised> {
  const plan = planOf(options);
  const applications = new ApplicationSource(plan, readProvinces(options.areasCsv));
  const tally = new TruthTally(plan);
  const agencies = agencyNames(plan.seed);
  const { total } = applications;
  const report = () => options.onProgress?.({ stage: 'synthesise', done: applications.drawn, total, unit: 'records' });

  const files: string[] = [];
  let file: RowFile | null = null;
  let nextReport = 0;
  for (const application of applications) {
    const name = fileName(application);
    if (files.at(-1) !== name || file === null) {
      await file?.close();
      file = new RowFile(await options.files.create(join(options.out, name)));
      files.push(name);
    }
    const { number, kind, life, particulars } = application;
    tally.take(application);
    const full = file.add(patentRow(number, kind, life, particulars, agencies));
    if (full !== null) await full;
    if (applications.drawn >= nextReport) {
      report();
      nextReport = applications.drawn + progressStep;
    }
  }
  await file?.close();
  report();

  await writeWhole(options.files, join(options.out, 'mapping.yaml'), mappingText(dayText(plan.from), dayText(plan.to)));
  await writeWhole(options.files, join(options.out, 'truth.json'), `${JSON.stringify(tally.truth(), null, 2)}\n`);
  return { files, mappings: ['mapping.yaml'], truth: 'truth.json' };
}

function fileName({ part, year }: Application): string {
  return part === 'opening' ? 'synthetic-opening-stock.csv' : `synthetic-patents-${year}.csv`;
}

async function writeWhole(files: OutputFiles, path: string, text: string): Promise<void> {
  const file = await files.create(path);
  await file.write(text);
  await file.close();
}
