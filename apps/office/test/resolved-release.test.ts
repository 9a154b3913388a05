import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLakeSession, type Release, segmentsOf } from '@zhiheng/lake';
import {
  type CommandOutcome,
  carryOut,
  type Office,
  type PartiesAnswer,
  type ReleaseAnswer,
  type UnresolvedAnswer,
  type VerifyAnswer,
} from '@zhiheng/office';
import { localOperator, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, holders: { from: h, split: ";" }, holder_addresses: { from: b, split: "|" } }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], completeness: full }
`;
/** 朝阳区 lies in Beijing and in Changchun: that address stays open. */
const open = '朝阳区建国路1号';
const rows = [
  `202310000011,invention,2023-01-05,拟岚科技公司,${open}`,
  `202310000022,invention,2023-01-05,拟澜材料公司;拟晟大学,${open}|江苏省南京市玄武区`,
  '202310000033,invention,2023-01-05,拟晟大学,江苏省南京市玄武区',
];
const [first, second, third] = ['CN:202310000011', 'CN:202310000022', 'CN:202310000033'].map((id) => id.slice(0, 15));

describe('a release', () => {
  const small = new SmallOffice();
  const files = { table: join(small.path, 't.csv'), map: join(small.path, 'map.yaml') };
  beforeAll(async () => {
    writeFileSync(files.table, `n,k,f,h,b\n${rows.join('\n')}\n`);
    writeFileSync(files.map, mapping);
    await small.run('load', { paths: [files.table], mapping: files.map });
  });
  afterAll(() => small.remove());

  async function ask<Answer>(office: Office, name: string, input: object): Promise<Answer> {
    const call = { office, actor: localOperator('test'), onProgress: () => {} };
    return ((await carryOut(name, input, call)) as CommandOutcome<Answer>).json;
  }
  async function holders(office: Office, name: string) {
    const { release } = await office.release(name);
    const session = await openLakeSession(release, office.store, wholeOffice);
    const found = await session.rows<{ id: string; name: string; area: string }>(
      'SELECT id, name, area FROM patent_holders ORDER BY id, position',
    );
    session.close();
    return found.map(({ id, name: holder, area }) => `${id} ${holder} ${area}`);
  }
  const release = async (office: Office, name: string): Promise<Release> => (await office.release(name)).release;

  it('resolves its holders and has settled areas, and nothing that was loaded is written again', async () => {
    await small.use(async (office) => {
      await ask(office, 'release-create', { name: 'one' });
      expect(await holders(office, 'one')).toEqual([
        `${first} 拟岚科技公司 XX`,
        `${second} 拟澜材料公司 XX`,
        `${second} 拟晟大学 320102`,
        `${third} 拟晟大学 320102`,
      ]);
      const before = await ask<PartiesAnswer>(office, 'parties-list', {});
      expect(before.rows.map(({ name, records, area }) => [name, records, area.area])).toEqual([
        ['拟晟大学', 2, '320102'],
        ...before.rows.slice(1).map(({ name }) => [name, 1, 'XX']),
      ]);
      const { rows: unresolved } = await ask<UnresolvedAnswer>(office, 'areas-unresolved', {});
      expect(unresolved.map(({ address }) => address)).toEqual([open]);
      await ask(office, 'areas-settle', { ids: [unresolved[0]?.id], area: '110105', reason: '地图' });
      await ask(office, 'release-create', { name: 'two' });
      expect(await holders(office, 'two')).toEqual([
        `${first} 拟岚科技公司 110105`,
        `${second} 拟澜材料公司 110105`,
        `${second} 拟晟大学 320102`,
        `${third} 拟晟大学 320102`,
      ]);
      expect((await holders(office, 'one'))[0]).toBe(`${first} 拟岚科技公司 XX`);
      const after = await ask<PartiesAnswer>(office, 'parties-list', {});
      const ids = ({ rows: list }: PartiesAnswer) => list.map(({ party, name }) => `${name} ${party}`).sort();
      expect(ids(after)).toEqual(ids(before));
      expect(after.rows.map(({ area }) => area.area).sort()).toEqual(['110105', '110105', '320102']);
      const [one, two] = [await release(office, 'one'), await release(office, 'two')];
      for (const [name, table] of Object.entries(one.tables)) {
        if (!name.startsWith('part')) expect(two.tables[name]?.segments).toEqual(table.segments);
      }
      expect(two.tables.patent_holders?.restated?.replaced.map((segment) => segment.rows)).toEqual([2]);
      expect(two.tables.patent_holders?.restated?.segments.map((segment) => segment.rows)).toEqual([3]);
      expect(two.resolution?.ledgerPosition).toBeGreaterThan(one.resolution?.ledgerPosition ?? 0);
      for (const name of ['one', 'two']) {
        const { ok, checked } = await ask<VerifyAnswer>(office, 'release-verify', { name });
        expect([ok, checked]).toEqual([true, segmentsOf(name === 'one' ? one : two).length]);
      }
    });
  });

  it('shares everything with the one before when nothing changed', async () => {
    await small.use(async (office) => {
      const { segments, sharedSegments } = await ask<ReleaseAnswer>(office, 'release-create', { name: 'three' });
      expect(sharedSegments).toBe(segments);
      const [two, three] = [await release(office, 'two'), await release(office, 'three')];
      expect(three.tables).toEqual(two.tables);
    });
  });

  it('follows one that knew no parties', async () => {
    await small.use(async (office) => {
      const { resolution: _, ...three } = await release(office, 'three');
      const tables = Object.fromEntries(Object.entries(three.tables).filter(([name]) => !name.startsWith('part')));
      const { sha256 } = await office.store.putJson({ ...three, name: 'earlier', tables });
      await office.act(localOperator('test'), 'release', 'earlier', sha256);
      expect(await ask<PartiesAnswer>(office, 'parties-list', {})).toMatchObject({ total: 0 });
      await ask(office, 'release-create', { name: 'later' });
      const later = await release(office, 'later');
      expect(later.resolution?.number).toBe(1);
      const { rows: parties } = await ask<PartiesAnswer>(office, 'parties-list', {});
      expect(parties.map(({ name }) => name).sort()).toEqual(['拟岚科技公司', '拟晟大学', '拟澜材料公司']);
    });
  });
});
