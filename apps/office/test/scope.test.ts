import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LakeSession, openLakeSession } from '@zhiheng/lake';
import { type CommandOutcome, carryOut, type Office, type RecordsAnswer } from '@zhiheng/office';
import { type Actor, localOperator, type Scope, visitor, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, title: t, holders: { from: h, split: ";" }, holder_addresses: { from: b, split: "|" }, area: { from: a, split: ";" } }
covers: { kinds: [invention, design], filed: [2023-01-01, 2023-12-31], granted: [2023-01-01, 2023-12-31], completeness: full }
`;
const shipped = join(import.meta.dirname, '../../../definitions/indicators');
const places = ['440300', '440000', '440100', '110000', '310000', '810000', 'US-CA', ''];
const people = ['华为技术有限公司', '清华大学', '欧阳修', 'Ada Lovelace', '腾讯科技', '李四'];
const streets = ['科技路一号院', '梅花大街九号', '长乐里三弄'];

const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** Sixty patents: every third has a second holder elsewhere, every fifth was granted outside of the month. */
const rows = Array.from({ length: 60 }, (_, at) => {
  const two = at % 3 === 0;
  const area = two ? `${pick(places, at)};${pick(places, at + 3 + (at % 4))}` : pick(places, at);
  const holders = two ? `${pick(people, at)};${pick(people, at + 1)}` : pick(people, at);
  const addresses = two ? `${pick(streets, at)}|${pick(streets, at + 1)}` : pick(streets, at);
  const granted = at % 5 === 0 ? '2023-02-11' : `2023-01-${10 + (at % 15)}`;
  const kind = at % 4 === 1 ? 'design' : 'invention';
  return `2023${kind === 'design' ? 3 : 1}00${String(at).padStart(5, '0')},${kind},2023-01-05,${granted},题目${at},${holders},${addresses},${area}`;
});

const scopes: readonly Scope[] = [
  wholeOffice,
  { areas: 'everywhere', personal: 'masked' },
  { areas: [], personal: 'plain' },
  { areas: ['440000'], personal: 'masked' },
  { areas: ['440300'], personal: 'plain' },
  { areas: ['110000', '310000'], personal: 'masked' },
  { areas: ['XX'], personal: 'plain' },
];
const indicators = { 'patent-grants': 'true', 'grants-of-a-holder': `first.name = '清华大学'` };
const asked = ['ALL', 'CN', '440000', 'XX'];

/** Someone whose rights come to this scope: the work of a case officer needs names, that of a planner does not. */
function actorIn(scope: Scope): Actor {
  if (scope === wholeOffice) return localOperator('test');
  const roles = scope.personal === 'plain' ? (['case-officer'] as const) : (['planner'] as const);
  return {
    ...visitor(null),
    person: 'account:someone',
    kind: 'account',
    account: 'someone',
    roles,
    areas: scope.areas,
  };
}

describe('records of an office in a scope', () => {
  const small = new SmallOffice();
  let office: Office;
  let closing: () => void = () => {};
  let used: Promise<void>;
  let plain: LakeSession;
  const run = <Answer>(name: string, input: object, scope: Scope) =>
    carryOut(name, input, { office, actor: actorIn(scope), onProgress: () => {} }) as Promise<CommandOutcome<Answer>>;
  const records = async (input: object, scope: Scope) => (await run<RecordsAnswer>('records', input, scope)).json;

  beforeAll(async () => {
    const folder = join(small.definitions, 'indicators');
    const grants = readFileSync(join(folder, 'patent-grants.yaml'), 'utf8');
    const own = grants
      .replace('id: patent-grants', 'id: grants-of-a-holder')
      .replace(/^where: .*$/m, `where: holder = '清华大学'`)
      .replace(/^published:\n(?: .*\n)+/m, '');
    writeFileSync(join(folder, 'grants-of-a-holder.yaml'), own);
    const stock = readFileSync(join(shipped, 'inventions-maintained-over-10-years.yaml'), 'utf8')
      .replace('id: inventions-maintained-over-10-years', 'id: rights-of-a-holder')
      .replace('dates: { from: filed_on + 10 years }', `where: holder = '清华大学'\n    dates: { from: filed_on }`);
    writeFileSync(join(folder, 'rights-of-a-holder.yaml'), stock);
    mkdirSync(join(small.path, 'in'));
    writeFileSync(join(small.path, 'in/p.csv'), `n,k,f,g,t,h,b,a\n${rows.join('\n')}\n`);
    writeFileSync(join(small.path, 'm.yaml'), mapping);
    await new Promise<void>((opened, failed) => {
      used = small.use(
        (one) =>
          new Promise<void>((resolve) => {
            office = one;
            closing = resolve;
            opened();
          }),
      );
      used.catch(failed);
    });
    const load = await run(
      'load',
      { paths: [join(small.path, 'in/p.csv')], mapping: join(small.path, 'm.yaml') },
      wholeOffice,
    );
    expect(load.json).toMatchObject({ read: 60, loaded: 60 });
    await run('release-create', { name: 'r1' }, wholeOffice);
    await run('compute', {}, wholeOffice);
    plain = await openLakeSession((await office.release()).release, office.store, wholeOffice);
  });
  afterAll(async () => {
    plain.close();
    closing();
    await used;
    small.remove();
  });

  /** Counts by plain SQL over everything that is loaded. */
  const counted = async (indicator: keyof typeof indicators, area: string, leftOut: boolean, scope: Scope) => {
    const prefix = (code: string) => code.replace(/0+$/, '');
    const seen =
      scope.areas === 'everywhere'
        ? 'true'
        : `EXISTS (SELECT 1 FROM patent_holders AS any_holder WHERE any_holder.id = p.id AND (false ${scope.areas
            .map((code) => `OR any_holder.area LIKE '${prefix(code)}%'`)
            .join(' ')}))`;
    const where = `coalesce(first.area, 'XX')`;
    const inside: Record<string, string> = {
      ALL: 'true',
      CN: `regexp_matches(${where}, '^[0-9]{6}$')`,
      XX: `${where} = 'XX'`,
    };
    const counts = `(${indicators[indicator]}) AND s.granted_on >= DATE '2023-01-01' AND s.granted_on < DATE '2023-02-01'`;
    const [row] = await plain.rows<{ total: number; visible: number }>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE ${seen}) AS visible
       FROM patents AS p JOIN patent_states AS s ON s.id = p.id
       LEFT JOIN patent_holders AS first ON first.id = p.id AND first.position = 1
       WHERE ${inside[area] ?? `${where} LIKE '${prefix(area)}%'`} AND (${counts}) IS ${leftOut ? 'NOT ' : ''}TRUE`,
    );
    return row ?? { total: -1, visible: -1 };
  };

  it.each(scopes)('$areas, $personal: visible and withheld are the total', async (scope) => {
    let withheld = 0;
    for (const indicator of ['patent-grants', 'grants-of-a-holder'] as const) {
      for (const area of asked) {
        for (const leftOut of [false, true]) {
          const input = { indicator, area, period: '2023-01', leftOut, limit: 1000 };
          const answer = await records(input, scope);
          const expected = await counted(indicator, area, leftOut, scope);
          // Which records of a name count would tell the name.
          const visible = scope.personal === 'masked' && indicator === 'grants-of-a-holder' ? 0 : expected.visible;
          expect({ ...input, ...answer, rows: answer.rows.length }).toMatchObject({
            total: expected.total,
            visible,
            withheldByRight: expected.total - visible,
            rows: visible,
          });
          withheld += answer.withheldByRight;
        }
      }
    }
    if (scope === wholeOffice) expect(withheld).toBe(0);
    else expect(withheld).toBeGreaterThan(0);
  });

  it.each(scopes)('$areas, $personal: a stock whose condition asks for a name', async (scope) => {
    const asked = { indicator: 'rights-of-a-holder', area: 'ALL', period: '2023-12' };
    const held = rows.filter((row) => row.split(',')[1] === 'invention' && row.split(',')[5]?.startsWith('清华大学'));
    for (const leftOut of [false, true]) {
      const total = leftOut ? rows.length - held.length : held.length;
      const out = join(small.path, 'stock.csv');
      const answer = await records({ ...asked, limit: 1000, leftOut, out }, scope);
      expect(answer.total).toBe(total);
      expect(readFileSync(out, 'utf8').trim().split('\n')).toHaveLength(1 + answer.visible);
      if (scope.personal === 'masked') expect(answer).toMatchObject({ visible: 0, withheldByRight: total, rows: [] });
      if (scope === wholeOffice) expect(answer).toMatchObject({ visible: total, withheldByRight: 0 });
    }
    const why = run('why', { ...asked, id: `CN:${held[0]?.slice(0, 12)}` }, scope);
    if (scope.personal === 'masked') await expect(why).rejects.toMatchObject({ code: 'not-allowed' });
    if (scope === wholeOffice) expect((await why).json).toMatchObject({ admitted: true, sql: { agrees: true } });
    await why.catch(() => {});
  });

  it.each(scopes.filter(({ personal }) => personal === 'masked'))('$areas: no name in rows or files', async (scope) => {
    let written = '';
    for (const leftOut of [false, true]) {
      const out = join(small.path, 'out.csv');
      const input = { indicator: 'patent-grants', area: 'ALL', period: '2023-01', leftOut, limit: 1000, out };
      const answer = await records(input, scope);
      const file = readFileSync(out, 'utf8');
      expect(file.trim().split('\n')).toHaveLength(1 + answer.visible);
      written += JSON.stringify(answer) + file;
    }
    for (const name of [...people, ...streets]) expect(written).not.toContain(name);
    expect(written).toContain('＊＊');
    expect(written).toContain('题目');
  });

  it('shows a region its own records, whose ids are those of the rows that name it', async () => {
    const scope: Scope = { areas: ['440000'], personal: 'masked' };
    const own = rows.filter((row) => /(?:^|[,;])44\d{4}/.test(row.split(',').at(-1) ?? ''));
    const ids = new Set(own.map((row) => `CN:${row.slice(0, 12)}`));
    const input = { indicator: 'patent-grants', area: 'ALL', period: '2023-01', limit: 1000 };
    const seen = await Promise.all([false, true].map((leftOut) => records({ ...input, leftOut }, scope)));
    expect(new Set(seen.flatMap((answer) => answer.rows.map(({ id }) => id)))).toEqual(ids);
    const figure = (asking: Scope) =>
      run<{ value: number }[]>('figure', { ...input, area: ['ALL'], period: ['2023-01'] }, asking);
    expect((await figure(scope)).json).toEqual((await figure(wholeOffice)).json);
    expect((await figure(scope)).json[0]?.value).toBe(seen[0]?.total);
  });

  it('pages through what is visible', async () => {
    const scope: Scope = { areas: ['440000'], personal: 'plain' };
    const input = { indicator: 'patent-grants', area: 'ALL', period: '2023-01' };
    const all = await records({ ...input, limit: 1000 }, scope);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: RecordsAnswer = await records({ ...input, limit: 4, after }, scope);
      expect(page).toMatchObject({ total: all.total, visible: all.visible });
      paged.push(...page.rows.map(({ id }) => id));
      after = page.next;
    }
    expect(paged).toEqual(all.rows.map(({ id }) => id));
  });

  it('answers questions of many scopes at once, each in its own', async () => {
    const input = { indicator: 'patent-grants', area: 'ALL', period: '2023-01', limit: 1000 };
    const alone: RecordsAnswer[] = [];
    for (const scope of scopes) alone.push(await records(input, scope));
    expect(await Promise.all([...scopes, ...scopes].map((scope) => records(input, scope)))).toEqual([
      ...alone,
      ...alone,
    ]);
  });
});
