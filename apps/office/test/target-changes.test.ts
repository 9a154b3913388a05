import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut, type MyWorkAnswer, type TargetHistoryAnswer, type TargetProposalRow } from '@zhiheng/office';
import type { Verdict } from '@zhiheng/programme';
import { type Actor, localOperator, type Role, visitor } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
afterAll(() => small.remove());

const person = (account: string, role: Role, areas: Actor['areas'] = 'everywhere'): Actor => ({
  ...localOperator('test'),
  ...{ person: `account:${account}`, kind: 'account', account, organisation: 'planning', roles: [role], areas },
});
const wang = person('wang', 'planner');
const li = person('li', 'planner');
const sun = person('sun', 'statistician');
const gd = person('gd', 'region', ['440000']);
const zj = person('zj', 'region', ['330000']);

const as = async <Answer>(actor: Actor, name: string, input: object) =>
  (await small.use((office) => carryOut(name, input, { office, actor, onProgress: () => {} }))).json as Answer;
const fault = (code: string) => expect.objectContaining({ code });

/** Two applications a month, one of them from Guangdong, up to June 2023: 24 a year and 12 so far, 12 and 6 of Guangdong. */
function applications(): string {
  const rows: string[] = [];
  for (let month = 0; month < 54; month += 1) {
    const day = `${2019 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-05`;
    for (const area of ['440000', '110000']) {
      rows.push(`${day.slice(0, 4)}10${String(rows.length + 1).padStart(6, '0')},invention,${day},,${area}`);
    }
  }
  return `n,k,f,g,a\n${rows.join('\n')}\n`;
}
const names = 'names: { zh-Hans: 申请, zh-Hant: 申請, en: filed }';
const looked = 'period: "2023", origin: computed, subject: { indicator: patent-applications, area: ALL }';
const programme = `id: trial
${names}
number: 试〔2023〕1号
issued_on: 2023-03-23
year: 2023
hand_in: { due: 2023-12-15, to: 司, forms: [paper] }
owners_proposed: true
targets:
  - { id: T1, ${names}, kind: ceiling, limit: 24, unit: applications, ${looked} }
  - { id: T2, ${names}, kind: direction, direction: rises, unit: applications, ${looked} }
`;
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, area: a }
covers: { kinds: [invention], filed: [2019-01-01, 2023-06-30], completeness: full }
`;
const t1 = { programme: 'trial', target: 'T1', from: '2023-07-01', reason: '上半年进度快' };
const verdicts = (input: object) => as<Verdict[]>(wang, 'verdicts', { programme: 'trial', ...input });
const told = async (input: object) =>
  (await verdicts(input)).filter(({ target }) => target === 'T1').map(({ limit, verdict }) => [limit, verdict]);
let vintage = '';

beforeAll(async () => {
  writeFileSync(join(small.definitions, 'programmes/trial.yaml'), programme);
  writeFileSync(join(small.path, 'm.yaml'), mapping);
  writeFileSync(join(small.path, 'rows.csv'), applications());
  await small.run('load', { paths: [join(small.path, 'rows.csv')], mapping: join(small.path, 'm.yaml') });
  await small.run('release-create', { name: 'first' });
  ({ vintage } = (await small.run('compute', { effective: '2023-06-30' })).json as { vintage: string });
}, 120_000);

describe('a target revised within the year', () => {
  it('is judged anew only when another planner accepted it, and from its day on', async () => {
    expect(await told({ effective: '2023-07-01' })).toEqual([[24, 'on-track']]);
    const proposed = await as<TargetProposalRow>(wang, 'target-revise', {
      ...t1,
      limit: 23.5,
      source: '试〔2023〕8号',
    });
    expect(proposed).toMatchObject({ id: 'trial.T1.1', before: 24, limit: 23.5, acts: ['return', 'withdraw'] });
    expect(await told({ effective: '2023-07-01' })).toEqual([[24, 'on-track']]);
    for (const actor of [wang, gd, sun, localOperator('test')]) {
      await expect(as(actor, 'target-accept', { id: proposed.id })).rejects.toEqual(fault('not-allowed'));
    }
    const work = await as<MyWorkAnswer>(li, 'my-work', {});
    expect(work.targetChanges.map(({ id, acts }) => [id, acts])).toEqual([[proposed.id, ['accept', 'return']]]);
    expect((await as<MyWorkAnswer>(wang, 'my-work', {})).targetChanges).toEqual([]);
    await as(li, 'target-accept', { id: proposed.id, version: 1 });
    expect(await told({ effective: '2023-06-30' })).toEqual([[24, 'on-track']]);
    expect(await told({ effective: '2023-07-01' })).toEqual([[23.5, 'at-risk']]);
    expect((await as<MyWorkAnswer>(wang, 'my-work', {})).notices).toMatchObject([
      { words: 'notice.target-change-accepted', args: { target: 'trial T1', limit: 23.5, by: 'account:li' } },
    ]);
  });

  it('keeps the old limit, the reason and both persons, whom a visitor is not told', async () => {
    const asked = { programme: 'trial', target: 'T1' };
    const { standings, acts } = await as<TargetHistoryAnswer>(sun, 'target-history', asked);
    expect(acts).toEqual([]);
    expect(standings).toMatchObject([
      { from: null, before: null, after: { limit: 24 }, change: null },
      {
        ...{ from: '2023-07-01', before: { limit: 24 }, after: { limit: 23.5 }, document: '试〔2023〕8号' },
        ...{ reason: { en: '上半年进度快' }, change: { proposedBy: 'account:wang', acceptedBy: 'account:li' } },
      },
    ]);
    const seen = await as<TargetHistoryAnswer>(visitor(null), 'target-history', asked);
    expect(JSON.stringify(seen)).not.toContain('account:');
    expect(seen.standings).toHaveLength(2);
    expect((await as<TargetHistoryAnswer>(wang, 'target-history', asked)).acts).toEqual(['revise', 'overlay']);
  });

  it('back to a day before leaves the verdicts of a published vintage as they were', async () => {
    await as(wang, 'vintage-publish', { vintage, reason: 'half a year' });
    await as(sun, 'vintage-sign', { vintage });
    const { id } = await as<TargetProposalRow>(li, 'target-revise', { ...t1, limit: 20, from: '2023-06-01' });
    await as(wang, 'target-accept', { id });
    expect(await told({ vintage })).toEqual([[24, 'on-track']]);
    expect(await told({ effective: '2023-06-30' })).toEqual([[24, 'on-track']]);
    // A later day is judged by all that is known; the revision from July holds over the one from June.
    expect(await told({ effective: '2023-07-01' })).toEqual([[23.5, 'at-risk']]);
    const [row] = (await verdicts({ effective: '2023-07-01' })).filter(({ target }) => target === 'T1');
    expect(row?.revisions.map(({ before, after }) => [before.limit, after.limit])).toEqual([
      [24, 20],
      [20, 23.5],
    ]);
  });

  it.each([
    ['no such target', { target: 'T9' }, 'not-found'],
    ['no such programme', { programme: 'none' }, 'not-found'],
    ['a target without a limit', { target: 'T2' }, 'target-change-refused'],
    ['a day that is none', { from: '2023-02-30' }, 'date-wrong'],
    ['a day outside of its period', { from: '2024-01-01' }, 'target-change-refused'],
    ['a due day before it begins', { due: '2023-06-30' }, 'target-change-refused'],
    ['what holds already', { limit: 23.5 }, 'target-change-refused'],
    ['no number', { limit: Number.NaN }, 'usage'],
    ['no reason', { reason: ' ' }, 'act-refused'],
  ])('is refused: %s', async (_, change, code) => {
    await expect(as(wang, 'target-revise', { ...t1, limit: 22, ...change })).rejects.toEqual(fault(code));
  });
});

describe('the target of a region set within the year', () => {
  const overlay = { ...t1, limit: 11, area: '440000' };

  it('is proposed by the region itself for its own area, and by no other region', async () => {
    await expect(as(zj, 'target-overlay', overlay)).rejects.toEqual(fault('not-allowed'));
    await expect(as(gd, 'target-revise', t1)).rejects.toEqual(fault('not-allowed'));
    await expect(as(wang, 'target-overlay', { ...overlay, area: 'ALL' })).rejects.toEqual(
      fault('target-change-refused'),
    );
    const { id, before } = await as<TargetProposalRow>(gd, 'target-overlay', overlay);
    expect([id, before]).toEqual(['trial.T1@440000.1', null]);
    const seenBy = async (actor: Actor) =>
      (await as<TargetProposalRow[]>(actor, 'target-proposals', {})).map((one) => one.id);
    expect([await seenBy(wang), await seenBy(gd), await seenBy(zj)]).toEqual([[id], [id], []]);
    await expect(as(zj, 'target-withdraw', { id, reason: 'x' })).rejects.toEqual(fault('not-allowed'));
    await expect(as(gd, 'target-accept', { id })).rejects.toEqual(fault('not-allowed'));
    await as(gd, 'target-withdraw', { id, reason: 'once more' });
    expect(await seenBy(wang)).toEqual([]);
  });

  it('is judged on its values from the day on, which the nation and other regions are not', async () => {
    const { id } = await as<TargetProposalRow>(gd, 'target-overlay', overlay);
    await as(wang, 'target-accept', { id });
    expect(await told({ area: ['440000'], effective: '2023-06-30' })).toEqual([]);
    expect(await told({ area: ['440000'], effective: '2023-07-01' })).toEqual([[11, 'at-risk']]);
    expect(await told({ area: ['330000'], effective: '2023-07-01' })).toEqual([]);
    expect(await told({ effective: '2023-07-01' })).toEqual([[23.5, 'at-risk']]);
    const answer = await as<TargetHistoryAnswer>(gd, 'target-history', { ...overlay, programme: 'trial' });
    expect(answer).toMatchObject({ areas: ['440000'], acts: ['overlay'], standings: [{ after: { limit: 11 } }] });
  });

  it('survives the process, and is in the chain of acts', async () => {
    const { acts } = await small.look();
    expect(acts.filter((act) => act.startsWith('target:'))).toEqual([
      'target:propose trial.T1',
      'target:accept trial.T1',
      'target:propose trial.T1',
      'target:accept trial.T1',
      'target:propose trial.T1@440000',
      'target:withdraw trial.T1@440000',
      'target:propose trial.T1@440000',
      'target:accept trial.T1@440000',
    ]);
    expect(await told({ area: ['440000'], effective: '2023-07-01' })).toEqual([[11, 'at-risk']]);
  });
});
