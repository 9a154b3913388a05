import { describe, expect, it } from 'vitest';
import { groupPairs } from '../../src/near/groups.js';
import type { TextGroup, TextPair } from '../../src/near/model.js';

const pair = (a: string, b: string, jaccard: number, kind: TextPair['kind'] = 'near'): TextPair => ({
  a,
  b,
  field: 'abstract',
  jaccard,
  containment: jaccard,
  kind,
});
/** `N2` was filed on day 2, `N0` on no known day. */
const dayOf = (number: string) => (number === 'N0' ? null : Number(number.slice(1)));
const told = (groups: readonly TextGroup[]) =>
  groups.map(({ core, members }) => [core, ...members.filter((one) => one !== core)].join(' '));

describe('groups', () => {
  it('are stars around the earliest; a chain joins no strangers', () => {
    const chain = [pair('N1', 'N2', 0.7), pair('N2', 'N3', 0.7), pair('N3', 'N4', 0.7)];
    expect(told(groupPairs({ pairs: chain, dayOf, floor: 0.6 }))).toEqual(['N1 N2', 'N3 N4']);
  });

  it('take in what is alike to the core, if only others are paired with it', () => {
    const chain = [pair('N1', 'N2', 0.9), pair('N2', 'N3', 0.9), pair('N3', 'N4', 0.9)];
    const compare = (core: string, other: string) => pair(core, other, other === 'N4' ? 0.5 : 0.8);
    const [group, ...more] = groupPairs({ pairs: chain, dayOf, floor: 0.6, compare });
    expect(more).toEqual([]);
    expect(group?.members).toEqual(['N1', 'N2', 'N3']);
    expect(group?.pairs).toEqual([chain[0], chain[1], pair('N1', 'N3', 0.8)]);
  });

  it('hold copies with the text they are equal to, and nothing below the floor; those without a day come last', () => {
    const pairs = [pair('N3', 'N5', 1, 'same'), pair('N2', 'N3', 0.6), pair('N3', 'N0', 0.65), pair('N8', 'N9', 0.59)];
    expect(told(groupPairs({ pairs, dayOf, floor: 0.6 }))).toEqual(['N2 N3 N5']);
    const late = groupPairs({ pairs: [pair('N7', 'N0', 0.9)], dayOf, floor: 0.6 });
    expect(told(late)).toEqual(['N7 N0']);
  });

  it('tell what they were merged from and split from', () => {
    const before = groupPairs({
      pairs: [pair('N2', 'N3', 0.8), pair('N4', 'N5', 0.8), pair('N4', 'N6', 0.8)],
      dayOf,
      floor: 0.6,
    });
    expect(before.map(({ lineage }) => lineage)).toEqual([
      { mergedFrom: [], splitFrom: null },
      { mergedFrom: [], splitFrom: null },
    ]);
    const joined = ['N2', 'N3', 'N4', 'N5'].map((other) => pair('N1', other, 0.8));
    const [merged] = groupPairs({ pairs: joined, dayOf, floor: 0.6, former: before });
    expect(merged?.lineage).toEqual({ mergedFrom: ['N2', 'N4'], splitFrom: null });
    const apart = [...joined.slice(0, 3), pair('N5', 'N6', 0.9), pair('N5', 'N7', 0.9)];
    const split = groupPairs({
      pairs: apart,
      dayOf,
      floor: 0.6,
      former: groupPairs({ pairs: joined, dayOf, floor: 0.6 }),
    });
    expect(split.map(({ core, lineage }) => [core, lineage.splitFrom])).toEqual([
      ['N1', null],
      ['N5', 'N1'],
    ]);
  });
});
