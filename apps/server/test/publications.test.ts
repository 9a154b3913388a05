import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import {
  type CorrectionAnswer,
  carryOut,
  identify,
  type MyWorkAnswer,
  type TableAnswer,
  type VintageAnswer,
  type VintageShown,
} from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaffedOffice } from './staffed-office.js';

const staffed = new StaffedOffice();
beforeAll(async () => {
  await staffed.open();
  // A second planner, who computes and proposes nothing.
  mkdirSync(join(staffed.path, 'definitions/tables'));
  writeFileSync(join(staffed.path, 'definitions/tables/grants.yaml'), table);
  const given = { account: 'screener', role: 'planner', areas: 'everywhere', from: '2026-01-01', to: null };
  await staffed.send('administrator', 'POST', '/api/roles', given);
});
afterAll(() => staffed.remove());

const post = <T>(who: string, url: string, payload: object) => staffed.send<T>(who, 'POST', url, payload);
const refusal = async (who: string, url: string, payload: object = {}) => {
  const response = await staffed.ask(who, { method: 'POST', url, payload });
  return [response.statusCode, response.json<{ code: string }>().code];
};
const vintages = (who = 'auditor') => staffed.get<VintageAnswer[]>(who, '/api/vintages');
const grants = 'indicator=patent-grants&area=ALL&period=2023&origin=computed';
const seen = async (who: string, more = '') => {
  const response = await staffed.ask(who, { method: 'GET', url: `/api/figures?${grants}${more}` });
  if (response.statusCode !== 200) return response.json<{ code: string }>().code;
  return response.json<{ rows: FigureRow[] }>().rows.map(({ value, vintage }) => [value, vintage]);
};

/** A table of the grants of a year. */
const table = `id: grants
names: { zh-Hans: 授权, zh-Hant: 授權, en: Grants }
summary: { zh-Hans: 授权, zh-Hant: 授權, en: Grants }
period: year
metadata: { maker: , recorder: , record_number: , valid_until: }
source: { text: 年报 }
provisional: true
sheets:
  - id: grants
    names: { zh-Hans: 授权, zh-Hant: 授權, en: Grants }
    rows: [{ id: all, indicator: patent-grants, area: ALL }]
    columns: [{ id: year, names: { zh-Hans: 年, zh-Hant: 年, en: Year } }]
`;
const tabled = async (who: string, more = '') => {
  const {
    filled,
    provenance,
    vintages: offered,
  } = await staffed.get<TableAnswer>(who, `/api/tables/grants?period=2023${more}`);
  const [cell] = filled.sheets[0]?.rows[0]?.cells ?? [];
  return [cell?.value, cell?.status, provenance.vintage, offered.map(({ vintage }) => vintage)];
};

/** The statistician computes what is loaded now. */
async function compute(): Promise<string> {
  const credential = { kind: 'session', token: staffed.tokens.get('statistician') ?? '' } as const;
  const who = await identify(staffed.office, credential, { kind: 'command', address: null });
  const context = { office: staffed.office, ...who, onProgress: () => {} };
  const { json } = await carryOut('compute', { effective: '2024-03-01' }, context);
  return (json as { vintage: string }).vintage;
}

describe('a vintage', () => {
  let [first, second] = ['', ''];

  it('is seen by readers once two persons have published it, neither the same nor the local operator', async () => {
    [first = ''] = (await vintages()).map(({ vintage }) => vintage);
    expect(await vintages()).toMatchObject([{ standing: 'computed', computedBy: ['local:test'], acts: [] }]);
    expect(await seen('public')).toBe('sign-in-needed');
    expect(await refusal('auditor', `/api/vintages/${first}/publish`, { reason: 'x' })).toEqual([403, 'not-allowed']);
    expect(await refusal('planner', `/api/vintages/${first}/publish`, { reason: ' ' })).toEqual([409, 'act-refused']);
    const proposed = await post<VintageShown>('planner', `/api/vintages/${first}/publish`, { reason: 'first edition' });
    expect(proposed).toMatchObject({
      standing: 'proposed',
      proposal: { state: 'proposed', proposedBy: 'account:planner', reason: 'first edition' },
      acts: ['return', 'withdraw'],
    });
    expect(await refusal('planner', `/api/vintages/${first}/sign`)).toEqual([403, 'not-allowed']);
    expect(await refusal('auditor', `/api/vintages/${first}/sign`)).toEqual([403, 'not-allowed']);
    await expect(staffed.operate('vintage-sign', { vintage: first })).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await seen('public')).toBe('sign-in-needed');
    expect(await tabled('public')).toEqual([null, 'withheld', null, []]);
    const work = await staffed.get<MyWorkAnswer>('statistician', '/api/my-work');
    expect(work.vintages).toMatchObject([{ vintage: first, acts: ['sign', 'return'] }]);
    expect(work.notices[0]).toMatchObject({
      words: 'notice.vintage-proposed',
      args: { vintage: first, by: 'account:planner' },
    });
    const signed = await post<VintageShown>('statistician', `/api/vintages/${first}/sign`, {});
    expect(signed).toMatchObject({
      standing: 'published',
      publication: { proposedBy: 'account:planner', signedBy: 'account:statistician', reason: 'first edition' },
      acts: [],
    });
    expect(await refusal('planner', `/api/vintages/${first}/publish`, { reason: 'x' })).toEqual([
      409,
      'publication-refused',
    ]);
    expect(await seen('public')).toEqual([[4, first]]);
    expect(await staffed.get<CorrectionAnswer[]>('public', '/api/vintages/notices')).toEqual([]);
  });

  it('is not signed by whoever computed it; it is returned with a reason, and proposed again', async () => {
    // The third patent is not granted after all.
    const rows = 'n,k,f,g,t,h,a,s\n202310000033,invention,2022-01-05,,题目丙,清华大学,110000,北京清华路三号\n';
    writeFileSync(join(staffed.path, 'u.csv'), rows);
    await staffed.operate('load', { paths: [join(staffed.path, 'u.csv')], mapping: join(staffed.path, 'm.yaml') });
    await staffed.operate('release-create', { name: 'second' });
    second = await compute();
    expect(second).not.toBe(first);
    // Staff see the newest, readers what is published.
    expect([await seen('auditor'), await seen('public')]).toEqual([[[3, second]], [[4, first]]]);
    expect(await seen('public', `&vintage=${second}`)).toBe('sign-in-needed');
    // Tables go by the same rule, and nothing of a vintage that is not published is told.
    expect(await tabled('auditor')).toEqual([3, 'final', second, [second, first]]);
    expect(await tabled('public')).toEqual([4, 'final', first, [first]]);
    expect(await tabled('public', `&vintage=${second}`)).toEqual([null, 'withheld', null, [first]]);
    await post('planner', `/api/vintages/${second}/publish`, { reason: 'one grant fell away' });
    expect(await refusal('statistician', `/api/vintages/${second}/sign`)).toEqual([403, 'not-allowed']);
    expect((await vintages('statistician')).at(-1)?.acts).toEqual(['return']);
    const returned = await post<VintageShown>('screener', `/api/vintages/${second}/return`, { reason: 'say which' });
    expect(returned.proposal).toMatchObject({
      state: 'returned',
      returned: { by: 'account:screener', reason: 'say which' },
    });
    expect(await refusal('screener', `/api/vintages/${second}/sign`)).toEqual([409, 'act-refused']);
    expect(await refusal('screener', `/api/vintages/${second}/publish`, { reason: 'x' })).toEqual([409, 'act-refused']);
    await post('planner', `/api/vintages/${second}/withdraw`, { reason: 'not yet' });
    expect((await vintages()).at(-1)).toMatchObject({ standing: 'computed', proposal: null });
    await post('planner', `/api/vintages/${second}/publish`, { reason: 'CN:202310000033 was not granted' });
    const version = (await vintages()).at(-1)?.proposal?.version;
    expect(await refusal('screener', `/api/vintages/${second}/sign`, { version: (version ?? 0) - 1 })).toEqual([
      409,
      'state-changed',
    ]);
  });

  it('that others take the place of stays, and a notice tells how many values differ', async () => {
    await post('screener', `/api/vintages/${second}/sign`, { reason: 'seen' });
    expect((await vintages()).map(({ vintage, standing }) => [vintage, standing])).toEqual([
      [first, 'superseded'],
      [second, 'published'],
    ]);
    expect(await seen('public')).toEqual([[3, second]]);
    expect(await seen('public', `&vintage=${first}`)).toEqual([[4, first]]);
    expect(await tabled('public')).toEqual([3, 'final', second, [second, first]]);
    const file = await staffed.ask('public', {
      method: 'GET',
      url: `/api/tables/grants/files/csv?period=2023&vintage=${first}&language=en`,
    });
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="grants-grants-2023-${first.slice(0, 12)}-en.csv"; filename*=UTF-8''grants-grants-2023-${first.slice(0, 12)}-en.csv`,
    );
    expect(file.body.split('\r\n').slice(0, 2)).toEqual(['\ufeffItem,Year,Notes,label', 'All applicants,4,,']);
    const workbook = await staffed.ask('public', { method: 'GET', url: '/api/tables/grants/files/xlsx?period=2023' });
    expect(workbook.headers['content-type']).toContain('spreadsheetml.sheet');
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const notices = await staffed.get<CorrectionAnswer[]>('public', '/api/vintages/notices');
    expect(notices).toMatchObject([{ vintage: second, corrects: first, reason: 'CN:202310000033 was not granted' }]);
    // Where it counted: ALL, CN, CN-ML and Beijing; the year, its first half and quarter, January, and from there to each of twelve months; in total,
    // by kind, by holder, by both, and by section of the IPC, which it does not tell.
    expect(notices[0]?.indicators.map(({ indicator, values }) => [indicator, values])).toEqual([
      ['patent-grants', 4 * (4 + 12) * 5],
    ]);
    expect(notices[0]?.values).toBe(320);
    expect(JSON.stringify(notices)).not.toContain('account:');
    expect(await staffed.operate('audit-verify', {})).toMatchObject({ ok: true });
    const { acts } = await staffed.get<{ acts: { kind: string; object: string }[] }>('auditor', '/api/acts');
    expect(
      acts
        .filter(({ kind }) => kind.startsWith('vintage:'))
        .map(({ kind }) => kind)
        .slice(0, 2),
    ).toEqual(['vintage:correction', 'vintage:sign']);
  });
});
