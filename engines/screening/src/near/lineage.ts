import type { TextGroup } from './model.js';

/**
 * What became of former groups. A former group goes on in the group that has most of its members, of several equal ones in that of the earliest core. A group is
 * merged from the former groups that go on in it under another core than its own, and split from the one that most of its members come from while that
 * goes on elsewhere.
 *
 * @param groups in the order of their cores
 */
export function lineageOf(
  groups: readonly Pick<TextGroup, 'core' | 'members'>[],
  former: readonly TextGroup[],
): ReadonlyMap<string, TextGroup['lineage']> {
  const formerOf = new Map<string, string>();
  for (const { core, members } of former) for (const member of members) formerOf.set(member, core);
  const shares = groups.map(({ members }) => {
    const counts = new Map<string, number>();
    for (const member of members) {
      const before = formerOf.get(member);
      if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) + 1);
    }
    return counts;
  });
  const goesOnIn = new Map<string, number>();
  for (const [index, counts] of shares.entries()) {
    for (const [before, count] of counts) {
      const best = goesOnIn.get(before);
      if (best === undefined || count > (shares[best]?.get(before) ?? 0)) goesOnIn.set(before, index);
    }
  }
  return new Map(
    groups.map(({ core }, index) => {
      const counts = [...(shares[index] ?? [])];
      const mergedFrom = counts
        .map(([before]) => before)
        .filter((before) => goesOnIn.get(before) === index && before !== core);
      const [main] = counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
      const splitFrom = main !== undefined && goesOnIn.get(main) !== index ? main : null;
      return [core, { mergedFrom: mergedFrom.sort(), splitFrom }] as const;
    }),
  );
}
