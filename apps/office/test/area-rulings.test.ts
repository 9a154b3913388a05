import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLakeSession } from '@zhiheng/lake';
import { type CommandOutcome, carryOut, type Office, type SettledAnswer, type UnresolvedAnswer } from '@zhiheng/office';
import { type Actor, localOperator, type Role, visitor, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, holders: { from: h, split: ";" }, holder_addresses: { from: b, split: "|" } }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], completeness: full }
`;
/** 朝阳区 lies in Beijing and in Changchun, 鼓楼区 in Nanjing and in Xuzhou. */
const rows = [
  '202310000011,invention,2023-01-05,甲公司,朝阳区建国路1号',
  '202310000022,invention,2023-01-05,乙公司,朝阳区建国路1号',
  '202310000033,invention,2023-01-05,甲公司,江苏省鼓楼区中山路',
  '202310000044,invention,2023-01-05,甲公司,北京市朝阳区三里屯',
  '202310000055,invention,2023-01-05,丙公司,某处7号',
  '202310000066,invention,2023-01-05,丙公司,北京市海淀区清华园1号',
  '202310000077,invention,2023-01-05,丁公司;戊公司,朝阳区人民路2号|江苏省南京市玄武区',
];

function account(name: string, role: Role, areas: Actor['areas']): Actor {
  return { ...visitor(null), person: `account:${name}`, kind: 'account', account: name, roles: [role], areas };
}
const statistician = account('li', 'statistician', 'everywhere');
const auditor = account('sun', 'auditor', 'everywhere');
const jiangsu = account('wu', 'region', ['320000']);
const nanjing = account('he', 'region', ['320100']);

describe('settling addresses of an office', () => {
  const small = new SmallOffice();
  let office: Office;
  const ids = new Map<string, string>();
  let release: () => void = () => {};
  let held: Promise<void>;

  beforeAll(async () => {
    const [file, map] = [join(small.path, 't.csv'), join(small.path, 'map.yaml')];
    writeFileSync(file, `n,k,f,h,b\n${rows.join('\n')}\n`);
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
    const call = { office, actor, onProgress: () => {} };
    return ((await carryOut(name, input, call)) as CommandOutcome<Answer>).json;
  }
  const unresolved = (input: object = {}, actor?: Actor) => ask<UnresolvedAnswer>('areas-unresolved', input, actor);
  const settle = (addresses: readonly string[], area: string, actor?: Actor, reason = '地图') =>
    ask('areas-settle', { ids: addresses.map((one) => ids.get(one) ?? one), area, reason }, actor);

  it('lists them with what may be meant, most records first', async () => {
    const { open, records, matching, rows: listed, next } = await unresolved();
    expect([open, records, matching, next]).toEqual([4, 5, 4, null]);
    for (const { address, id } of listed) ids.set(address ?? '', id);
    const told = listed.map(({ address, records: number, counted, candidates, suggested, alike }) => ({
      address,
      number,
      counted: counted.area,
      candidates: candidates.map(({ area, elsewhere }) => [area, elsewhere]),
      suggested: suggested?.area ?? null,
      alike,
    }));
    expect(told[0]).toEqual({
      address: '朝阳区建国路1号',
      number: 2,
      counted: 'XX',
      // 甲公司 has another record in Beijing's.
      candidates: [
        ['110105', 1],
        ['220104', 0],
      ],
      suggested: '110105',
      alike: 1,
    });
    expect(told.find(({ address }) => address === '江苏省鼓楼区中山路')).toMatchObject({
      counted: '320000',
      candidates: [
        ['320106', 0],
        ['320302', 0],
      ],
      suggested: null,
      alike: 0,
    });
    // The address names nothing; the holder stands in one other place.
    expect(told.find(({ address }) => address === '某处7号')).toMatchObject({
      candidates: [['110108', 1]],
      suggested: '110108',
      alike: 0,
    });
    const first = listed[0]?.candidates[0];
    expect([first?.names['zh-Hans'], first?.found]).toEqual(['北京 朝阳区', { start: 0, end: 3 }]);
  });

  it('narrows and pages', async () => {
    const addresses = async (input: object) => (await unresolved(input)).rows.map(({ address }) => address).sort();
    expect(await addresses({ only: 'nothing' })).toEqual(['某处7号']);
    expect(await addresses({ candidates: '110105,220104' })).toEqual(['朝阳区人民路2号', '朝阳区建国路1号'].sort());
    expect(await addresses({ words: '中山' })).toEqual(['江苏省鼓楼区中山路']);
    const seen: (string | null)[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await unresolved({ limit: 1, ...(after === undefined ? {} : { after }) });
      seen.push(...page.rows.map(({ address }) => address));
      after = page.next;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen)).toEqual(new Set(ids.keys()));
  });

  it('shows a region its own, and masks what a role may not see', async () => {
    // The joint application of 丁公司 and 戊公司 is Nanjing's too.
    expect((await unresolved({}, jiangsu)).rows.map(({ address }) => address).sort()).toEqual(
      ['朝阳区人民路2号', '江苏省鼓楼区中山路'].sort(),
    );
    const masked = await unresolved({}, auditor);
    expect(masked.open).toBe(4);
    expect(masked.rows.map(({ address, text, evidence }) => [address, text, evidence])).toEqual(
      Array.from({ length: 4 }, () => [null, null, []]),
    );
    await expect(unresolved({ words: '某' }, auditor)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('lets a region settle only what is counted in its areas and stays there', async () => {
    const gulou = '江苏省鼓楼区中山路';
    const notAllowed = { code: 'not-allowed' };
    await expect(settle(['朝阳区人民路2号'], '320106', jiangsu)).rejects.toMatchObject(notAllowed);
    await expect(settle([gulou], '110105', jiangsu)).rejects.toMatchObject(notAllowed);
    await expect(settle([gulou, '某处7号'], '320106', jiangsu)).rejects.toMatchObject(notAllowed);
    // The address is counted for the province, which is more than the city's office has.
    await expect(settle([gulou], '320106', nanjing)).rejects.toMatchObject(notAllowed);
    await expect(settle([gulou], '320106', auditor)).rejects.toMatchObject(notAllowed);
    await settle([gulou], '320106', jiangsu);
    const own = await ask<SettledAnswer>('areas-settled', {}, jiangsu);
    expect(own.rows.map(({ address, settled }) => [address, settled.area])).toEqual([[gulou, '320106']]);
    expect((await ask<SettledAnswer>('areas-settled', {}, auditor)).rows.map(({ address }) => address)).toEqual([null]);
    const undo = { id: ids.get(gulou), reason: '看错' };
    await expect(ask('areas-unsettle', undo, nanjing)).rejects.toMatchObject(notAllowed);
    await ask('areas-unsettle', undo, jiangsu);
  });

  it('refuses what cannot be right, and says what would be', async () => {
    const refused: readonly (readonly [readonly string[], string, string, object])[] = [
      [['某处7号'], '110119999', '地图', { code: 'area-unknown' }],
      [['某处7号'], 'CN', '地图', { code: 'area-unknown' }],
      [['某处7号'], 'XX', '地图', { code: 'area-unknown' }],
      // 卢湾区 was merged into 黄浦区.
      [['某处7号'], '310103', '地图', { code: 'area-unknown', detail: { didYouMean: '310101' } }],
      [['A-none'], '110105', '地图', { code: 'not-found' }],
      [[], '110105', '地图', { code: 'usage' }],
      [['某处7号'], '110105', ' ', { code: 'reason-missing' }],
      [['江苏省鼓楼区中山路'], '110105', '地图', { code: 'ruling-refused', detail: { expected: 'an area in 320000' } }],
      [['江苏省鼓楼区中山路'], '320000', '地图', { code: 'ruling-refused' }],
    ];
    for (const [addresses, area, reason, fault] of refused) {
      await expect(settle(addresses, area, statistician, reason), String(addresses)).rejects.toMatchObject(fault);
    }
  });

  it('settles alike addresses together, tells whoever comes second, and takes it back', async () => {
    await ask('release-create', { name: 'first' });
    const both = ['朝阳区建国路1号', '朝阳区人民路2号'];
    await settle(both, '110105', statistician);
    await expect(settle(both, '220104')).rejects.toMatchObject({
      code: 'state-changed',
      detail: { values: { who: 'account:li' } },
    });
    expect((await unresolved()).rows.map(({ address }) => address).sort()).toEqual(
      ['某处7号', '江苏省鼓楼区中山路'].sort(),
    );
    const { nextRelease, rows: settled } = await ask<SettledAnswer>('areas-settled', {});
    expect(nextRelease).toEqual({ newest: 'first', taken: 2, left: 0, records: 3 });
    const states = settled.map(({ address, standing }) => [address, standing]);
    expect(states).toContainEqual(['朝阳区建国路1号', 'in-next']);
    expect(states).toContainEqual(['江苏省鼓楼区中山路', 'past']);
    await ask('areas-unsettle', { id: ids.get('朝阳区建国路1号'), reason: '看错' }, statistician);
    expect((await unresolved()).open).toBe(3);
    const acts = (await office.ledger.acts()).map(({ kind }) => kind).filter((kind) => kind.startsWith('areas:'));
    expect(acts).toEqual(['areas:settle', 'areas:unsettle', 'areas:settle', 'areas:settle', 'areas:unsettle']);
    expect(await ask('audit-verify', {})).toMatchObject({ ok: true });
  });

  it('has the next release count by it, and leaves the one before as it was', async () => {
    await ask('release-create', { name: 'second' });
    const areasIn = async (name: string) => {
      const { release: frozen } = await office.release(name);
      const session = await openLakeSession(frozen, office.store, wholeOffice);
      const held = await session.rows<{ address: string; area: string }>(
        `SELECT DISTINCT address, area FROM patent_holders WHERE contains(address, '朝阳区') ORDER BY address`,
      );
      session.close();
      return held.map(({ address, area }) => `${address} ${area}`);
    };
    const open = ['北京市朝阳区三里屯 110105', '朝阳区人民路2号 XX', '朝阳区建国路1号 XX'];
    expect(await areasIn('first')).toEqual(open);
    expect(await areasIn('second')).toEqual(open.with(1, '朝阳区人民路2号 110105'));
    const { nextRelease, rows: settled } = await ask<SettledAnswer>('areas-settled', {});
    expect(nextRelease).toEqual({ newest: 'second', taken: 0, left: 0, records: 0 });
    expect(settled.map(({ address, standing }) => [address, standing])).toContainEqual([
      '朝阳区人民路2号',
      'in-release',
    ]);
    // What stands in a release and is undone afterwards leaves the next one, not this one.
    await ask('areas-unsettle', { id: ids.get('朝阳区人民路2号'), reason: '看错' }, statistician);
    expect(await areasIn('second')).toEqual(open.with(1, '朝阳区人民路2号 110105'));
    await ask('release-create', { name: 'third' });
    expect(await areasIn('third')).toEqual(open);
  });
});
