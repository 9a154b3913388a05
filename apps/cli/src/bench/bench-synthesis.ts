import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MeasuredSynthesis, measureSynthesis } from '@zhiheng/office';
import type { BenchAnswer } from './bench-answer.js';
import { publishedGrants, publishedInventions } from './published-figures.js';
import { synthesisSheet } from './synthesis-sheet.js';

export interface BenchSynthesisOptions {
  readonly patents: number;
  readonly seed: number;
  readonly texts: 'full' | 'titles' | 'none';
  /** Where the picture of the distributions goes; null: nowhere. */
  readonly picture: string | null;
}

/**
 * How fast a synthetic office is made, and how near it comes to what it imitates. Ratios of grants are those of each
 * kind's share among the grants of a year to the published one, of applications those to 2018: 1 is right.
 */
export async function benchSynthesis(options: BenchSynthesisOptions): Promise<BenchAnswer> {
  const startedAt = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-synthesis-'));
  try {
    const { patents, seed, texts, picture } = options;
    const marks = Math.ceil(patents / 4);
    const made = await measureSynthesis({ patents, marks, seed, texts, out: join(folder, 'office') });
    if (picture !== null) await writeFile(picture, synthesisSheet(made));
    return {
      name: 'synthesis',
      rows: made.truth.rows + made.truth.marks.rows,
      seconds: (performance.now() - startedAt) / 1000,
      limits: {},
      speeds: {
        secondsToWrite: made.seconds,
        recordsPerSecond: (made.truth.rows + made.truth.marks.rows) / made.seconds,
        megabytesPerSecond: made.bytes / made.seconds / 1e6,
      },
      ratios: { ...proportions(made), ...tails(made) },
      memory: made.peakBytes,
      inputs: { patents, marks, seed, texts },
      rounds: 1,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function proportions({ truth }: MeasuredSynthesis): Record<string, number> {
  const ratios: Record<string, number> = {};
  const kinds = Object.entries(publishedGrants);
  for (const year of [2021, 2022, 2023] as const) {
    const sum = (of: (kind: string) => number) => kinds.reduce((total, [kind]) => total + of(kind), 0);
    const made = (kind: string) => truth.grants[kind as keyof typeof publishedGrants][year] ?? 0;
    const published = (kind: string) => publishedGrants[kind as keyof typeof publishedGrants][year];
    for (const [kind] of kinds) {
      const ratio = made(kind) / sum(made) / (published(kind) / sum(published));
      ratios[`grants ${year} ${kind}: share to published`] = ratio;
    }
  }
  const filed = truth.applications.invention;
  for (const [year, published] of Object.entries(publishedInventions)) {
    const ratio = (filed[year] ?? 0) / (filed[2018] ?? 1) / (published / publishedInventions[2018]);
    ratios[`invention applications ${year} to 2018: to published`] = ratio;
  }
  return ratios;
}

function tails({ lags, parties, likeness }: MeasuredSynthesis): Record<string, number> {
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (values: readonly number[], share: number) => values[Math.floor((values.length - 1) * share)] ?? 0;
  const all = parties.reduce((sum, size) => sum + size, 0);
  const top = parties.slice(0, Math.ceil(parties.length / 100)).reduce((sum, size) => sum + size, 0);
  return {
    'parties: share of the largest hundredth': top / all,
    'parties: share with one application': parties.filter((size) => size === 1).length / parties.length,
    'months to closing 2022: p50': at(sorted, 0.5),
    'months to closing 2022: p95': at(sorted, 0.95),
    'months to closing 2022: p99': at(sorted, 0.99),
    ...(likeness.length === 0 ? {} : { 'unrelated abstracts: Jaccard p99.9': at(likeness, 0.999) }),
  };
}
