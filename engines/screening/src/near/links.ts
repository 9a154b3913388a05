import { fromFingerprints } from './fingerprint-join.js';
import type { NearSettings } from './settings.js';

/** Two classes of texts that were compared exactly; `one` is the smaller number. */
export interface Link {
  readonly one: number;
  readonly other: number;
  /** Distinct shingles of each and in both. */
  readonly sizeOfOne: number;
  readonly sizeOfOther: number;
  readonly both: number;
  /** What brought them together: bands, fingerprints, or both. */
  readonly origin: number;
}

/** Shingles in both of those in either. */
export function jaccardOf({ sizeOfOne, sizeOfOther, both }: Link): number {
  return jaccardOfSizes(sizeOfOne, sizeOfOther, both);
}

/** The same of how many shingles there are in each and in both. */
export function jaccardOfSizes(one: number, other: number, both: number): number {
  const either = one + other - both;
  return either === 0 ? 0 : both / either;
}

/** Share of the shingles of the smaller that the larger has. */
export function containmentOf({ sizeOfOne, sizeOfOther, both }: Link): number {
  return containmentOfSizes(sizeOfOne, sizeOfOther, both);
}

/** The same of how many shingles there are in each and in both. */
export function containmentOfSizes(one: number, other: number, both: number): number {
  const smaller = Math.min(one, other);
  return smaller === 0 ? 0 : both / smaller;
}

/** Share of the shingles of a class of the link that the other has. */
export function shareOf(link: Link, one: number): number {
  return link.both / (one === link.one ? link.sizeOfOne : link.sizeOfOther);
}

/** Whether a pair that was brought together like this is kept. */
export function isKept(link: Link, settings: NearSettings): boolean {
  if (link.origin === 0) return false;
  if (jaccardOf(link) >= settings.nearFloor) return true;
  return (link.origin & fromFingerprints) !== 0 && containmentOf(link) >= settings.sourceFloor;
}
