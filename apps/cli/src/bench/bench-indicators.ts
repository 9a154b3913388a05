import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listedDefinitions, type MeasuredOffice } from '@zhiheng/office';
import { type OnProgress, reportFault } from '@zhiheng/vocabulary';
import { repositoryRoot } from '../repository-root.js';
import type { BenchAnswer } from './bench-answer.js';
import {
  type IndicatorGround,
  type IndicatorPart,
  indicatorParts,
  measureCompute,
  measureOffice,
  measurePart,
  type PartFigures,
} from './indicator-parts.js';

export interface BenchIndicatorsOptions
  extends Pick<IndicatorGround, 'patents' | 'seed' | 'data' | 'rounds' | 'catalogue' | 'times'> {
  readonly parts: readonly IndicatorPart[];
  readonly onProgress: OnProgress;
}

/** The fixed list, beside the sources and beside what is built of them. */
const list = join(repositoryRoot, 'apps/cli/bench-catalogue.yaml');

/**
 * Computes a fixed list of figures, or the whole catalogue, in one pass and beside it reads the columns alone, computes them one by one, computes them with one
 * definition edited and with one more month, and opens some of them over the interface of a server. What is computed in two ways has to agree.
 * Where a part ends in a fault, the answer has `failed` and the figures of the parts before.
 */
export async function benchIndicators(options: BenchIndicatorsOptions): Promise<BenchAnswer> {
  const { patents, seed, data, rounds, catalogue, times, onProgress, parts } = options;
  const startedAt = performance.now();
  const folder = await mkdtemp(join(data === null ? tmpdir() : dirname(data), 'zhiheng-indicators-'));
  const stages = ['office', 'compute', ...indicatorParts.filter((part) => parts.includes(part))];
  const measured: PartFigures[] = [];
  const measure = async <Figures extends PartFigures>(stage: string, part: Promise<Figures>) => {
    onProgress({ stage: 'computing', done: stages.indexOf(stage), total: stages.length, unit: 'steps' });
    const figures = await part;
    measured.push(figures);
    return figures;
  };
  let at = 'office';
  let failed: BenchAnswer['failed'];
  try {
    const listed = listedDefinitions(await readFile(list, 'utf8'));
    const office: MeasuredOffice = { folder: join(folder, 'office'), definitions: join(folder, 'definitions') };
    const ground: IndicatorGround = { folder, office, listed, catalogue, parts, times, data, patents, seed, rounds };
    await measure(at, measureOffice(ground));
    at = 'compute';
    const { seconds } = await measure(at, measureCompute(ground));
    for (const part of indicatorParts.filter((one) => parts.includes(one))) {
      at = part;
      await measure(part, measurePart[part](ground, seconds));
    }
  } catch (error) {
    if (measured.length === 0) throw error;
    failed = { part: at, message: reportFault(error).message };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const merged = <Key extends 'limits' | 'speeds' | 'ratios' | 'inputs'>(key: Key): BenchAnswer[Key] =>
    Object.assign({}, ...measured.map((figures) => figures[key] ?? {})) as BenchAnswer[Key];
  return {
    name: 'indicators',
    rows: measured.find(({ rows }) => rows !== undefined)?.rows ?? 0,
    seconds: (performance.now() - startedAt) / 1000,
    limits: merged('limits'),
    speeds: merged('speeds'),
    ratios: merged('ratios'),
    memory: Math.max(0, ...measured.map(({ memory }) => memory ?? 0)),
    inputs: merged('inputs'),
    rounds,
    ...(failed === undefined ? {} : { failed }),
  };
}
