import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CheckAnswer,
  type CheckHistoryRow,
  type CheckRowsAnswer,
  type CommandOutcome,
  carryOut,
  type ReleaseAnswer,
} from '@zhiheng/office';
import { type Actor, UserFault, visitor } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const shipped = join(import.meta.dirname, '../../../definitions/checks');
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, holders: h, area: a }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], granted: [2023-01-01, 2023-12-31], completeness: full }
`;
/** Two grants before their filing: one of Guangdong, one of Beijing that names nobody. */
const rows = `n,k,f,g,h,a
202310000001,invention,2023-02-01,2023-01-01,甲公司,440300
202310000002,invention,2023-02-01,2023-01-02,,110000
202310000003,invention,2023-02-01,2023-02-01,丙公司,110000
`;
const early = 'patent-granted-before-filed';

const planner = (areas: readonly string[]): Actor => ({
  ...visitor(null),
  ...{ person: 'account:someone', kind: 'account', account: 'someone', roles: ['planner'], areas },
});

describe('checks of an office', () => {
  const small = new SmallOffice();
  const ask = async <T>(name: string, input: object) => (await small.run(name, input)) as CommandOutcome<T>;
  const askAs = <T>(actor: Actor, name: string, input: object) =>
    small.use((office) => carryOut(name, input, { office, actor, onProgress: () => {} })) as Promise<CommandOutcome<T>>;
  const faultOf = (name: string, input: object) =>
    small.run(name, input).then(
      () => null,
      (error: unknown) => (error instanceof UserFault ? error : null),
    );
  const found = (checks: CheckAnswer[]) =>
    Object.fromEntries(checks.flatMap(({ id, count }) => (count ? [[id, count]] : [])));

  beforeAll(async () => {
    cpSync(shipped, join(small.definitions, 'checks'), { recursive: true });
    writeFileSync(join(small.path, 'm.yaml'), mapping);
    writeFileSync(join(small.path, 'rows.csv'), rows);
    await small.run('load', { paths: [join(small.path, 'rows.csv')], mapping: join(small.path, 'm.yaml') });
  });
  afterAll(() => small.remove());

  it('all run on records of the lake, and tell what they find', async () => {
    const { json, exit } = await ask<CheckAnswer[]>('check', {});
    expect(exit).toBe(1);
    expect(json.filter(({ ran }) => !ran)).toEqual([]);
    expect(json.length).toBeGreaterThanOrEqual(30);
    expect(found(json)).toEqual({
      [early]: 2,
      'holder-without-name': 1,
      'patent-without-class': 3,
      'text-without-title': 3,
    });
    const check = json.find(({ id }) => id === early);
    expect(check).toMatchObject({ severity: 'error', kind: 'row', names: { 'zh-Hans': '授权早于申请' }, fault: null });
  });

  it('open to their rows, a page at a time', async () => {
    const first = (await ask<CheckRowsAnswer>('check-rows', { id: early, limit: 1 })).json;
    expect(first).toMatchObject({ total: 2, visible: 2, withheldByRight: 0 });
    expect(first.rows).toEqual([
      {
        id: 'CN:202310000001',
        position: null,
        dataset: 'real',
        values: { filed_on: '2023-02-01', granted_on: '2023-01-01' },
      },
    ]);
    const second = (await ask<CheckRowsAnswer>('check-rows', { id: early, limit: 1, after: first.next })).json;
    expect(second).toMatchObject({ rows: [{ id: 'CN:202310000002' }], next: null });
    expect(await faultOf('check-rows', { id: 'patent-granted-befor-filed' })).toMatchObject({
      code: 'check-unknown',
      detail: { didYouMean: early },
    });
  });

  it('withhold rows by right, and take no mask for a fault', async () => {
    const guangdong = (await askAs<CheckRowsAnswer>(planner(['440000']), 'check-rows', { id: early })).json;
    expect(guangdong).toMatchObject({ total: 2, visible: 1, withheldByRight: 1, rows: [{ id: 'CN:202310000001' }] });
    const beijing = (await askAs<CheckRowsAnswer>(planner(['110000']), 'check-rows', { id: 'holder-without-name' }))
      .json;
    expect(beijing).toMatchObject({ total: 1, visible: 1, rows: [{ id: 'CN:202310000002', position: 1 }] });
    // A masked session shows no address at all; nobody lacks a known area here, though names are masked.
    const masked = (await askAs<CheckRowsAnswer>(planner(['110000']), 'check-rows', { id: 'holder-area-unknown' }))
      .json;
    expect(masked).toMatchObject({ total: 0, visible: 0, rows: [] });
  });

  it('hold a release back until each error is accepted by name with a reason', async () => {
    const refused = await faultOf('release-create', { name: 'first' });
    expect(refused?.code).toBe('checks-failed');
    expect(refused?.message).toContain(`${early} 2`);
    const accept = (check: string, reason: string) => ({ name: 'first', accept: [{ check, reason }] });
    expect(await faultOf('release-create', accept('mark-without-class', 'other'))).toMatchObject({
      code: 'checks-failed',
    });
    expect(await faultOf('release-create', accept(early, ' '))).toMatchObject({ code: 'usage' });
    expect(await faultOf('release-create', accept('patent-granted-befor-filed', 'x'))).toMatchObject({
      code: 'check-unknown',
    });
    expect((await ask<ReleaseAnswer[]>('release-list', {})).json).toEqual([]);

    const accepted = [{ check: early, count: 2, reason: 'the office corrects them in March' }];
    const made = await ask<ReleaseAnswer>('release-create', accept(early, 'the office corrects them in March'));
    expect(made.json.accepted).toEqual(accepted);
    expect((await ask<ReleaseAnswer>('release-show', { name: 'first' })).json.accepted).toEqual(accepted);
    await small.use(async (office) => {
      expect((await office.ledger.last('release', 'first'))?.after).toMatchObject({ accepted });
    });
  });

  it('are kept with their release: looked up, also when its rows can no longer be read', async () => {
    await small.run('release-collect', {});
    const history = (await ask<CheckHistoryRow[]>('check-history', { id: early })).json;
    expect(history).toMatchObject([{ release: 'first', count: 2, ran: true }]);
    const { json, exit } = await ask<CheckAnswer[]>('check', { release: 'first' });
    expect([exit, found(json)[early]]).toEqual([1, 2]);
    // Only the check that changed is run again; it now finds the third grant too.
    const path = join(small.definitions, 'checks', `${early}.yaml`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('granted_on < filed_on', 'granted_on <= filed_on'));
    expect(found((await ask<CheckAnswer[]>('check', { release: 'first' })).json)[early]).toBe(3);
    writeFileSync(path, text);
  });

  it('that cannot be read fail, hold a release back, and can be accepted', async () => {
    const folder = join(small.definitions, 'checks');
    rmSync(folder, { recursive: true });
    expect((await ask<CheckAnswer[]>('check', {})).json).toEqual([]);
    mkdirSync(folder);
    writeFileSync(join(folder, 'broken.yaml'), 'id: broken\nseverity: note\ntable: patents\nexpression: filed < 1\n');
    const { json, exit } = await ask<CheckAnswer[]>('check', {});
    expect(exit).toBe(1);
    expect(json).toMatchObject([
      { id: 'broken', severity: 'error', ran: false, count: null, fault: { place: { path: 'checks/broken.yaml' } } },
    ]);
    expect((await faultOf('release-create', { name: 'second' }))?.message).toContain('broken did not run');
    expect(await faultOf('check-rows', { id: 'broken' })).toMatchObject({ code: 'check-wrong' });
    const accept = [{ check: 'broken', reason: 'mended next week' }];
    const made = await ask<ReleaseAnswer>('release-create', { name: 'second', accept });
    expect(made.json.accepted).toEqual([{ check: 'broken', count: null, reason: 'mended next week' }]);
  });
});
