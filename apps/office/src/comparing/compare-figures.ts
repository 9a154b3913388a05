import { type FigureRow, formatBreakdown } from '@zhiheng/indicators';
import { type Origin, UserFault } from '@zhiheng/vocabulary';
import type { ComparedValue } from '../answers-vintages.js';
import { readFigure } from '../figures.js';
import type { Office } from '../office.js';
import type { Vintage } from '../vintage.js';
import type { VintagePair } from './compared-session.js';
import type { CellFilter } from './difference-sql.js';

/** What came of comparing figures that are read one by one. */
export interface ComparedFigures {
  readonly compared: number;
  readonly rows: readonly ComparedValue[];
}

/**
 * Compares figures of one indicator that no set holds: those made of others, published ones, and those of counties. Without a filter those of
 * every year, of the groups and provincial units.
 */
export async function compareFigures(
  office: Office,
  { before, after }: VintagePair,
  indicator: string,
  origin: Extract<Origin, 'computed' | 'published'>,
  { areas, periods }: CellFilter,
): Promise<ComparedFigures> {
  const asked = { indicator, origin, ...(areas && { area: areas }), ...(periods && { period: periods }) };
  const rowsOf = async (vintage: Vintage): Promise<Map<string, FigureRow>> => {
    const rows = await readFigure(office, { ...asked, vintage: vintage.name }).catch((fault: unknown) => {
      // A vintage may be older than the definition, and than what it is made of.
      if (fault instanceof UserFault && fault.code === 'indicator-unknown') return [];
      throw fault;
    });
    return new Map(rows.map((row) => [keyOf(row), row]));
  };
  const [was, now] = [await rowsOf(before), await rowsOf(after)];
  const keys = [...new Set([...was.keys(), ...now.keys()])].filter((key) =>
    [was.get(key), now.get(key)].some((row) => row !== undefined && row.status !== 'missing'),
  );
  const rows = keys.flatMap((key) => {
    const row = pairOf(was.get(key), now.get(key), origin);
    return row === null ? [] : [row];
  });
  return { compared: keys.length, rows };
}

function keyOf({ office, dataset, area, period, breakdown, statistic }: FigureRow): string {
  return [office, dataset, area, period, formatBreakdown(breakdown) ?? '', statistic ?? ''].join('\n');
}

function pairOf(
  was: FigureRow | undefined,
  now: FigureRow | undefined,
  origin: ComparedValue['origin'],
): ComparedValue | null {
  const row = now ?? was;
  if (row === undefined) return null;
  const [before, after] = [was?.value ?? null, now?.value ?? null];
  const [beforeStatus, afterStatus] = [was?.status ?? 'missing', now?.status ?? 'missing'];
  if (before === after && beforeStatus === afterStatus) return null;
  const { indicator, office, dataset, area, period, breakdown, statistic, unit } = row;
  return {
    ...{ indicator, office, dataset, area, period, breakdown, statistic, unit, origin },
    ...{ before, after, beforeN: null, afterN: null, beforeStatus, afterStatus },
    size: Math.abs((after ?? 0) - (before ?? 0)),
    reasons: [],
  };
}
