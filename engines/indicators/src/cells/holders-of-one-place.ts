import { part } from '../compute/sql-parts.js';

/**
 * Parties that count in one place alone are counted there, and the numbers of places are added up to those of areas; only parties with
 * several places have to be looked at area by area, since an area that holds two of them counts a party once. Most are of the first sort.
 */

/** `of_several`: the parties that count in several places of `source`. */
export function ofSeveralPlaces(source: string): string {
  return part('of_several', `SELECT party FROM ${source} GROUP BY party HAVING min(place) <> max(place)`);
}

export const ofOnePlace = 'party NOT IN (SELECT party FROM of_several)';
export const ofSeveral = 'party IN (SELECT party FROM of_several)';
