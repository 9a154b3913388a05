import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLakeSession } from '@zhiheng/lake';
import { carryOut, type Office, type PersonNameAnswer } from '@zhiheng/office';
import { type Actor, localOperator, type Role, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
afterAll(() => small.remove());

const mapping = join(small.path, 'people.yaml');
const table = (name: string, rows: readonly string[]) => {
  writeFileSync(join(small.path, name), `号,人,区,发明人,代理人\n${rows.join('\n')}\n`);
  return { paths: [join(small.path, name)], mapping };
};
const operator = localOperator('test');
const asked = (office: Office, name: string, input: object, actor: Actor = operator) =>
  carryOut(name, input, { office, actor, onProgress: () => {} });
const account = (role: Role, areas: Actor['areas']): Actor => ({
  ...operator,
  person: `account:${role}`,
  kind: 'account',
  account: role,
  roles: [role],
  areas,
});

interface Named {
  readonly id: string;
  readonly role: string;
  readonly pseudonym: string;
}

async function people(office: Office): Promise<Named[]> {
  const session = await openLakeSession(await office.holdings(), office.store, wholeOffice);
  try {
    return await session.rows<Named>('SELECT id, role, pseudonym FROM patent_people ORDER BY id, position');
  } finally {
    session.close();
  }
}

/** Files below the folder that hold a text. */
function holding(text: string, folder = small.data): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => readFileSync(join(folder, name)).includes(text));
}

// Long enough to be told from chance, and short enough to lie in one page.
const [zhang, li, wang] = ['张三丰测试姓名甲', '李四光测试姓名乙', '王五代理姓名丙'];

beforeAll(async () => {
  writeFileSync(
    mapping,
    'table: patents\ncolumns:\n  number: 号\n  holders: 人\n  area: 区\n  inventors: { from: 发明人, split: ";" }\n  agents: { from: 代理人, split: ";" }\n',
  );
  await small.run(
    'load',
    table('a.csv', [
      `202310000001,甲公司,440300,${zhang};${li},${wang}`,
      `202310000002,乙公司,330100,${li},`,
      `202310000003,丙公司,330100, 李 四光测试姓名乙 ,`,
    ]),
  );
});

describe('people of a load', () => {
  it('stand in the records by pseudonyms, one a person, and their names in the ledger alone', async () => {
    const rows = await small.use(people);
    const [first, second, agent, ...others] = rows.map(({ pseudonym }) => pseudonym);
    expect(rows.map(({ id, role }) => `${id} ${role}`)).toEqual([
      'CN:202310000001 inventor',
      'CN:202310000001 inventor',
      'CN:202310000001 agent',
      'CN:202310000002 inventor',
      'CN:202310000003 inventor',
    ]);
    expect(others).toEqual([second, second]);
    expect(new Set([first, second, agent]).size).toBe(3);
    for (const name of [zhang, li, wang]) expect(holding(name)).toEqual(['ledger.sqlite']);
    expect(statSync(join(small.data, 'people.key')).mode & 0o777).toBe(0o600);
  });

  it('are told to whoever works with names, and each reading is an act', async () => {
    await small.use(async (office) => {
      const [first] = await people(office);
      const pseudonym = first?.pseudonym ?? '';
      const answer = (await asked(office, 'person-name', { pseudonym })).json as PersonNameAnswer;
      expect(answer).toEqual({ pseudonym, name: zhang, erasedAt: null });
      const act = await office.ledger.last('person-read');
      expect(act).toMatchObject({ object: pseudonym, person: 'local:test', reads: true, after: null });
      const region = account('region', ['440000']);
      expect((await asked(office, 'person-name', { pseudonym }, region)).json).toMatchObject({ name: zhang });
      const elsewhere = account('region', ['330000']);
      await expect(asked(office, 'person-name', { pseudonym }, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
      for (const role of ['planner', 'reviewer', 'auditor', 'administrator'] as const) {
        const refused = asked(office, 'person-name', { pseudonym }, account(role, 'everywhere'));
        await expect(refused).rejects.toMatchObject({ code: 'not-allowed' });
      }
      expect((await office.ledger.acts('person-read')).map(({ person }) => person)).toEqual([
        'local:test',
        'account:region',
      ]);
    });
  });

  it('write no name for a load that adds nothing, and for a file that is refused', async () => {
    const broken = table('b.csv', ['202310000009,丁公司,330100,赵六不入库姓名,', '202310000010,"戊']);
    expect((await small.run('load', broken)).exit).toBe(1);
    const { mapping: _, ...unmapped } = broken;
    expect((await small.run('load', unmapped)).exit).toBe(1);
    expect(holding('赵六不入库姓名')).toEqual([]);
  });

  it('are erased for good: from the files of the ledger, and for loads to come', async () => {
    const [, second] = await small.use(people);
    const pseudonym = second?.pseudonym ?? '';
    await small.use(async (office) => {
      const erase = (reason: string) => asked(office, 'person-erase', { pseudonym, reason });
      await expect(erase('李 四光测试姓名乙 asked for it')).rejects.toMatchObject({ code: 'reason-names-person' });
      await expect(erase(' ')).rejects.toMatchObject({ code: 'usage' });
      await erase('asked for it');
      expect(holding(li)).toEqual([]);
      expect(holding(zhang)).toEqual(['ledger.sqlite']);
      const act = await office.ledger.last('person-erased');
      expect(act).toMatchObject({ object: pseudonym, after: { reason: 'asked for it' }, before: null });
      await expect(erase('once more')).rejects.toMatchObject({ code: 'not-found' });
      const { json } = await asked(office, 'person-name', { pseudonym });
      expect(json).toEqual({ pseudonym, name: null, erasedAt: act?.time });
      expect(await office.ledger.verify()).toMatchObject({ ok: true });
    });
    await small.run('load', table('c.csv', [`202310000004,戊公司,330100,${li},`]));
    expect((await small.use(people)).at(-1)).toEqual({ id: 'CN:202310000004', role: 'inventor', pseudonym });
    expect(holding(li)).toEqual([]);
  });
});
