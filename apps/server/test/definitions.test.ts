import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ActsPage,
  DefinitionHistoryAnswer,
  DefinitionPreview,
  DraftAnswer,
  DraftRow,
  IndicatorAnswer,
  IndicatorCheckAnswer,
  MyWorkAnswer,
  RunningJob,
} from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaffedOffice } from './staffed-office.js';

const shipped = readFileSync(join(import.meta.dirname, '../../../definitions/indicators/patent-grants.yaml'), 'utf8');
/** Leaves out what was granted from 12 January 2023 on: two of the four patents of the office. */
const edited = shipped.replace("'plant')\n", "'plant') and granted_on < 2023-01-12\n");
const staffed = new StaffedOffice();
beforeAll(async () => {
  await staffed.open();
});
afterAll(() => staffed.remove());

const post = <T>(who: string, url: string, payload: object) => staffed.send<T>(who, 'POST', url, payload);
const refusal = async (who: string, url: string, payload: object) => {
  const response = await staffed.ask(who, { method: 'POST', url, payload });
  return [response.statusCode, response.json<{ code: string }>().code];
};
const figureOf = async (indicator: string) =>
  (
    await staffed.get<{ rows: { value: number }[] }>(
      'planner',
      `/api/figures?indicator=${indicator}&area=ALL&period=2023&origin=computed`,
    )
  ).rows.map(({ value }) => value);

describe('a definition over HTTP', () => {
  it('is checked as it is written: each fault with its place, what would be right and the nearest word', async () => {
    const text = edited.replace('granted_on <', 'grantd_on <').replace('decimals: 0', 'decimals: many');
    const { ok, faults } = await post<IndicatorCheckAnswer>('statistician', '/api/definitions/check', { text });
    expect(ok).toBe(false);
    const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;
    expect(faults.map(({ line, column, code, found, didYouMean }) => [line, column, code, found, didYouMean])).toEqual([
      [lineOf('decimals'), 11, 'definition-wrong', 'many', null],
      [lineOf('where'), 70, 'expression-wrong', 'grantd_on', 'granted_on'],
    ]);
    const other = { text: edited, id: 'patent-filings' };
    expect((await post<IndicatorCheckAnswer>('planner', '/api/definitions/check', other)).faults).toMatchObject([
      { line: 2, field: 'id', found: 'patent-grants', expected: 'patent-filings' },
    ]);
  });

  it('is refused where it is too long, and hostile nesting is a fault like any other', async () => {
    expect(await refusal('statistician', '/api/definitions/check', { text: 'a'.repeat(65_537) })).toEqual([
      400,
      'usage',
    ]);
    const deep = [`id: ${'['.repeat(60_000)}`, `where: "${'('.repeat(60_000)}"`, `where: ${'not '.repeat(15_000)}x`];
    const bomb = `a: &a [x,x]\n${'bcdefghijk'.replaceAll(/./g, (k) => `${k}: &${k} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n`)}`;
    for (const text of [...deep, bomb, edited.replace("kind in ('", `${'('.repeat(60_000)}kind in ('`)]) {
      const { ok } = await post<IndicatorCheckAnswer>('statistician', '/api/definitions/check', { text });
      expect(ok).toBe(false);
    }
  });

  it('is previewed beside the definition in force, with the records that change, and kept nowhere', async () => {
    const before = (await staffed.get<ActsPage>('auditor', '/api/acts')).acts[0]?.number ?? 0;
    const asked = { text: edited, area: ['ALL', '440000'], period: ['2023', '2023-01'] };
    const preview = await post<DefinitionPreview>('statistician', '/api/definitions/preview', asked);
    expect(
      preview.rows.map(({ area, period, draft, inForce }) => [area, period, draft?.value, inForce?.value]),
    ).toEqual([
      ['ALL', '2023-01', 2, 4],
      ['ALL', '2023', 2, 4],
      ['440000', '2023-01', 2, 2],
      ['440000', '2023', 2, 2],
    ]);
    expect(preview.compared).toEqual({ area: 'ALL', period: '2023', dataset: 'real' });
    expect(preview.added).toEqual({ total: 0, visible: 0, withheldByRight: 0, rows: [] });
    expect(preview.removed).toMatchObject({ total: 2, visible: 2, withheldByRight: 0 });
    expect(preview.removed.rows.map(({ id, holder, countedOn }) => [id, holder, countedOn])).toEqual([
      ['CN:202310000033', '清华大学', '2023-01-12'],
      ['CN:202310000044', '欧阳修文', '2023-01-13'],
    ]);
    // The names were given out: that is written down. To a planner they are masked.
    const [read, ...older] = (await staffed.get<ActsPage>('auditor', '/api/acts')).acts;
    expect(read).toMatchObject({ kind: 'read:personal', object: 'draft patent-grants', reads: true });
    expect(older[0]?.number).toBe(before);
    const masked = await post<DefinitionPreview>('planner', '/api/definitions/preview', asked);
    expect(JSON.stringify(masked)).not.toMatch(/清华|欧阳/);
    expect(masked.removed.total).toBe(2);
    // Where names are masked, a condition on them shows none: which records change would tell the names.
    const byName = edited.replace('granted_on < 2023-01-12', "holder = '清华大学'");
    const told = await post<DefinitionPreview>('planner', '/api/definitions/preview', { ...asked, text: byName });
    expect(told.removed).toEqual({ total: 3, visible: 0, withheldByRight: 3, rows: [] });
    expect(told.rows[1]).toMatchObject({ draft: { value: 1 }, inForce: { value: 4 } });
    // Who sees running work sees no records of it.
    const running = await staffed.get<RunningJob[]>('auditor', '/api/running');
    const jobs = running.filter(({ command }) => command === 'indicator-preview');
    expect(jobs.map(({ state, about }) => [state, about])).toEqual([
      ['done', ['patent-grants']],
      ['done', ['patent-grants']],
      ['done', ['patent-grants']],
    ]);
    expect(JSON.stringify(jobs)).not.toMatch(/清华|202310000033/);
    expect(await figureOf('patent-grants')).toEqual([4]);
  });

  it('shows a narrowed scope the records of its own areas alone', async () => {
    const given = { account: 'region', role: 'statistician', areas: ['440000'], from: '2026-01-01', to: null };
    await post('administrator', '/api/roles', given);
    const text = edited.replace('granted_on < 2023-01-12', 'granted_on > 2023-01-11');
    const preview = await post<DefinitionPreview>('region', '/api/definitions/preview', { text, area: ['ALL'] });
    expect(preview.rows.at(-1)).toMatchObject({ period: '2023', draft: { value: 2 }, inForce: { value: 4 } });
    expect(preview.removed).toMatchObject({ total: 2, visible: 2, withheldByRight: 0 });
    const other = await post<DefinitionPreview>('region', '/api/definitions/preview', { text: edited, area: ['ALL'] });
    expect(other.removed).toEqual({ total: 2, visible: 0, withheldByRight: 2, rows: [] });
  });

  it('counts the records of a new one as new', async () => {
    const text = edited
      .replace('id: patent-grants', 'id: early-grants')
      .replace(/published:\n(?: .*\n)+/, 'published: []\n');
    const preview = await post<DefinitionPreview>('statistician', '/api/definitions/preview', { text, area: ['CN'] });
    expect(preview.rows.at(-1)).toMatchObject({ draft: { value: 2 }, inForce: null });
    expect(preview.added).toMatchObject({ total: 2, visible: 2 });
    expect(await refusal('statistician', '/api/definitions/preview', { text: 'id: x' })).toEqual([
      400,
      'definition-wrong',
    ]);
    expect(await refusal('statistician', '/api/definitions/preview', { text, area: ['nowhere'] })).toEqual([
      400,
      'area-unknown',
    ]);
  });

  it('is drafted by one, published by another, and then holds: for figures after the next computing', async () => {
    const faulty = await post<DraftAnswer>('statistician', '/api/definitions/drafts', {
      text: `${edited}colour: red\n`,
    });
    expect(faulty).toMatchObject({ draft: 'patent-grants.1', state: 'written', check: { ok: false } });
    expect(await refusal('statistician', '/api/definitions/drafts/patent-grants/submit', {})).toEqual([
      400,
      'definition-wrong',
    ]);
    const seen = { draft: 'patent-grants.1', version: 1 };
    const draft = await post<DraftAnswer>('statistician', '/api/definitions/drafts', { text: edited, ...seen });
    expect(draft.texts.map(({ version, text }) => [version, text])).toEqual([
      [1, `${edited}colour: red\n`],
      [2, edited],
    ]);
    expect(draft.difference.filter(({ kind }) => kind !== 'same').map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]);
    expect(await refusal('planner', '/api/definitions/drafts', { text: shipped, ...seen })).toEqual([
      409,
      'state-changed',
    ]);
    expect(await refusal('planner', '/api/definitions/drafts/patent-grants/submit', {})).toEqual([409, 'act-refused']);
    await post('statistician', '/api/definitions/drafts/patent-grants/submit', { version: 2 });

    const publish = '/api/definitions/drafts/patent-grants/publish';
    const reason = { reason: 'agreed on 3 March', version: 3 };
    expect(await refusal('statistician', publish, reason)).toEqual([403, 'not-allowed']);
    expect(await refusal('auditor', publish, reason)).toEqual([403, 'not-allowed']);
    await expect(staffed.operate('indicator-publish', { id: 'patent-grants', ...reason })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect((await staffed.get<IndicatorAnswer>('public', '/api/indicators/patent-grants')).definition.text).toBe(
      shipped,
    );

    const work = await staffed.get<MyWorkAnswer>('planner', '/api/my-work');
    expect(work.drafts).toMatchObject([
      {
        draft: 'patent-grants.1',
        state: 'submitted',
        writtenBy: ['account:statistician'],
        acts: ['publish', 'return'],
      },
    ]);
    expect(work.notices[0]).toMatchObject({
      words: 'notice.definition-submitted',
      args: { indicator: 'patent-grants', by: 'account:statistician' },
    });
    expect((await staffed.get<MyWorkAnswer>('statistician', '/api/my-work')).drafts).toEqual([]);
    expect((await staffed.get<MyWorkAnswer>('screener', '/api/my-work')).drafts).toEqual([]);

    await post('planner', publish, reason);
    expect(await refusal('planner', publish, reason)).toEqual([409, 'state-changed']);
    const { definition } = await staffed.get<IndicatorAnswer>('public', '/api/indicators/patent-grants');
    expect([definition.text, definition.file]).toEqual([edited, 'published/patent-grants.yaml']);
    expect(await figureOf('patent-grants')).toEqual([4]);
    await staffed.operate('compute', { effective: '2024-03-01' });
    expect(await figureOf('patent-grants')).toEqual([2]);
    const told = (await staffed.get<MyWorkAnswer>('statistician', '/api/my-work')).notices[0];
    expect(told).toMatchObject({ words: 'notice.definition-published', args: { by: 'account:planner' } });
    expect(await staffed.get<DraftRow[]>('auditor', '/api/definitions/drafts')).toEqual([]);
  });

  it('has its publications as history, and the one before comes back by the same two persons', async () => {
    const history = () => staffed.get<DefinitionHistoryAnswer>('auditor', '/api/definitions/patent-grants/history');
    const { publications, shippedChanged } = await history();
    expect(publications).toMatchObject([
      {
        ...{ text: edited, writtenBy: ['account:statistician'], publishedBy: 'account:planner' },
        ...{ reason: 'agreed on 3 March', takesBack: null },
      },
    ]);
    expect(shippedChanged).toBe(false);
    const changed = publications[0]?.difference?.filter(({ kind }) => kind !== 'same') ?? [];
    expect(changed.map(({ kind, line }) => [kind, line.includes('2023-01-12')])).toEqual([
      ['removed', false],
      ['added', true],
    ]);
    const proposed = await post<DraftAnswer>('planner', '/api/definitions/patent-grants/take-back', {
      reason: 'too few',
    });
    expect(proposed).toMatchObject({ draft: 'patent-grants.2', state: 'submitted', text: null });
    const publish = '/api/definitions/drafts/patent-grants.2/publish';
    expect(await refusal('planner', publish, { reason: 'x' })).toEqual([403, 'not-allowed']);
    await post('statistician', publish, { reason: 'seen' });
    const { definition } = await staffed.get<IndicatorAnswer>('public', '/api/indicators/patent-grants');
    expect([definition.text, definition.file]).toEqual([shipped, 'indicators/patent-grants.yaml']);
    await staffed.operate('compute', { effective: '2024-03-01' });
    expect(await figureOf('patent-grants')).toEqual([4]);
    expect((await history()).publications.map(({ reason, takesBack }) => [reason, takesBack])).toEqual([
      ['seen', publications[0]?.act],
      ['agreed on 3 March', null],
    ]);
    expect(await staffed.operate('audit-verify', {})).toMatchObject({ ok: true });
  });

  it('of a new indicator goes away as it came, but not while a programme asks for it', async () => {
    const text = edited
      .replace('id: patent-grants', 'id: early-grants')
      .replace(/published:\n(?: .*\n)+/, 'published: []\n');
    await post('planner', '/api/definitions/drafts', { text });
    await post('planner', '/api/definitions/drafts/early-grants/submit', {});
    await post('statistician', '/api/definitions/drafts/early-grants/publish', { reason: 'wanted' });
    expect((await staffed.get<{ id: string }[]>('public', '/api/indicators')).map(({ id }) => id)).toEqual([
      'early-grants',
      'patent-grants',
    ]);
    await staffed.operate('compute', { effective: '2024-03-01' });
    expect(await figureOf('early-grants')).toEqual([2]);
    await post('planner', '/api/definitions/early-grants/take-back', { reason: 'not needed' });
    await post('statistician', '/api/definitions/drafts/early-grants/publish', { reason: 'true' });
    expect((await staffed.get<{ id: string }[]>('public', '/api/indicators')).map(({ id }) => id)).toEqual([
      'patent-grants',
    ]);
    expect(await refusal('planner', '/api/definitions/nothing/take-back', { reason: 'x' })).toEqual([
      409,
      'draft-refused',
    ]);
  });
});
