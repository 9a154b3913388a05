import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countCounties } from '../src/compute/compute-observations.js';
import { computeSets } from '../src/compute/compute-sets.js';
import { countCombination } from '../src/compute/count-combination.js';
import { type ComputedDefinition, isComputed } from '../src/definition.js';
import { readDefinitions } from '../src/definition-file/read-definitions.js';
import type { StoredObservation } from '../src/figure/observation-store.js';
import { openRecords } from '../src/opening/open-records.js';
import { areas } from './areas.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';

const folder = resolve(import.meta.dirname, '../../../definitions');
const definitions = new Map(readDefinitions(folder).map((definition) => [definition.id, definition]));
const scope = { areas, from: '2019-01-01', until: '2023-12-31' };
const sources = { areas, office: 'CN', holdings: [{ office: 'CN', dataset: 'real' as const }] };

function committed(id: string): ComputedDefinition {
  const definition = definitions.get(id);
  if (definition === undefined || !isComputed(definition)) throw new Error(`no definition ${id}`);
  return definition;
}

async function sessionOf(patents: readonly TestPatent[]): Promise<MemorySession> {
  const session = await MemorySession.open();
  await insertPatents(session, patents);
  return session;
}

async function rowsOf(id: string, session: MemorySession): Promise<readonly StoredObservation[]> {
  return (await computeSets([committed(id)], session, scope)).get(id) ?? [];
}

/** Value and records behind it; null where nothing counts. */
function told(rows: readonly StoredObservation[], area: string, period: string, breakdown: string | null = null) {
  const found = rows.find((row) => row.area === area && row.period === period && row.breakdown === breakdown);
  return found === undefined ? null : [found.value, found.n];
}

/** The parts of one dimension, as `value: count`. */
function parts(rows: readonly StoredObservation[], area: string, period: string, dimension: string) {
  const start = `${dimension}=`;
  return Object.fromEntries(
    rows
      .filter((row) => row.area === area && row.period === period && row.breakdown?.startsWith(start))
      .map((row) => [row.breakdown?.slice(start.length), row.value]),
  );
}

describe('first-applicants', () => {
  /** 440305 lies in Shenzhen, 440300; both in Guangdong, 440000. */
  const patents: TestPatent[] = [
    { number: '1', holder: '甲', area: '440305', filed_on: '2023-01-10' },
    { number: '2', holder: '甲', area: '440305', filed_on: '2023-03-05', kind: 'utility_model' },
    { number: '3', holder: '乙', area: '440300', filed_on: '2023-03-31' },
    // The same name elsewhere: another, as long as no release says that it is the same.
    { number: '4', holder: '乙', area: '110000', filed_on: '2023-06-01', kind: 'design' },
    // Names nobody: an application, and no applicant.
    { number: '5', filed_on: '2023-04-01' },
    // The year before, and a kind that does not count.
    { number: '6', holder: '丙', area: '440300', filed_on: '2022-12-31' },
    { number: '7', holder: '丁', area: '440300', filed_on: '2023-02-01', kind: 'other' },
    // 甲 stands second here, and does not count for it; 戊 does.
    { number: '8', holder: '戊', area: '310000', others: ['440305'], filed_on: '2023-11-30', kind: 'plant' },
  ];

  it.each([
    // 甲 twice, 乙 once.
    ['440000', '2023', null, [2, 3]],
    ['440300', '2023', null, [2, 3]],
    ['110000', '2023', null, [1, 1]],
    // 甲, 乙 of Shenzhen, 乙 of Beijing, 戊; five applications.
    ['CN', '2023', null, [4, 5]],
    // Record 5 besides, of which nobody knows who.
    ['ALL', '2023', null, [4, 6]],
    ['XX', '2023', null, [0, 1]],
    // January: 甲. March: 甲 and 乙. The quarter: 甲 and 乙, not three.
    ['440000', '2023-01', null, [1, 1]],
    ['440000', '2023-02', null, null],
    ['440000', '2023-03', null, [2, 2]],
    ['440000', '2023-Q1', null, [2, 3]],
    ['440000', '2023-03-YTD', null, [2, 3]],
    ['440000', '2022', null, [1, 1]],
    // By kind 甲 counts twice: 2 + 1 > 2.
    ['440000', '2023', 'kind=invention', [2, 2]],
    ['440000', '2023', 'kind=utility_model', [1, 1]],
    ['CN', '2023', 'kind=plant', [1, 1]],
    ['CN', '2023', 'kind=other', null],
  ] as const)('of %s in %s, %s', async (area, period, breakdown, expected) => {
    const session = await sessionOf(patents);
    expect(told(await rowsOf('first-applicants', session), area, period, breakdown)).toEqual(expected);
    session.close();
  });

  it('are told of a county too', async () => {
    const session = await sessionOf(patents);
    const rows = await countCounties(committed('first-applicants'), session, scope, ['440305']);
    expect([told(rows, '440305', '2023'), told(rows, '440305', '2023', 'kind=invention')]).toEqual([
      [1, 2],
      [1, 1],
    ]);
    session.close();
  });

  it('are one where the release resolved them to one party', async () => {
    const session = await sessionOf(patents);
    // How a row tells its holder: name, credit code, country and area, with the unit separator between.
    const key = (area: string) => createHash('md5').update(['乙', '', '', area].join('\u001f')).digest('hex');
    const columns = { key: 'text', party: 'text' } as const;
    await session.registerTable('party_names', columns, [
      [key('440300'), 'P1'],
      [key('110000'), 'P1'],
    ]);
    const rows = await rowsOf('first-applicants', session);
    // 甲, 乙, 戊.
    expect([told(rows, 'CN', '2023'), told(rows, '440000', '2023'), told(rows, '110000', '2023')]).toEqual([
      [3, 5],
      [2, 3],
      [1, 1],
    ]);
    session.close();
  });
});

describe('inventions-maintained-over-10-years', () => {
  const area = '440300';
  const patents: TestPatent[] = [
    // Ten years are full on 2023-06-30, and that day counts.
    { number: '1', area, filed_on: '2013-06-30', granted_on: '2016-01-01' },
    // Filed on a leap day: full on 2022-02-28.
    { number: '2', area, filed_on: '2012-02-29', granted_on: '2015-05-05' },
    // Ten years were over before the grant: from the grant on.
    { number: '3', area, filed_on: '2010-01-01', granted_on: '2021-12-15' },
    // Lapsed a day before its ten years were full.
    { number: '4', area, filed_on: '2012-05-05', granted_on: '2014-01-01', ceased_on: '2022-05-04' },
    // In force beyond ten years from 2022-05-05 to 2022-06-30.
    { number: '5', area, filed_on: '2012-05-05', granted_on: '2014-01-01', ceased_on: '2022-07-01' },
    // No invention, no grant, no filing date.
    { number: '6', area, filed_on: '2010-01-01', granted_on: '2010-06-01', kind: 'utility_model' },
    { number: '7', area, filed_on: '2010-01-01' },
    { number: '8', area, granted_on: '2010-06-01' },
  ];

  it('at the ends of months and years', async () => {
    const session = await sessionOf(patents);
    const rows = await rowsOf('inventions-maintained-over-10-years', session);
    const at = (period: string) => told(rows, '440000', period)?.[0] ?? 0;
    const periods = ['2021-11', '2021-12', '2022-01', '2022-02', '2022-04', '2022-05', '2022-06', '2022-07'];
    // None; 3; 3; 2 and 3; the same; 5 besides; still; 5 has gone.
    expect(periods.map(at)).toEqual([0, 1, 1, 2, 2, 3, 3, 2]);
    // 1 joins 2 and 3 on the last day of June 2023.
    expect(['2023-05', '2023-06', '2023'].map(at)).toEqual([2, 3, 3]);
    expect(['2022-H1', '2022', '2021', '2022-06-YTD'].map(at)).toEqual([3, 2, 1, 3]);
    session.close();
  });

  it('open to the records, with the condition that each meets', async () => {
    const session = await sessionOf(patents);
    const request = { definition: committed('inventions-maintained-over-10-years'), area, period: '2023-06' };
    const { total, rows } = await openRecords(request, session, sources);
    expect([total, rows.map(({ number, conditions }) => [number, conditions])]).toEqual([
      3,
      [
        ['1', ['ten-years']],
        ['2', ['ten-years']],
        ['3', ['ten-years']],
      ],
    ]);
    const left = await openRecords({ ...request, leftOut: true }, session, sources);
    expect(left.rows.map(({ number, leftOutBy, conditions }) => [number, leftOutBy, conditions])).toEqual([
      ['4', 'ceased_on on or before 2023-06-30', ['ten-years']],
      ['5', 'ceased_on on or before 2023-06-30', ['ten-years']],
      ['6', "kind = 'invention'", ['ten-years']],
      ['7', 'granted_on is null', ['ten-years']],
      ['8', 'none of ten-years on 2023-06-30', []],
    ]);
    session.close();
  });

  it('are told of a county too, by their condition', async () => {
    const session = await sessionOf([
      { number: '1', area: '440305', filed_on: '2013-06-30', granted_on: '2016-01-01' },
      { number: '2', area: '440305', filed_on: '2020-06-30', granted_on: '2021-01-01' },
    ]);
    const rows = await countCounties(committed('inventions-maintained-over-10-years'), session, scope, ['440305']);
    expect([told(rows, '440305', '2022'), told(rows, '440305', '2023')]).toEqual([null, [1, 1]]);
    session.close();
  });
});

describe('classes of the IPC', () => {
  const patents: TestPatent[] = [
    // Two subclasses of one section: once in A.
    { number: '1', area: '440300', filed_on: '2023-01-31', granted_on: '2023-12-01', ipc: ['A01B 1/00', 'A61K 8/00'] },
    // Three classes of two sections, one of them twice.
    { number: '2', area: '440300', filed_on: '2023-02-01', ipc: ['A01B 1/02', 'H01L 21/00', 'H01L21/02', 'H04W 4/00'] },
    {
      number: '3',
      area: '440000',
      filed_on: '2023-03-01',
      granted_on: '2023-08-01',
      ipc: ['G06F 9/00'],
      kind: 'utility_model',
    },
    { number: '4', area: '440000', filed_on: '2023-04-01', granted_on: '2023-08-01', kind: 'design' },
    // A section and no more.
    { number: '5', area: '110000', filed_on: '2023-05-01', ipc: ['H'] },
    { number: '6', area: '110000', filed_on: '2022-05-01', granted_on: '2023-08-31', ipc: ['A01B 1/00'] },
  ];

  it('split applications by section: parts of more than the total', async () => {
    const session = await sessionOf(patents);
    const rows = await rowsOf('patent-applications', session);
    expect(told(rows, 'CN', '2023')).toEqual([5, 5]);
    // A: 1 and 2. G: 3. H: 2 and 5. None: the design.
    expect(parts(rows, 'CN', '2023', 'ipc_section')).toEqual({ A: 2, G: 1, H: 2, 'not-told': 1 });
    expect(parts(rows, '440000', '2023', 'ipc_section')).toEqual({ A: 2, G: 1, H: 1, 'not-told': 1 });
    expect(parts(rows, '440300', '2023-01', 'ipc_section')).toEqual({ A: 1 });
    expect(parts(rows, 'CN', '2023-Q1', 'ipc_section')).toEqual({ A: 2, G: 1, H: 1 });
    expect(parts(rows, '110000', '2022', 'ipc_section')).toEqual({ A: 1 });
    session.close();
  });

  it('split grants by section, by the day of the grant', async () => {
    const session = await sessionOf(patents);
    const rows = await rowsOf('patent-grants', session);
    // A: 1 in December and 6 in August. G: 3. None: 4.
    expect(parts(rows, 'CN', '2023', 'ipc_section')).toEqual({ A: 2, G: 1, 'not-told': 1 });
    expect(parts(rows, 'CN', '2023-08', 'ipc_section')).toEqual({ A: 1, G: 1, 'not-told': 1 });
    session.close();
  });

  it('split by subclass, and by section and kind, when that is asked for', async () => {
    const session = await sessionOf(patents);
    const count = (combination: readonly string[]) =>
      countCombination(committed('patent-applications'), session, scope, { combination, areas: ['CN'] }, null);
    // None: the design, and 5, which tells its section alone.
    expect(parts(await count(['ipc_subclass']), 'CN', '2023', 'ipc_subclass')).toEqual({
      ...{ A01B: 2, A61K: 1, G06F: 1, H01L: 1, H04W: 1, 'not-told': 2 },
    });
    expect(parts(await count(['ipc_section', 'kind']), 'CN', '2023', 'ipc_section')).toEqual({
      'A;kind=invention': 2,
      'G;kind=utility_model': 1,
      'H;kind=invention': 2,
      'not-told;kind=design': 1,
    });
    session.close();
  });

  it('open to the records of a part', async () => {
    const session = await sessionOf(patents);
    const definition = committed('patent-applications');
    const opened = async (by: string) =>
      (await openRecords({ definition, area: 'CN', period: '2023', by }, session, sources)).rows.map(
        ({ number }) => number,
      );
    expect(await opened('ipc_section=A')).toEqual(['1', '2']);
    expect(await opened('ipc_section=H')).toEqual(['2', '5']);
    expect(await opened('ipc_subclass=H01L')).toEqual(['2']);
    expect(await opened('ipc_section=not-told')).toEqual(['4']);
    session.close();
  });
});
