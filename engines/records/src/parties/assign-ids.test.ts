import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Claim, newIds, reclaimIds } from './assign-ids.js';
import { Clusters } from './clusters.js';
import { decisionsOf } from './decisions.js';
import { partyId } from './party-id.js';

it('makes an id of the first sixty bits of a hash', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = BigInt(`0x${createHash('sha256').update('name:拟岚科技|440300').digest('hex').slice(0, 15)}`);
  let text = '';
  for (let at = 0; at < 12; at += 1, bits /= 32n) text = `${letters[Number(bits % 32n)]}${text}`;
  expect(partyId('CN', 'name:拟岚科技|440300')).toBe(`CN-P${text}`);
});

it('gives a second id where one is taken', async () => {
  const key = 'name:a|XX';
  const [first, second] = [partyId('CN', key), partyId('CN', `${key}#2`)];
  expect([...(await newIds('CN', [{ cluster: 7, key }], async (id) => id === first))]).toEqual([[7, second]]);
});

describe('ids of the release before', () => {
  const claim = (cluster: number, key: string, party: string, since = 1, origin = party): Claim => ({
    ...{ cluster, key, party, origin, since },
  });

  it('stay with the code when a party falls apart', () => {
    const claims = [claim(1, 'name:a|x', 'P'), claim(1, 'name:b|x', 'P'), claim(2, 'code:C', 'P')];
    expect([...reclaimIds(claims)]).toEqual([[2, 'P']]);
  });

  it('are the older of two that are one now', () => {
    expect([...reclaimIds([claim(1, 'code:C', 'Q', 2), claim(1, 'name:a|x', 'P', 1)])]).toEqual([[1, 'P']]);
  });

  it('come back to keys that a merge had moved', () => {
    const claims = [claim(1, 'code:C', 'P'), claim(2, 'name:b|x', 'P', 1, 'Q')];
    expect(new Map(reclaimIds(claims))).toEqual(
      new Map([
        [1, 'P'],
        [2, 'Q'],
      ]),
    );
  });
});

describe('clusters', () => {
  it('never join two codes, over others either', () => {
    const clusters = new Clusters(['A', null, 'B', null]);
    expect(clusters.join(0, 1)).toBe(true);
    expect(clusters.join(3, 2)).toBe(true);
    expect(clusters.join(1, 3)).toBe(false);
    expect(clusters.joinDecided(1, 3)).toBe(true);
    expect([0, 1, 2, 3].map((member) => clusters.rootOf(member))).toEqual([0, 0, 0, 0]);
  });

  it('keep apart what somebody set apart', () => {
    const clusters = new Clusters([null, null, null, null]);
    clusters.setApart(0, [0], [3]);
    expect([clusters.join(0, 1), clusters.join(2, 3), clusters.join(1, 2), clusters.joinDecided(1, 2)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('decisions', () => {
  it('lead along a chain, and of two about one pair the later holds', () => {
    const { merged, apart } = decisionsOf({
      merges: [
        { party: 'A', into: 'B', act: 1 },
        { party: 'B', into: 'C', act: 2 },
        { party: 'D', into: 'E', act: 3 },
      ],
      apart: [{ a: 'E', b: 'D', act: 4 }],
    });
    expect(new Map(merged)).toEqual(
      new Map([
        ['A', 'C'],
        ['B', 'C'],
      ]),
    );
    expect(apart).toEqual([{ a: 'E', b: 'D' }]);
  });

  it('cut a circle at its latest act', () => {
    const { merged } = decisionsOf({
      merges: [
        { party: 'A', into: 'B', act: 1 },
        { party: 'B', into: 'C', act: 2 },
        { party: 'C', into: 'A', act: 3 },
      ],
      apart: [],
    });
    expect(new Map(merged)).toEqual(
      new Map([
        ['B', 'A'],
        ['C', 'A'],
      ]),
    );
  });
});
