import { expect, it } from 'vitest';
import { creditCheckCharacter } from '../src/parties/credit-code.js';
import type { PairSide } from '../src/parties/score-pair.js';
import { drawing } from '../src/places/drawing.js';
import type { HolderRow } from '../src/resolution/planted-session.js';
import { type PlainPair, type PlainParty, scoreAllPairs } from './all-pairs.js';
import { resolved } from './resolved.js';

const cities = ['440300', '440400', '320100', '510100'];

/** Holders with names so near each other, at so few addresses, that many pairs have something in common. */
function crowdedHolders(seed: number, count: number): HolderRow[] {
  const draw = drawing(seed);
  const rows = new Map<string, HolderRow>();
  const letters = [...'岚澜晟珩煜霖泽澄瀚曜'];
  const drawn = (most: number) => draw(Array.from({ length: most }, (_, at) => String(at + 10)));
  for (let number = 0; rows.size < count; number += 1) {
    const name = `拟${Array.from({ length: draw([4, 5, 5, 6]) }, () => draw(letters)).join('')}`;
    const area = draw(cities);
    const body = `91440300MA${String(number).padStart(7, '0')}`;
    const row: HolderRow = {
      ...{ id: '', name: `${name}有限公司`, area, address: `${draw(['创新路', '琴键路'])}第${drawn(80)}号大楼` },
      creditCode: draw([null, null, body + creditCheckCharacter(body)]),
      holderType: draw(['enterprise', 'enterprise', 'enterprise', null, 'other']),
      ...{ agency: `拟${drawn(60)}事务所`, people: [`PS-${drawn(150)}`, `PS-${drawn(150)}`] },
    };
    rows.set(`${name} ${area}`, row);
    const misspelt = [...name].with(draw([1, 2, 3]), draw(letters)).join('');
    if (draw([true, false, false, false]) && !rows.has(`${misspelt} ${area}`)) {
      rows.set(`${misspelt} ${area}`, { ...row, name: `${misspelt}有限公司`, creditCode: null });
    }
  }
  return [...rows.values()].map((row, at) => ({ ...row, id: `r${at}` }));
}

function plainParty(row: HolderRow): PlainParty {
  const { name, area = '', creditCode = null, holderType = null, address = '', agency = '', people = [] } = row;
  const folded = name.replace('有限公司', '');
  const side: PairSide = {
    code: creditCode,
    holderType,
    city: area,
    province: `${area.slice(0, 2)}0000`,
    person: false,
  };
  return {
    side,
    names: new Set([folded]),
    addresses: new Set([address]),
    people: new Set(people),
    agencies: new Set([agency]),
    main: folded,
  };
}

/** Joins certain pairs, the surest first, never two codes; gives the group of each party. */
function joined(parties: readonly PlainParty[], pairs: readonly PlainPair[]): number[] {
  const group = parties.map((_, at) => at);
  const surest = pairs.filter(({ certain }) => certain).sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of surest) {
    const [one, other] = [group[a], group[b]];
    const codes = new Set(
      parties.flatMap(({ side }, at) => (group[at] === one || group[at] === other ? (side.code ?? []) : [])),
    );
    if (one === other || codes.size > 1) continue;
    for (const [at, held] of group.entries()) if (held === other) group[at] = one ?? at;
  }
  return group;
}

it.each([11, 12, 13])('candidates by blocks give what all pairs give, with seed %i', async (seed) => {
  const rows = crowdedHolders(seed, 500);
  const key = ({ creditCode, name, area }: HolderRow) =>
    creditCode ? `code:${creditCode}` : `name:${name.replace('有限公司', '')}|${area}`;
  const sorted = [...rows].sort((x, y) => (key(x) < key(y) ? -1 : 1));
  const parties = sorted.map(plainParty);
  const pairs = scoreAllPairs(parties);
  const group = joined(parties, pairs);
  const found = await resolved(rows);
  const party = sorted.map(({ id }) => found.partyOf(id));
  expect(party.map((one) => party.indexOf(one))).toEqual(group.map((one) => group.indexOf(one)));
  const codesOf = (held: number | undefined) =>
    new Set(parties.flatMap(({ side }, at) => (group[at] === held ? (side.code ?? []) : [])));
  const waiting = new Map<string, number>();
  for (const { a, b, relation, certain, score } of pairs) {
    const codes = new Set([...codesOf(group[a]), ...codesOf(group[b])]);
    if (relation !== 'same?' || certain || group[a] === group[b] || codes.size > 1) continue;
    const pair = [party[a], party[b]].sort().join(' ');
    waiting.set(pair, Math.max(score, waiting.get(pair) ?? 0));
  }
  const open = found.tables.party_pairs.filter(({ relation }) => relation === 'same?');
  expect(new Map(open.map(({ a, b, score }) => [`${a} ${b}`, score]))).toEqual(waiting);
  expect([new Set(group).size < group.length, waiting.size > 20, found.report.joinedByEvidence > 5]).toEqual([
    true,
    true,
    true,
  ]);
});
