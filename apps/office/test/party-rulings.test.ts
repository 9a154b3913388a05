import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLakeSession } from '@zhiheng/lake';
import {
  type CommandOutcome,
  carryOut,
  type Office,
  type PartiesAnswer,
  type PartyAnswer,
  type PartyDecidedAnswer,
  type PartyReviewAnswer,
  type RecordsAnswer,
} from '@zhiheng/office';
import { type Actor, localOperator, type Role, visitor, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantParties } from './planted-parties.js';
import { SmallOffice } from './small-office.js';

const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, title: t, holders: { from: h, split: ";" }, area: { from: a, split: ";" } }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], completeness: full }
`;
const rows = [
  '202310000011,invention,2023-01-05,甲一,甲公司,440305',
  '202310000022,invention,2023-01-05,甲二,甲公司;乙公司,440305;110105',
  '202310000033,invention,2023-01-05,甲三,甲司,440305',
  '202310000044,invention,2023-01-05,乙一,乙公司,110105',
];
const [a, b, c, old] = ['CN-Paaaaaaaaaaaa', 'CN-Pbbbbbbbbbbbb', 'CN-Pcccccccccccc', 'CN-Poooooooooooo'] as const;

function account(name: string, role: Role, areas: Actor['areas']): Actor {
  return { ...visitor(null), person: `account:${name}`, kind: 'account', account: name, roles: [role], areas };
}
const screener = account('qian', 'screener', 'everywhere');
const planner = account('zhou', 'planner', 'everywhere');
const guangdong = account('wu', 'region', ['440000']);

describe('deciding about parties', () => {
  const small = new SmallOffice();
  let office: Office;
  let release: () => void = () => {};
  let held: Promise<void>;

  beforeAll(async () => {
    const [file, map] = [join(small.path, 't.csv'), join(small.path, 'map.yaml')];
    writeFileSync(file, `n,k,f,t,h,a\n${rows.join('\n')}\n`);
    writeFileSync(map, mapping);
    await small.run('load', { paths: [file], mapping: map });
    await new Promise<void>((opened) => {
      held = small.use(async (one) => {
        office = one;
        opened();
        await new Promise<void>((end) => {
          release = end;
        });
      });
    });
  });
  afterAll(async () => {
    release();
    await held;
    small.remove();
  });

  async function ask<Answer>(name: string, input: object, actor: Actor = localOperator('test')): Promise<Answer> {
    return ((await carryOut(name, input, { office, actor, onProgress: () => {} })) as CommandOutcome<Answer>).json;
  }

  it('has no parties before the first release', async () => {
    expect(await ask<PartiesAnswer>('parties-list', {})).toEqual({ release: null, total: 0, rows: [], next: null });
    expect(await ask<PartyReviewAnswer>('parties-review', {})).toMatchObject({ release: null, open: 0 });
    const merge = ask('parties-merge', { a, b, reason: '同址' });
    await expect(merge).rejects.toMatchObject({ code: 'release-missing' });
    await expect(ask('parties-show', { party: a })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lists, finds and opens them', async () => {
    await ask('release-create', { name: 'first' });
    await plant('planted', 0);
    const list = await ask<PartiesAnswer>('parties-list', {});
    expect(list.rows.map(({ party, name, records, area }) => [party, name, records, area.area])).toEqual([
      [a, '甲公司', 2, '440305'],
      [c, '乙公司', 2, '110105'],
      [b, '甲司', 1, '440305'],
    ]);
    const found = async (words: string) =>
      (await ask<PartiesAnswer>('parties-list', { words })).rows.map(({ party }) => party);
    expect(await found('甲')).toEqual([a, b]);
    expect(await found(old)).toEqual([a]);
    expect(await found('91440300708461136t')).toEqual([a]);
    expect(await found('丙')).toEqual([]);
    const pages = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await ask<PartiesAnswer>('parties-list', { limit: 1, ...(after === undefined ? {} : { after }) });
      pages.push(...page.rows.map(({ party }) => party));
      after = page.next;
    }
    expect(pages).toEqual([a, c, b]);
    // An alias opens the party it stands for.
    const party = await ask<PartyAnswer>('parties-show', { party: old });
    expect(party).toMatchObject({ release: 'planted', party: { party: a }, aliases: [old], rulings: [] });
    expect(party.names).toEqual([{ name: '甲公司', creditCode: null, country: null, area: '440305', rows: 2 }]);
    expect(party.records).toEqual([
      { id: 'CN:202310000011', title: '甲一', present: true },
      { id: 'CN:202310000022', title: '甲二', present: true },
    ]);
    expect(party.related.map(({ other, relation }) => [other.party, relation])).toEqual([
      [b, 'same?'],
      [c, 'same?'],
    ]);
    const first = await ask<PartyAnswer>('parties-show', { party: a, limit: 1 });
    const second = await ask<PartyAnswer>('parties-show', { party: a, limit: 1, after: first.next });
    expect([...first.records, ...second.records]).toEqual(party.records);
    expect(second.next).toBeNull();
  });

  it('shows a region its own and masks names', async () => {
    expect((await ask<PartiesAnswer>('parties-list', {}, guangdong)).rows.map(({ party }) => party)).toEqual([a, b]);
    expect((await ask<PartyReviewAnswer>('parties-review', {}, guangdong)).rows.map((row) => row.b.party)).toEqual([b]);
    await expect(ask('parties-show', { party: c }, guangdong)).rejects.toMatchObject({ code: 'not-found' });
    const masked = await ask<PartyAnswer>('parties-show', { party: a }, planner);
    expect(masked.party).toMatchObject({ name: '甲＊＊', creditCode: null });
    expect(JSON.stringify(masked)).not.toMatch(/甲公司|科苑路|7084/);
    expect(masked.records).toEqual([]);
    const search = ask('parties-list', { words: '甲' }, planner);
    await expect(search).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('tells the party of the holder that a record names, unless names are masked', async () => {
    await ask('compute', { release: 'planted', effective: '2024-01-31' });
    const figure = { indicator: 'patent-applications', area: 'ALL', period: '2023', origin: 'computed' };
    const parties = async (actor?: Actor) =>
      (await ask<RecordsAnswer>('records', figure, actor)).rows.map(({ holder, party }) => [holder, party]);
    expect(await parties()).toEqual([
      ['甲公司', a],
      ['甲公司', a],
      ['甲司', b],
      ['乙公司', c],
    ]);
    expect(await parties(planner)).toEqual([
      ['甲＊＊', null],
      ['甲＊＊', null],
      ['甲＊＊', null],
      ['乙＊＊', null],
    ]);
  });

  it('lets whoever may decide: screeners everywhere, a region about its own, planners not at all', async () => {
    const merge = (one: string, other: string, actor: Actor) =>
      ask('parties-merge', { a: one, b: other, reason: '同址' }, actor);
    await expect(merge(b, a, planner)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(merge(a, c, guangdong)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(merge(a, 'CN-Pnone', guangdong)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(merge(a, 'CN-Pnone', screener)).rejects.toMatchObject({ code: 'not-found' });
    await expect(merge(old, b, screener)).rejects.toMatchObject({ code: 'ruling-refused', detail: { expected: a } });
    expect(await merge(b, a, guangdong)).toMatchObject({
      kind: 'merge',
      a: b,
      b: a,
      standing: 'in-next',
      // Who decides has seen the names; the answer does not give them out again.
      parties: [{ name: '甲＊＊' }, { name: '甲＊＊' }],
    });
    await expect(ask('parties-apart', { a, b, reason: '二者' }, screener)).rejects.toMatchObject({
      code: 'state-changed',
      detail: { values: { who: 'account:wu', act: 'parties:merge' } },
    });
  });

  it('takes what is decided off the list of those that wait, and puts it back', async () => {
    const waiting = async () =>
      (await ask<PartyReviewAnswer>('parties-review', {})).rows.map((row) => `${row.a.party} ${row.b.party}`);
    expect(await waiting()).toEqual([`${a} ${c}`]);
    await ask('parties-apart', { a: c, b: a, reason: '两家' }, screener);
    expect(await waiting()).toEqual([]);
    const decided = await ask<PartyDecidedAnswer>('parties-decided', {});
    expect(decided.rows.map(({ kind, standing }) => [kind, standing])).toEqual([
      ['apart', 'in-next'],
      ['merge', 'in-next'],
    ]);
    expect(decided.nextRelease).toEqual({ newest: 'planted', taken: 2, left: 0, records: 1 });
    const undo = { a, b: c, reason: '再看' };
    const act = decided.rows[1]?.made.act;
    await expect(ask('parties-undo', { ...undo, act }, screener)).rejects.toMatchObject({ code: 'state-changed' });
    await expect(ask('parties-undo', undo, guangdong)).rejects.toMatchObject({ code: 'not-allowed' });
    await ask('parties-undo', undo, screener);
    expect(await waiting()).toEqual([`${a} ${c}`]);
  });

  it('keeps releases as they are: what was decided later is in the next, and what was undone later stays', async () => {
    const position = (await office.ledger.page({ limit: 1 }))[0]?.number ?? 0;
    await plant('second', position);
    await ask('parties-undo', { a, b, reason: '不是' }, screener);
    const { rows: decided, nextRelease } = await ask<PartyDecidedAnswer>('parties-decided', {});
    expect(decided.map(({ kind, standing }) => [kind, standing])).toEqual([
      ['apart', 'past'],
      ['merge', 'leaves-next'],
    ]);
    expect(nextRelease).toMatchObject({ newest: 'second', taken: 0, left: 1 });
    expect((await office.rulings.extract(position)).merges).toEqual([{ party: b, into: a, act: decided[1]?.made.act }]);
    expect((await office.rulings.extract()).merges).toEqual([]);
    const acts = (await office.ledger.acts()).map(({ kind }) => kind).filter((kind) => kind.startsWith('parties:'));
    expect(acts).toEqual(['parties:merge', 'parties:apart', 'parties:undo', 'parties:undo']);
  });

  /** Tables of parties as a release has them, written by hand. */
  async function plant(name: string, position: number): Promise<void> {
    const { release: newest } = await office.release();
    const session = await openLakeSession(newest, office.store, wholeOffice);
    const told = await session.rows<{ name: string; country: string | null; area: string; rows: number }>(
      'SELECT name, country, area, count(*) AS rows FROM patent_holders GROUP BY ALL ORDER BY ALL',
    );
    session.close();
    const partyOf: Readonly<Record<string, string>> = { 甲公司: a, 甲司: b, 乙公司: c };
    const party = { holder_type: 'enterprise', alias_of: null };
    const evidence = (detail: string) => JSON.stringify([{ kind: 'same-address', weight: 0.5, detail }]);
    await plantParties(
      office,
      name,
      {
        parties: [
          {
            ...party,
            party: a,
            name: '甲公司',
            credit_code: '91440300708461136T',
            area: '440305',
            records: 2,
            names: 1,
          },
          { ...party, party: b, name: '甲司', area: '440305', records: 1, names: 1 },
          { ...party, party: c, name: '乙公司', area: '110105', records: 2, names: 1 },
          { party: old, area: '440305', records: 0, names: 0, alias_of: a },
        ],
        party_names: told.map((one) => ({
          ...one,
          key: createHash('md5')
            .update([one.name, '', one.country ?? '', one.area].join('\u001f'))
            .digest('hex'),
          party: partyOf[one.name] ?? null,
        })),
        party_keys: [],
        party_pairs: [
          { a, b, relation: 'same?', score: 0.8, evidence: evidence('科苑路15号') },
          { a, b: c, relation: 'same?', score: 0.6, evidence: evidence('科苑路15号') },
          { a: b, b: c, relation: 'related', score: 0.3, evidence: evidence('科苑路15号') },
        ],
      },
      position,
    );
  }
});
