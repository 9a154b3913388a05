import { describe, expect, it } from 'vitest';
import { areas } from '../../test/areas.js';
import { coveredAll } from '../../test/coverage.js';
import { grants, inForce, pendency } from '../../test/definitions.js';
import { TestOffice } from '../../test/office.js';
import type { TestPatent } from '../../test/patents.js';
import { countRecords, openRecords, openRecordsSql } from './open-records.js';

const patents: TestPatent[] = [
  { number: '1', area: '440305', granted_on: '2023-05-01', title: 'it\'s "quoted"' },
  { number: '2', area: '440000', granted_on: '2023-05-31', kind: 'design' },
  { number: '3', area: '440305', granted_on: '2023-06-01' },
  { number: '4', area: '440305', kind: 'plant', granted_on: '2023-05-02' },
  { number: '5', area: '440305' },
  { number: '6', area: '110000', granted_on: '2023-05-02' },
  { number: '7', granted_on: '2023-05-02' },
  { number: '8', area: '440305', granted_on: '2023-04-01', ceased_on: '2023-05-31' },
  { number: '9', area: '440305', granted_on: '2023-05-09', ceased_on: '2023-02-01' },
];
const request = { definition: grants, area: '440000', period: '2023-05' };

describe('openRecords', async () => {
  const office = await TestOffice.of(patents, { coverage: coveredAll('2018-01-01', '2023-12-31') });
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

  it('pages by id and keeps the total', async () => {
    const first = await office.open(request, { limit: 2 });
    expect(first).toMatchObject({ total: 3, visible: 3, next: 'CN:2' });
    expect(ids(first.rows)).toEqual(['CN:1', 'CN:2']);
    const second = await office.open(request, { limit: 2, after: first.next });
    expect(second).toMatchObject({ total: 3, next: null });
    expect(ids(second.rows)).toEqual(['CN:9']);
    expect((await office.open(request, { limit: 0 })).rows).toEqual([]);
  });

  it('shows records without holder in XX', async () => {
    expect((await office.open({ ...request, area: 'XX' })).rows).toMatchObject([
      { id: 'CN:7', holder: null, title: null, area: 'XX', countedOn: '2023-05-02' },
    ]);
  });

  it('opens one kind', async () => {
    const opened = await office.open({ ...request, by: 'kind=design' });
    expect(ids(opened.rows)).toEqual(['CN:2']);
    expect(opened.total).toBe(1);
  });

  it('names the first test that left a record out', async () => {
    const { rows, total } = await office.open({ ...request, leftOut: true });
    expect(total).toBe(4);
    expect(rows.map((row) => [row.id, row.leftOutBy, row.countedOn])).toEqual([
      ['CN:3', 'granted_on outside 2023-05', '2023-06-01'],
      ['CN:4', "kind in ('invention', 'utility_model', 'design')", '2023-05-02'],
      ['CN:5', 'granted_on is null', null],
      ['CN:8', 'granted_on outside 2023-05', '2023-04-01'],
    ]);
  });

  it('tells of a stock whether a right came too late or has gone', async () => {
    const { rows } = await office.open({ ...request, definition: inForce, leftOut: true });
    expect(rows.map((row) => [row.id, row.leftOutBy])).toEqual([
      ['CN:3', 'granted_on after 2023-05-31'],
      ['CN:4', "kind in ('invention', 'utility_model', 'design')"],
      ['CN:5', 'granted_on is null'],
      ['CN:8', 'ceased_on on or before 2023-05-31'],
      ['CN:9', 'ceased_on on or before 2023-05-31'],
    ]);
  });

  it.each([
    [{ area: '449999x' }, 'area-unknown'],
    [{ period: '2023-13' }, 'period-wrong'],
    [{ by: 'kind' }, 'breakdown-wrong'],
    [{ by: 'applicant=x' }, 'breakdown-wrong'],
    [{ definition: pendency('days'), period: '2023-05', statistic: 'survival-median' as const }, 'period-wrong'],
  ])('refuses %o', async (change, code) => {
    await expect(office.open({ ...request, ...change })).rejects.toMatchObject({ code });
  });

  it('gives SQL for all rows, and quotes what is asked for', async () => {
    const sources = { areas, office: 'CN', holdings: [] };
    const sql = await openRecordsSql({ ...request, office: "C'N" }, office.session, sources);
    expect(await office.session.rows(sql)).toEqual([]);
    const all = await office.session.rows<{ id: string }>(await openRecordsSql(request, office.session, sources));
    expect(ids(all)).toEqual(['CN:1', 'CN:2', 'CN:9']);
  });
});

describe('a session that does not see everything', async () => {
  const office = await TestOffice.of(patents, { coverage: coveredAll('2018-01-01', '2023-12-31') });
  const sources = { areas, office: 'CN', holdings: [] };
  const session = Object.create(office.session, {
    scope: { value: { areas: 'everywhere', personal: 'masked' } },
  }) as typeof office.session;
  // Methods with private fields belong to the session itself.
  session.rows = office.session.rows.bind(office.session);
  session.registerTable = office.session.registerTable.bind(office.session);

  it('tells what is withheld of the total of the whole office, and does not open without one', async () => {
    const whole = await countRecords(request, office.session, sources);
    expect(whole).toBe(3);
    expect(await openRecords(request, session, { ...sources, total: 10 })).toMatchObject({
      total: 10,
      visible: 3,
      withheldByRight: 7,
    });
    await expect(openRecords(request, session, sources)).rejects.toMatchObject({ code: 'own-fault' });
    await expect(countRecords(request, session, sources)).rejects.toMatchObject({ code: 'own-fault' });
  });

  const words = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
  const conditioned = (where: string | null, from: string) => ({
    ...inForce,
    conditions: [{ id: 'a', names: words, where, dates: { from, until: null }, events: null }],
  });

  it('opens a stock whose conditions ask for no names', async () => {
    const definition = conditioned("count(holders, area = '440305') < 3", 'granted_on');
    const total = await countRecords({ ...request, definition }, office.session, sources);
    expect(total).toBeGreaterThan(0);
    expect(await openRecords({ ...request, definition }, session, { ...sources, total })).toMatchObject({
      ...{ total, visible: total, withheldByRight: 0 },
    });
  });

  it.each([
    ['a condition', { ...grants, where: "holder is null or holder != '甲'" }],
    ['names of a list', { ...grants, where: "count(holders, name = '甲') = 0" }],
    ['codes of a list', { ...grants, where: "count(holders, credit_code = '91') = 0" }],
    ['a condition of a stock', conditioned("holder is null or holder != '甲'", 'granted_on')],
    ['a list in a condition of a stock', conditioned("count(holders, name = '甲') = 0", 'granted_on')],
  ])('opens no records of a figure that asks for names in %s, where names are masked', async (_, definition) => {
    expect((await office.open({ ...request, definition })).total).toBeGreaterThan(0);
    for (const leftOut of [false, true]) {
      const asked = { ...request, definition, leftOut };
      const total = await countRecords(asked, office.session, sources);
      expect(await openRecords(asked, session, { ...sources, total })).toMatchObject({
        total,
        visible: 0,
        withheldByRight: total,
        rows: [],
      });

      expect(await session.rows(await openRecordsSql(asked, session, sources))).toEqual([]);
    }
  });
});

describe('the parts of a duration', async () => {
  const timed = (number: string, requested: string | null, closed: string | null) => ({
    number,
    area: '440000',
    examination_requested_on: requested,
    closed_on: closed,
  });
  const office = await TestOffice.of(
    [
      timed('1', '2022-01-31', '2023-05-30'),
      timed('2', '2021-01-31', '2023-05-30'),
      timed('3', '2023-06-01', '2023-05-30'),
      timed('4', null, '2023-05-30'),
      timed('5', '2022-01-31', '2023-06-01'),
      timed('6', '2022-01-31', null),
    ],
    { coverage: coveredAll('2018-01-01', '2023-12-31') },
  );
  const definition = pendency('boundaries', { where: "kind = 'invention'" });
  const asked = { definition, area: 'CN', period: '2023-05' };

  it('are the cases within the target and all cases', async () => {
    const rows = await office.figure(definition, {
      areas: ['CN'],
      periods: ['2023-05'],
      statistic: 'share-within-target',
    });
    expect(rows).toMatchObject([{ value: 0.5, numerator: 1, denominator: 2, unit: 'share', status: 'final' }]);
    expect((await office.open({ ...asked, part: 'numerator' })).rows).toMatchObject([{ id: 'CN:1' }]);
    expect((await office.open({ ...asked, part: 'denominator' })).total).toBe(2);
    expect((await office.open({ ...asked, part: 'base' })).total).toBe(2);
  });

  it('leave out what has no time between two dates', async () => {
    const { rows } = await office.open({ ...asked, leftOut: true });
    expect(rows.map((row) => [row.id, row.leftOutBy])).toEqual([
      ['CN:3', 'closed_on before examination_requested_on'],
      ['CN:4', 'examination_requested_on is null'],
      ['CN:5', 'closed_on outside 2023-05'],
      ['CN:6', 'closed_on is null'],
    ]);
  });

  it('leave out of the numerator what took longer', async () => {
    const { rows } = await office.open({ ...asked, part: 'numerator', leftOut: true });
    expect(rows.find((row) => row.id === 'CN:2')?.leftOutBy).toBe('more than 16 months');
  });
});
