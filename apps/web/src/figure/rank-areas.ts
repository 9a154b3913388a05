import type { Observation } from '@zhiheng/vocabulary';

export interface RankedArea {
  readonly area: string;
  /** Equal values share a rank, and the next rank is passed over; null without a value. */
  readonly rank: number | null;
  readonly row: Observation | null;
}

/** Areas by value, the best first; those without one at the end. `byName` orders equals. */
export function rankAreas(
  areas: readonly string[],
  rows: readonly Observation[],
  lowestFirst: boolean,
  byName: (a: string, b: string) => number,
): RankedArea[] {
  const byArea = new Map(rows.map((row) => [row.area, row]));
  const listed = areas.map((area) => ({ area, row: byArea.get(area) ?? null }));
  const value = (entry: (typeof listed)[number]) => entry.row?.value ?? null;
  listed.sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byName(a.area, b.area);
    return (lowestFirst ? left - right : right - left) || byName(a.area, b.area);
  });
  return listed.map((entry) => {
    const own = value(entry);
    return { ...entry, rank: own === null ? null : listed.findIndex((other) => value(other) === own) + 1 };
  });
}
