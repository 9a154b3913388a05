import { describe, expect, it } from 'vitest';
import { creditCheckCharacter } from '../src/parties/credit-code.js';
import type { HolderRow } from '../src/resolution/planted-session.js';
import { type Resolved, resolved } from './resolved.js';

const code = (body: string) => body + creditCheckCharacter(body);
const [one, two] = [code('91440300MA5EX0001'), code('91440300MA5EX0002')];
const shenzhen = { area: '440300', address: '深圳市创新路18号', holderType: 'enterprise' };
const star = { name: '深圳市拟岚星辰科技有限公司', ...shenzhen };

/** Ids of rows that are one party, each party's together. */
function groups({ partyOf }: Resolved, rows: readonly HolderRow[]): string[] {
  const byParty = new Map<string, string[]>();
  for (const { id } of rows) byParty.set(partyOf(id), [...(byParty.get(partyOf(id)) ?? []), id]);
  return [...byParty.values()].map((ids) => ids.join(' ')).sort();
}

const open = ({ tables }: Resolved) => tables.party_pairs.filter(({ relation }) => relation === 'same?');

describe('rows are one party', () => {
  it.each<[string, HolderRow[], string[]]>([
    [
      'with one code, whatever their names',
      [
        { id: 'a', ...star, creditCode: one },
        { id: 'b', ...star, name: '拟晟新名有限公司', creditCode: one, area: '320100' },
      ],
      ['a b'],
    ],
    [
      'with two codes never',
      [
        { id: 'a', ...star, creditCode: one },
        { id: 'b', ...star, creditCode: two },
      ],
      ['a', 'b'],
    ],
    [
      'by folded name and city',
      [
        { id: 'a', ...star },
        { id: 'b', ...star, name: '深圳市擬嵐星辰科技（有限）責任公司', area: '440305' },
        { id: 'c', ...star, name: '深圳市拟岚星辰 科技股份有限公司', area: '440305' },
      ],
      ['a b c'],
    ],
    [
      'where a code is missing',
      [
        { id: 'a', ...star, creditCode: one },
        { id: 'b', ...star },
      ],
      ['a b'],
    ],
    [
      'not where two codes share the name',
      [
        { id: 'a', ...star, creditCode: one },
        { id: 'b', ...star, creditCode: two },
        { id: 'c', ...star, address: '' },
      ],
      ['a', 'b', 'c'],
    ],
    [
      'where the legal form tells which of two codes',
      [
        { id: 'a', ...star, creditCode: one },
        { id: 'b', ...star, name: '深圳市拟岚星辰科技股份有限公司', creditCode: two },
        { id: 'c', ...star, address: '' },
      ],
      ['a c', 'b'],
    ],
    [
      'where the province alone is known',
      [
        { id: 'a', ...star },
        { id: 'b', ...star, area: '440000', address: '' },
      ],
      ['a b'],
    ],
    [
      'not where that name lies in two cities',
      [
        { id: 'a', ...star },
        { id: 'b', ...star, area: '440000', address: '' },
        { id: 'c', ...star, area: '440400', address: '' },
      ],
      ['a', 'b', 'c'],
    ],
    [
      'where no place is known of a long name',
      [
        { id: 'a', ...star },
        { id: 'b', ...star, area: 'XX', address: '' },
      ],
      ['a b'],
    ],
    [
      'with a character wrong at the same house',
      [
        { id: 'a', ...star },
        { id: 'b', ...star, name: '深圳市拟岚星晨科技有限公司' },
      ],
      ['a b'],
    ],
    [
      'not with a character wrong elsewhere',
      [
        { id: 'a', ...star },
        { id: 'b', ...star, name: '深圳市拟岚星晨科技有限公司', address: '深圳市琴键路7号' },
      ],
      ['a', 'b'],
    ],
    [
      'not a company and its branch',
      [
        { id: 'a', ...star },
        { id: 'b', ...star, name: `${star.name}广州分公司` },
      ],
      ['a', 'b'],
    ],
    [
      'not a university and its hospital',
      [
        { id: 'a', ...star, name: '拟岚大学' },
        { id: 'b', ...star, name: '拟岚大学附属医院' },
      ],
      ['a', 'b'],
    ],
    [
      'not by name in two provinces',
      [
        { id: 'a', ...star, name: '拟岚星辰科技有限公司' },
        { id: 'b', ...star, name: '拟岚星辰科技有限公司', area: '320100', address: '' },
      ],
      ['a', 'b'],
    ],
    [
      'a person by name and city',
      [
        { id: 'a', name: '张拟岚', area: '440300' },
        { id: 'b', name: '張擬嵐', area: '440305' },
        { id: 'c', name: '张拟岚', area: '440400' },
      ],
      ['a b', 'c'],
    ],
    [
      'not two joint holders with names alike',
      [
        { id: 'a', ...star },
        { id: 'a', ...star, name: '深圳市拟岚星晨科技有限公司' },
        { id: 'b', ...star },
      ],
      ['a a b'],
    ],
  ])('%s', async (what, rows, expected) => {
    const found = await resolved(rows);
    if (what.startsWith('not two joint')) {
      expect(found.report.parties).toBe(2);
      expect(open(found)).toHaveLength(0);
    } else expect(groups(found, rows)).toEqual(expected);
  });

  it('and what stays open waits with its evidence', async () => {
    const rows = [
      { id: 'a', ...star },
      { id: 'b', ...star, name: '深圳市拟岚星晨科技有限公司', address: '' },
    ];
    const found = await resolved(rows);
    const [pair, ...others] = open(found);
    expect(others).toEqual([]);
    expect([pair?.a, pair?.b]).toEqual([found.partyOf('a'), found.partyOf('b')].sort());
    expect(JSON.parse(String(pair?.evidence))).toEqual([
      { kind: 'one-character', weight: 0.65, detail: expect.stringMatching(/星[辰晨]科技 ~ .*星[辰晨]科技/) },
    ]);
  });
});

it('persons stand under their pseudonym, their names nowhere', async () => {
  const found = await resolved([{ id: 'a', name: '张拟岚', area: '440300', holderType: 'individual' }]);
  expect(found.tables.parties).toMatchObject([{ name: 'PS-岚拟张', holder_type: 'individual', records: 1, names: 1 }]);
  expect(JSON.stringify(found.tables)).not.toContain('张拟岚');
});

describe('ids', () => {
  const bare: HolderRow = { id: 'a', ...star };
  const coded: HolderRow = { id: 'b', ...star, creditCode: one };
  const other: HolderRow = { id: 'c', ...star, name: '广州拟澜材料有限公司', area: '440100', address: '' };

  it('are the same in whatever order rows come', async () => {
    const [forwards, backwards] = [await resolved([bare, coded, other]), await resolved([other, coded, bare])];
    expect(backwards.tables).toEqual(forwards.tables);
  });

  it('stay when a code becomes known, with it, and without it again', async () => {
    const first = await resolved([bare, other]);
    const second = await resolved([coded, other], first);
    expect(second.partyOf('b')).toBe(first.partyOf('a'));
    const third = await resolved([other], second);
    expect(third.tables.party_keys).toEqual(second.tables.party_keys);
    const fourth = await resolved([bare, { ...coded, name: '深圳拟岚新名有限公司' }], third);
    expect([fourth.partyOf('a'), fourth.partyOf('b')]).toEqual([first.partyOf('a'), first.partyOf('a')]);
  });

  it('stay when a place becomes known, and when it is settled otherwise; not where two may be meant', async () => {
    const vague = { ...bare, area: 'XX', address: '' };
    const first = await resolved([vague, other]);
    const second = await resolved([bare, other], first);
    expect(second.partyOf('a')).toBe(first.partyOf('a'));
    const elsewhere = { ...bare, area: '320100' };
    expect((await resolved([elsewhere], second)).partyOf('a')).toBe(first.partyOf('a'));
    const both = await resolved([bare, { ...elsewhere, id: 'e' }], first);
    expect([both.partyOf('a'), both.partyOf('e')]).not.toContain(first.partyOf('a'));
  });

  it('are one after a merge, the other an alias that lasts, and two again when they are set apart', async () => {
    const first = await resolved([bare, other]);
    const [party, into] = [first.partyOf('c'), first.partyOf('a')];
    const merges = [{ party, into, act: 1 }];
    const second = await resolved([bare, other], first, { merges });
    expect([second.partyOf('a'), second.partyOf('c')]).toEqual([into, into]);
    expect(second.tables.parties).toMatchObject(
      [
        { party: into, alias_of: null, records: 2 },
        { party, alias_of: into, records: 0 },
      ].sort((x, y) => (x.party < y.party ? -1 : 1)),
    );
    const without = await resolved([bare], second, { merges });
    expect(without.tables.parties.map((row) => [row.party, row.alias_of])).toContainEqual([party, into]);
    const again = await resolved([bare, other], without, { merges });
    expect(again.partyOf('c')).toBe(into);
    const apart = await resolved([bare, other], again, { merges, apart: [{ a: party, b: into, act: 2 }] });
    expect([apart.partyOf('a'), apart.partyOf('c')]).toEqual([into, party]);
    expect(apart.tables.parties.every(({ alias_of }) => alias_of === null)).toBe(true);
  });

  it('are two where somebody set apart what looks like one, and the pair waits no longer', async () => {
    const wrong = { ...bare, id: 'd', name: '深圳市拟岚星晨科技有限公司', address: '' };
    const first = await resolved([bare, wrong]);
    const apart = [{ a: first.partyOf('a'), b: first.partyOf('d'), act: 1 }];
    expect(open(first)).toHaveLength(1);
    expect(open(await resolved([bare, wrong], first, { apart }))).toHaveLength(0);
    const near = { ...wrong, address: star.address };
    expect(groups(await resolved([bare, near], first), [bare, near])).toEqual(['a d']);
    expect(groups(await resolved([bare, near], first, { apart }), [bare, near])).toEqual(['a', 'd']);
  });

  it('leave an alias where evidence makes two one, which comes back when the evidence goes', async () => {
    const wrong = { ...bare, id: 'd', name: '深圳市拟岚星晨科技有限公司', address: '' };
    const first = await resolved([bare, wrong]);
    const second = await resolved([bare, { ...wrong, address: star.address }], first);
    expect(second.partyOf('d')).toBe(second.partyOf('a'));
    expect(second.tables.parties).toHaveLength(2);
    const third = await resolved([bare, wrong], second);
    expect([third.partyOf('a'), third.partyOf('d')]).toEqual([first.partyOf('a'), first.partyOf('d')]);
  });
});
