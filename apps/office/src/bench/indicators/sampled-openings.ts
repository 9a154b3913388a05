import type { LakeSession } from '@zhiheng/lake';
import { type StoredSet, showSet } from '../../stored-set.js';

/** A figure that is opened over the interface. */
export interface MeasuredOpening {
  readonly query: Readonly<Record<string, string>>;
  /** How many records it opens to; null where that is not stored with it. */
  readonly records: number | null;
}

/** A figure as it is stored, of the indicator that it belongs to. */
export interface StoredFigure {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: string | null;
  readonly n: number;
}

/** Of every five openings this one asks for what was left out. */
const leftOutEvery = 5;

/** Queries that open figures: some as they are, some for what was left out of them. */
export function openingsOf(figures: readonly StoredFigure[]): MeasuredOpening[] {
  return figures.map(({ indicator, area, period, breakdown, n }, index) => {
    const leftOut = index % leftOutEvery === leftOutEvery - 1;
    return {
      query: {
        ...{ indicator, area, period, origin: 'computed', dataset: 'synthetic' },
        ...(breakdown === null ? {} : { by: breakdown.replaceAll(';', ',') }),
        ...(leftOut ? { leftOut: 'true' } : {}),
      },
      records: leftOut ? null : n,
    };
  });
}

/** Some figures of some sets, the same for the same seed, each figure as likely as another. */
export async function sampleFigures(
  session: LakeSession,
  sets: ReadonlyMap<string, StoredSet>,
  {
    wanted,
    seed,
    span,
  }: { readonly wanted: number; readonly seed: number; readonly span: Parameters<typeof showSet>[3] },
): Promise<StoredFigure[]> {
  const figures: (StoredFigure & { readonly lot: number })[] = [];
  for (const [indicator, set] of sets) {
    const relation = await showSet(session, 'stored', set, span);
    const lot = `hash(area || period || coalesce(breakdown, '') || '${indicator} ${seed}') % 1000000007`;
    const rows = await session.rows<Omit<StoredFigure, 'indicator'> & { lot: number }>(
      `SELECT area, period, breakdown, n, CAST(${lot} AS INTEGER) AS lot FROM ${relation}
WHERE n > 0 AND (statistic IS NULL OR statistic = 'mean') ORDER BY lot LIMIT ${wanted}`,
    );
    figures.push(...rows.map((row) => ({ indicator, ...row })));
  }
  return figures
    .sort((a, b) => a.lot - b.lot)
    .slice(0, wanted)
    .map(({ lot: _, ...figure }) => figure);
}
