import { foldedCharacters } from '../near/passages.js';

/** Jaccard of the pairs of neighbouring characters of two titles, whatever their width, case, spaces and characters; 1 for the same title. */
export function titleLikeness(title: string, other: string): number {
  const [own, theirs] = [runs(title), runs(other)];
  const common = [...own].filter((run) => theirs.has(run)).length;
  const all = own.size + theirs.size - common;
  return all === 0 ? 1 : common / all;
}

function runs(title: string): Set<string> {
  const folded = [...foldedCharacters(title)];
  if (folded.length < 2) return new Set(folded);
  return new Set(folded.slice(1).map((character, at) => `${folded[at]}${character}`));
}
