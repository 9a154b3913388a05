import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureParties, type PairTally } from '@zhiheng/office';
import type { BenchAnswer } from './bench-answer.js';
import { median } from './rounds.js';

export interface BenchPartiesOptions {
  readonly rows: number;
  readonly seed: number;
  readonly rounds: number;
}

/** Of the SQL engine, which spills to the disk beyond it. */
const memoryLimit = '1GB';

/**
 * How fast and how well holders are resolved. Shares are of pairs of ways in which planted rows tell a holder: `precision` of those
 * joined, `recall` of those that are one; `missedOnReview` is the share of missed ones that wait for somebody to decide. The limit
 * is one sort of the names.
 */
export async function benchParties({ rows, seed, rounds }: BenchPartiesOptions): Promise<BenchAnswer> {
  const startedAt = performance.now();
  const runs: Awaited<ReturnType<typeof measureParties>>[] = [];
  while (runs.length < rounds) {
    const folder = await mkdtemp(join(tmpdir(), 'zhiheng-parties-'));
    try {
      runs.push(await measureParties({ rows, seed, folder, memoryLimit }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const [first] = runs as [(typeof runs)[number], ...typeof runs];
  const { report, pairs, bCubed, variants } = first;
  const perSecond = (seconds: readonly number[]) => first.rows / median(seconds);
  const resolved = perSecond(runs.map(({ seconds }) => seconds));
  const sorted = perSecond(runs.map(({ sortSeconds }) => sortSeconds));
  const told = Object.entries(variants).map(([variant, tally]) => shares(variant, tally));
  return {
    name: 'parties',
    rows: first.rows,
    seconds: (performance.now() - startedAt) / 1000,
    limits: { sortedRowsPerSecond: sorted },
    speeds: {
      rowsPerSecond: resolved,
      resolveSeconds: median(runs.map(({ seconds }) => seconds)),
      processorSeconds: median(runs.map(({ processorSeconds }) => processorSeconds)),
    },
    ratios: {
      resolvedToSorted: resolved / sorted,
      ...shares('pairs', pairs),
      'B-cubed: precision': bCubed.precision,
      'B-cubed: recall': bCubed.recall,
      ...Object.assign({}, ...told),
    },
    memory: process.resourceUsage().maxRSS * 1024,
    inputs: {
      seed,
      strings: report.strings,
      parties: report.parties,
      joinedStrictly: report.joinedStrictly,
      joinedByEvidence: report.joinedByEvidence,
      openPairs: report.open,
      relatedPairs: report.related,
      cappedKeys: report.capped.reduce((sum, { keys }) => sum + keys, 0),
    },
    rounds,
  };
}

/** A trap has no pairs that are one: what it shows is `wronglyJoined`. */
function shares(name: string, { right, wrong, missed, onReview }: PairTally): Record<string, number> {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    [`${name}: precision`]: share(right, right + wrong),
    [`${name}: recall`]: share(right, right + missed),
    [`${name}: missedOnReview`]: share(onReview, missed),
    [`${name}: wronglyJoined`]: wrong,
  };
}
