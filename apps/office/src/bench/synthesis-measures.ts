import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nodeDisk } from '@zhiheng/lake';
import type { TextAmount, Truth } from '@zhiheng/synthesis';
import { synthesiseJob } from '../jobs/synthesise-job.js';
import { shippedDefinitions } from '../office-paths.js';

export interface SynthesisOrder {
  readonly patents: number;
  readonly marks: number;
  readonly texts: TextAmount;
  readonly seed: number;
  /** Folder that is written to; the caller empties it. */
  readonly out: string;
}

/** A synthetic office as it came out. */
export interface MeasuredSynthesis {
  readonly seconds: number;
  readonly bytes: number;
  readonly peakBytes: number;
  readonly truth: Truth;
  /** Applications of the window filed in each month of the year, January first. */
  readonly months: readonly number[];
  /** Months from request to closing of the inventions closed in 2022. */
  readonly lags: readonly number[];
  /** Applications of each party, the largest first. */
  readonly parties: readonly number[];
  /** Jaccard of every pair among some abstracts of inventions that lie far apart, ascending. */
  readonly likeness: readonly number[];
}

const comparedTexts = 400;

/** Makes an office and looks at what was written: speed, and the distributions that are pictured. */
export async function measureSynthesis({ out, ...wanted }: SynthesisOrder): Promise<MeasuredSynthesis> {
  const input = { ...wanted, out, definitionsFolder: shippedDefinitions };
  const startedAt = performance.now();
  const made = await synthesiseJob(input, { onProgress: () => {}, disk: nodeDisk });
  const seconds = (performance.now() - startedAt) / 1000;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const sizes = await Promise.all(made.files.map(async (name) => (await stat(join(out, name))).size));
  const truth = JSON.parse(await readFile(join(out, made.truth), 'utf8')) as Truth;
  const tables = made.files
    .filter((name) => /^synthetic-patents-\d{4}\.csv$/.test(name))
    .map((name) => join(out, name));
  const every = Math.max(1, Math.floor((wanted.patents * 0.2) / comparedTexts));
  const looked = await lookAt(tables, every);
  return {
    seconds,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    peakBytes,
    truth,
    months: looked.months,
    lags: looked.lags,
    parties: await partySizes(join(out, 'truth-parties.csv')),
    likeness: await pairs(looked.abstracts),
  };
}

async function lookAt(tables: readonly string[], every: number) {
  const months = new Array<number>(12).fill(0);
  const lags: number[] = [];
  const abstracts: string[] = [];
  let inventions = 0;
  for (const path of tables) {
    let column: (name: string) => number = () => -1;
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      const fields = line.split(',');
      if (fields[0] === '申请号') {
        column = (name) => fields.indexOf(name);
        continue;
      }
      const cell = (name: string) => fields[column(name)] ?? '';
      const month = Number(cell('申请日').slice(5, 7)) - 1;
      months[month] = (months[month] ?? 0) + 1;
      if (cell('专利类型') !== '发明专利') continue;
      inventions += 1;
      const [requested, closed] = [time(cell('实审请求日')), time(cell('结案日'))];
      if (cell('结案日').startsWith('2022.') && requested !== null && closed !== null) {
        lags.push((closed - requested) / 86_400_000 / 30.4375);
      }
      const abstract = cell('摘要');
      if (inventions % every === 0 && abstract !== '' && abstracts.length < comparedTexts) abstracts.push(abstract);
    }
  }
  return { months, lags, abstracts };
}

function time(dotted: string): number | null {
  return dotted === '' ? null : Date.parse(`${dotted.replaceAll('.', '-')}T00:00:00Z`);
}

async function partySizes(path: string): Promise<number[]> {
  const sizes = new Map<string, number>();
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const [table, , position, party = ''] = line.split(',');
    if (table === 'patents' && position === '1') sizes.set(party, (sizes.get(party) ?? 0) + 1);
  }
  return [...sizes.values()].sort((a, b) => b - a);
}

async function pairs(texts: readonly string[]): Promise<number[]> {
  const { jaccard, shingles } = await import('@zhiheng/synthesis');
  const sets = texts.map(shingles);
  const found: number[] = [];
  for (const [index, one] of sets.entries()) {
    for (const other of sets.slice(index + 1)) found.push(jaccard(one, other));
  }
  return found.sort((a, b) => a - b);
}
