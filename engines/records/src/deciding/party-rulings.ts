import { UserFault } from '@zhiheng/vocabulary';
import { pairOf, type Ruling } from './ruling.js';

/** What stands between a ruling over parties and those that stand already; null when nothing does. */
export function partyConflict(
  kind: 'merge' | 'apart',
  { a, b }: { readonly a: string; readonly b: string },
  standing: readonly Ruling[],
): UserFault | null {
  if (a === b) return refused('a party is named twice', a, 'two parties');
  const into = new Map(
    standing.flatMap((one) => (one.kind === 'merge' ? [[one.content.party, one.content.into]] : [])),
  );
  const last = (party: string): string => {
    const next = into.get(party);
    return next === undefined ? party : last(next);
  };
  if (last(a) === last(b)) return refused('both are one party by what was decided before', a, 'undo that first');
  if (kind === 'apart') return null;
  for (const party of [a, b]) {
    if (into.has(party)) return refused(`${party} is merged already`, party, `${last(party)}, which it is known under`);
  }
  const together = new Set([a, b]);
  const apart = standing.find((one) => {
    return one.kind === 'apart' && together.has(last(one.content.a)) && together.has(last(one.content.b));
  });
  if (apart?.kind !== 'apart') return null;
  const held = pairOf(apart.content.a, apart.content.b);
  return refused(`act ${apart.made.act} says that ${held.replace('~', ' and ')} are two`, held, 'undo that first');
}

function refused(what: string, found: string, expected: string): UserFault {
  return new UserFault('ruling-refused', { found, expected, values: { what } });
}
