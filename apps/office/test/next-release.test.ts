import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import type { RecordsAnswer } from '@zhiheng/office';
import { wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, describe, expect, it } from 'vitest';
import { knownSpan } from '../src/known-span.js';
import { type StoredSet, segmentsOfSet, setOf, showSet } from '../src/stored-set.js';
import type { Vintage } from '../src/vintage.js';
import { mappingOfLives } from './mapping-of-lives.js';
import { SmallOffice } from './small-office.js';

const shipped = [
  'patent-applications',
  'patent-grants',
  'patents-in-force',
  'patents-in-force-by-owner',
  'invention-pendency',
  'first-applicants',
  'inventions-maintained-over-10-years',
];
/** Of some of them, the same with every record shared out among its holders. */
const shared = { 'patent-grants': 'grants-of-shares', 'patents-in-force-by-owner': 'shares-in-force' };
const indicators = [...shipped, ...Object.values(shared)];
const head = '号,申请人,地,申请日,请求日,结案日,授权日,终止日\n';
const first = `${head}${[
  '202110000001,甲公司,广东省深圳市南山区,2021-01-05,2021-02-01,2022-03-01,2022-03-01,',
  '202110000002,甲公司,广西壮族自治区南宁市,2021-02-05,2021-03-01,,,',
  '202110000003,丙公司;乙大学,北京市海淀区;广东省广州市,2021-03-05,2021-04-01,2022-05-01,2022-05-01,2022-12-15',
  '201010000004,丁公司,四川省成都市,2010-04-05,2010-05-01,2012-06-01,2012-06-01,',
].join('\n')}\n`;
/** One is granted, one moves, one comes, one is told as before. */
const second = `${head}${[
  '202110000002,甲公司;乙大学,广西壮族自治区南宁市;广东省广州市,2021-02-05,2021-03-01,2023-02-01,2023-02-01,',
  '202110000003,丙公司;乙大学;丁公司,上海市浦东新区;广东省广州市;广东省深圳市,2021-03-05,2021-04-01,2022-05-01,2022-05-01,2022-12-15',
  '202310000005,戊公司,广东省广州市,2023-01-05,2023-01-06,,,',
  '201010000004,丁公司,四川省成都市,2010-04-05,2010-05-01,2012-06-01,2012-06-01,',
].join('\n')}\n`;
const deeds = `table: deeds
columns: { number: 登记号, kind: { from: 类型, codes: { 转移: transfer } }, patents: 专利, recorded_on: 登记日, to_parties: 受让人, to_addresses: 地址 }
covers: { recorded: [2010-01-01, 2023-02-28], completeness: full }
`;

const offices = [new SmallOffice(), new SmallOffice()] as const;
afterAll(() => {
  for (const office of offices) office.remove();
});

function prepare(small: SmallOffice): void {
  const pathOf = (name: string) => join(import.meta.dirname, '../../../definitions/indicators', `${name}.yaml`);
  const ownPath = (name: string) => join(small.definitions, 'indicators', `${name}.yaml`);
  for (const name of shipped) copyFileSync(pathOf(name), ownPath(name));
  for (const [name, id] of Object.entries(shared)) {
    const text = readFileSync(pathOf(name), 'utf8')
      .replace(`id: ${name}`, `id: ${id}`)
      .replace('holder: first', 'holder: fractional')
      .replace(/^published:\n(?: .*\n)+/m, '');
    writeFileSync(ownPath(id), text);
  }
  const write = (name: string, text: string) => writeFileSync(join(small.path, name), text);
  write('first.csv', first);
  write('second.csv', second);
  write('deeds.csv', '登记号,类型,专利,登记日,受让人,地址\n2023010,转移,202110000001,2023-02-10,戊公司,北京市海淀区\n');
  write('first.yaml', mappingOfLives('2010-01-01', '2023-01-31'));
  write('second.yaml', mappingOfLives('2010-01-01', '2023-02-28'));
  write('deeds.yaml', deeds);
}

const load = (small: SmallOffice, name: string) =>
  small.run('load', { paths: [join(small.path, `${name}.csv`)], mapping: join(small.path, `${name}.yaml`) });

async function vintageOf(small: SmallOffice): Promise<Vintage> {
  const { json } = await small.run('compute', {});
  const { vintage } = json as { vintage: string };
  return small.use(async (office) => {
    const act = await office.ledger.last('vintage', vintage);
    return (await office.store.getJson(act?.hash ?? '')) as Vintage;
  });
}

async function valuesOf(small: SmallOffice, vintage: Vintage, observations: StoredSet | Segment | null) {
  return small.use(async (office) => {
    const release = (await office.store.getJson(vintage.releaseHash)) as Release;
    const beside = segmentsOfSet(observations);
    const session = await openLakeSession(release, office.store, wholeOffice, { beside });
    try {
      const relation =
        observations === null ? null : await showSet(session, 'observed', setOf(observations), knownSpan(release));
      return relation === null ? [] : await session.rows(`SELECT * FROM ${relation} ORDER BY ALL`);
    } finally {
      session.close();
    }
  });
}

describe('a vintage over the next release', async () => {
  const [going, whole] = offices;
  for (const small of offices) prepare(small);
  await load(going, 'first');
  await going.run('release-create', { name: 'r1' });
  const earlier = await vintageOf(going);
  for (const name of ['second', 'deeds']) await load(going, name);
  await going.run('release-create', { name: 'r2' });
  const later = await vintageOf(going);
  for (const name of ['first', 'second', 'deeds']) await load(whole, name);
  await whole.run('release-create', { name: 'r2' });
  const anew = await vintageOf(whole);

  it('holds the values that are computed whole, and what changed in a part of its own', async () => {
    for (const { definition, observations } of anew.indicators) {
      const set = later.indicators.find((one) => one.definition.id === definition.id)?.observations ?? null;
      if (observations === null) continue;
      const [known, found] = [await valuesOf(whole, anew, observations), await valuesOf(going, later, set)];
      expect(found, definition.id).toEqual(known);
      expect(setOf(observations).values, definition.id).toBe(known.length);
      expect(setOf(set ?? observations).values, definition.id).toBe(known.length);
      expect(known.length, definition.id).toBeGreaterThan(0);
    }
    const parts = later.indicators.flatMap(({ definition, observations }) =>
      observations === null ? [] : [`${definition.id} ${setOf(observations).parts.length}`],
    );
    // What was added to sets of one form was written together, each with rows of its own.
    const added = later.indicators.flatMap(({ observations }) => {
      const part = observations === null ? undefined : setOf(observations).parts[1];
      return part === undefined ? [] : [part];
    });
    const files = new Map(added.map(({ segment }) => [segment.sha256, segment.rows]));
    expect(files.size).toBeLessThan(added.length);
    for (const [file, rows] of files) {
      const own = added.filter(({ segment }) => segment.sha256 === file);
      expect(own.reduce((sum, { among }) => sum + (among?.rows ?? 0), 0)).toBe(rows);
      expect(new Set(own.map(({ among }) => among?.number)).size).toBe(own.length);
    }
    // Nobody's ten years ended or began in the month that came.
    const same = 'inventions-maintained-over-10-years';
    expect(parts).toEqual([...indicators].sort().map((id) => `${id} ${id === same ? 1 : 2}`));
  });

  it('asks only what changed, and goes on with the admission before', () => {
    expect(earlier.admissions).toHaveLength(1);
    expect(later.admissions).toHaveLength(1);
    const [before, after] = [earlier.admissions?.[0]?.parts.admission, later.admissions?.[0]?.parts.admission];
    expect(after?.slice(0, 1)).toEqual(before);
    // Granted, moved, new, and sold: four of five.
    expect(after?.map(({ rows }) => rows)).toEqual([4, 4]);
  });

  it('tells how much of a record each area has, as its holders are by then', async () => {
    const indicator = shared['patent-grants'];
    const sharesIn = async (area: string, period: string) => {
      const { json } = await going.run('records', { indicator, area, period });
      return (json as RecordsAnswer).rows.map(({ number, share }) => [number, share]);
    };
    // Of the three holders of the later word one is in Shanghai, two are in Guangdong.
    expect(await sharesIn('310000', '2022')).toEqual([['202110000003', 1 / 3]]);
    expect(await sharesIn('440000', '2022')).toEqual([
      ['202110000001', 1],
      ['202110000003', 2 / 3],
    ]);
    expect(await sharesIn('450000', '2023-02')).toEqual([['202110000002', 0.5]]);
    expect(await sharesIn('110000', '2022')).toEqual([]);
  });

  it('opens to the same records', async () => {
    for (const indicator of indicators) {
      for (const [area, period] of [
        ['ALL', '2023-02'],
        ['310000', '2022'],
        ['110000', '2023-02-YTD'],
        ['CN-ML', '2023-Q1'],
      ] as const) {
        for (const leftOut of [false, true]) {
          const ask = async (small: SmallOffice) =>
            (await small.run('records', { indicator, area, period, leftOut })).json as RecordsAnswer;
          const [one, other] = [await ask(going), await ask(whole)];
          expect({ ...one, vintage: null }).toEqual({ ...other, vintage: null });
        }
      }
    }
  }, 120_000);
});
