import type { AreaDirectory } from '@zhiheng/vocabulary';
import { placeSeparator } from './owner-joins.js';

/**
 * So many parts make a whole record where it is shared out: a number that 1 to 26 holders divide, so that sums of shares are whole
 * numbers, exact in any order. With more holders a share is the nearest part. Sums of 340 million records fit into an integer.
 */
export const wholeShare = 26_771_144_400;

/** The areas around the areas of some holders, each once, and how much of a record of theirs belongs there, in parts of `wholeShare`. */
export function sharesAround(areas: AreaDirectory, place: string): Map<string, number> {
  const holders = place.split(placeSeparator);
  const counts = new Map<string, number>();
  for (const holder of holders) {
    for (const area of areas.lineage(holder)) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return new Map([...counts].map(([area, count]) => [area, Math.round((count * wholeShare) / holders.length)]));
}

/** SQL of a sum of such parts as a number of records: whole ones exactly. */
export function shareValue(parts: string): string {
  const sum = `CAST(${parts} AS BIGINT)`;
  const rest = `${sum} % ${wholeShare}`;
  return `CAST(CAST((${sum} - ${rest}) / ${wholeShare} AS BIGINT) AS DOUBLE PRECISION) + CAST(${rest} AS DOUBLE PRECISION) / ${wholeShare}`;
}

/** The same holders as few as share in the same way: of twice as many in each area, half. */
export function fewestHolders(holders: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const area of [...holders].sort()) counts.set(area, (counts.get(area) ?? 0) + 1);
  const divisor = [...counts.values()].reduce(commonDivisor);
  return [...counts].flatMap(([area, count]) => Array.from({ length: count / divisor }, () => area));
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
