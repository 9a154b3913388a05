import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AcceptAnswer,
  carryOut,
  type DecideAnswer,
  type GuidelineDraftRow,
  type ProgrammeRow,
  type ReviewAnswer,
} from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
afterAll(() => small.remove());

const asked = async <Answer>(name: string, input: object) => (await small.run(name, input)).json as Answer;

const text = `某市知识产权工作计划（2026年）
2026年2月5日
一、工作目标
（一）主要指标。年底前发明专利审查周期压减到15个月，商标抽检合格率达到97%以上。
二、重点任务
（一）提升质量。开展质量检查。（保护司负责）组织专题培训。（商标局负责）
三、工作要求
各单位于2026年12月1日前将总结以电子件形式报送运用促进司。
`;
let draft = '';
const review = () => asked<ReviewAnswer>('programme-review', { draft });
const decide = (field: string, decision: string, more: object = {}) =>
  asked<DecideAnswer>('programme-decide', { draft, field, decision, ...more });

beforeAll(async () => {
  const path = join(small.path, 'plan.txt');
  writeFileSync(path, text);
  ({ draft } = await asked<ReviewAnswer>('programme-import', { path }));
});

describe('a draft is gone through', () => {
  it('beside its source, every field waiting', async () => {
    const answer = await review();
    expect(answer).toMatchObject({
      kind: 'guideline',
      file: 'plan.txt',
      year: 2026,
      programme: null,
      languages: ['zh-Hans'],
    });
    expect(answer.lines).toEqual(text.trim().split('\n'));
    expect(answer.counts).toEqual({ waiting: answer.fields.length, accepted: 0, corrected: 0, rejected: 0 });
  });

  it('field by field, each decision kept by an act and taken back by another', async () => {
    const { changed, counts } = await decide('title', 'accept', { version: 0 });
    expect(changed).toMatchObject([{ id: 'title', state: 'accepted', version: 1 }]);
    expect(counts.accepted).toBe(1);
    await decide('target-T2', 'correct', { value: { limit: 98, unit: 'percent' }, version: 0 });
    await decide('clause-2.1.2', 'reject', { note: '另行安排' });
    await decide('title', 'undo', { version: 1 });
    const { fields } = await review();
    const state = (id: string) => fields.find((one) => one.id === id);
    expect(state('title')).toMatchObject({ state: 'waiting', version: 2 });
    expect(state('target-T2')).toMatchObject({ state: 'corrected', value: { limit: 98 }, by: expect.any(String) });
    expect(state('clause-2.1.2')).toMatchObject({ state: 'rejected', note: '另行安排' });
    const acts = await small.use((office) => office.ledger.acts('programme:decide'));
    expect(acts.map(({ object }) => object)).toEqual([draft, draft, draft, draft]);
    expect(acts[1]?.after).toMatchObject({
      fields: [{ field: 'target-T2', decision: 'correct', value: { limit: 98 } }],
    });
  });

  it('by two at once: the second is told who came first', async () => {
    const both = await small.use((office) => {
      const call = (decision: string) =>
        carryOut(
          'programme-decide',
          { draft, field: 'number', decision, version: 0 },
          { office, actor: localOperator('test'), onProgress: () => {} },
        );
      return Promise.allSettled([call('accept'), call('reject')]);
    });
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({
      code: 'state-changed',
      detail: { values: { who: 'local:test', act: expect.stringMatching(/^(?:accept|reject)$/) } },
    });
  });

  it('with nothing that its form forbids', async () => {
    const linked = (value: object) => decide('target-T1', 'correct', { value });
    await expect(linked({ limit: 'soon' })).rejects.toMatchObject({
      code: 'programme-wrong',
      detail: { place: { field: 'target-T1.limit' } },
    });
    await expect(linked({ subject: { indicator: 'no-such', area: 'ALL' } })).rejects.toMatchObject({
      code: 'programme-wrong',
    });
    const subject = { indicator: 'patent-grants', area: 'ALL' };
    await expect(linked({ subject })).rejects.toMatchObject({
      ...{ code: 'programme-wrong', detail: { place: { field: 'target-T1.unit' }, expected: 'patents' } },
    });
    await expect(decide('target-T9', 'accept')).rejects.toMatchObject({ code: 'not-found' });
    await expect(decide('owners-2.1.1', 'undo')).rejects.toMatchObject({ code: 'act-refused' });
    await linked({ subject, unit: 'patents' });
  });
});

describe('an item is accepted with all beneath it', () => {
  const states = async () => Object.fromEntries((await review()).fields.map(({ id, state }) => [id, state]));
  const beneath = (field: string, more: object = {}) => decide(field, 'accept', { beneath: true, ...more });

  it('by one act, which leaves what was corrected or rejected, and by one act taken back', async () => {
    const before = await states();
    const { changed } = await beneath('item-2.1', { version: 0 });
    // The clause 2.1.2 was rejected; its note of owners stands beneath it and waits.
    expect(changed.map(({ id, state }) => [id, state])).toEqual([
      ['item-2.1', 'accepted'],
      ['clause-2.1.1', 'accepted'],
      ['owners-2.1.1', 'accepted'],
      ['owners-2.1.2', 'accepted'],
    ]);
    const after = await states();
    expect(after).toEqual({ ...before, ...Object.fromEntries(changed.map(({ id }) => [id, 'accepted'])) });
    await expect(beneath('item-2.1')).rejects.toMatchObject({ code: 'act-refused' });
    await expect(beneath('item-2.1', { decision: 'reject' })).rejects.toMatchObject({ code: 'usage' });
    const acts = await small.use((office) => office.ledger.acts('programme:decide'));
    expect(acts.at(-1)?.after).toMatchObject({
      fields: changed.map(({ id: field }) => ({ field, decision: 'accept' })),
    });
    expect((await decide('item-2.1', 'undo', { version: 1 })).changed).toHaveLength(4);
    expect(await states()).toEqual(before);
  });

  it('and whatever was decided anew since stays when it is taken back', async () => {
    const before = await states();
    await beneath('section-1');
    await decide('clause-1.1.1', 'undo');
    await decide('clause-1.1.1', 'reject');
    expect(await states()).toMatchObject({ 'section-1': 'accepted', 'target-T1': 'corrected' });
    await decide('section-1', 'undo');
    expect(await states()).toEqual({ ...before, 'clause-1.1.1': 'rejected' });
    await decide('clause-1.1.1', 'undo');
    // Of an item that was corrected, the correction is one act and what lies beneath another.
    await decide('item-1.1', 'correct', { value: { number: '（壹）' } });
    await beneath('item-1.1');
    expect(await states()).toMatchObject({ 'item-1.1': 'corrected', 'clause-1.1.1': 'accepted' });
    await decide('item-1.1', 'undo');
    expect(await states()).toMatchObject({ 'item-1.1': 'corrected', 'clause-1.1.1': 'waiting' });
    await decide('item-1.1', 'undo');
    expect(await states()).toEqual(before);
  });
});

describe('a draft is accepted', () => {
  it('only once nothing waits, or by saying so', async () => {
    await expect(asked('programme-accept', { draft })).rejects.toMatchObject({ code: 'review-waiting' });
    expect(await asked<ProgrammeRow[]>('programme-list', {})).toHaveLength(1);
    const broken = { path: 'c.yaml', text: 'fields:\n  target-T2:\n    value: { kind: ceilings }\n' };
    await expect(asked('programme-accept', { draft, rest: true, corrections: broken })).rejects.toMatchObject({
      ...{ code: 'programme-wrong', detail: { place: { path: 'c.yaml', line: 3 } } },
    });
    await expect(asked('programme-accept', { draft, rest: true, id: '2023' })).rejects.toMatchObject({
      code: 'programme-id-taken',
    });
  });

  it('into a programme whose targets are judged where they are linked', async () => {
    const corrections = { path: 'c.yaml', text: 'fields: { owners-2.1.1: { value: { joint: true } } }' };
    const accepted = await asked<AcceptAnswer>('programme-accept', { draft, rest: true, corrections });
    const { fields, programme, counts } = await review();
    expect(accepted).toEqual({ programme: '2026', accepted: fields.length - 4, corrected: 3, rejected: 1 });
    expect([programme, counts.waiting]).toEqual(['2026', 0]);
    expect((await asked<ProgrammeRow[]>('programme-list', {})).map(({ id }) => id)).toEqual(['2026', '2023']);
    expect(await asked<object[]>('verdicts', { programme: '2026', effective: '2027-02-01' })).toMatchObject([
      { target: 'T1', indicator: 'patent-grants', limit: 15 },
      { target: 'T2', limit: 98, verdict: 'cannot-tell', reasons: [{ code: expect.any(String) }] },
    ]);
    await expect(decide('title', 'accept')).rejects.toMatchObject({ code: 'state-changed' });
    await expect(asked('programme-accept', { draft, rest: true })).rejects.toMatchObject({ code: 'state-changed' });
  });

  it('and its next year goes the same way, under an id that is free', async () => {
    const rolled = await asked<ReviewAnswer>('programme-roll', { programme: '2026' });
    expect(rolled).toMatchObject({
      kind: 'roll',
      year: 2027,
      title: '某市知识产权工作计划（2027年）',
      programme: null,
    });
    expect(await asked<GuidelineDraftRow[]>('programme-drafts', {})).toMatchObject([
      { kind: 'roll', draft: rolled.draft, year: 2027, targets: 2 },
      { kind: 'guideline', draft, programme: '2026' },
    ]);
    const next = await asked<AcceptAnswer>('programme-accept', { draft: rolled.draft, rest: true });
    expect(next.programme).toBe('2027');
  });
});

describe('a draft is opened again', () => {
  const programmeText = async (edition: number) =>
    (await asked<{ text: string }[]>('programme-editions', { id: '2026', edition }))[0]?.text ?? '';
  const limit = async () => {
    const [, second] = await asked<{ limit: number }[]>('verdicts', { programme: '2026', effective: '2027-02-01' });
    return second?.limit;
  };

  it('for a reason, and its programme stays in force until it is accepted anew', async () => {
    await expect(asked('programme-reopen', { draft, reason: '  ' })).rejects.toMatchObject({ code: 'usage' });
    await expect(asked('programme-reopen', { draft: 'none', reason: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await asked<object[]>('programme-editions', { id: '2023' })).toEqual([]);
    expect(await asked<object[]>('programme-editions', { id: '2026' })).toMatchObject([
      { edition: 1, draft, acceptedBy: expect.stringMatching(/^local:/), reopened: null, inForce: true },
    ]);
    const reason = '限值写错';
    const opened = await asked<object>('programme-reopen', { draft, reason });
    expect(opened).toMatchObject({ programme: '2026', edition: 1, reopened: { reason }, inForce: true });
    await expect(asked('programme-reopen', { draft, reason })).rejects.toMatchObject({ code: 'act-refused' });
    expect(await review()).toMatchObject({ programme: null, reopened: '2026', counts: { waiting: 0 } });
    await decide('target-T2', 'correct', { value: { limit: 99 } });
    expect(await limit()).toBe(98);
  });

  it('and the text before stays readable beside the one that took its place', async () => {
    await expect(asked('programme-accept', { draft, id: '2026-9' })).rejects.toMatchObject({
      ...{ code: 'programme-wrong', detail: { expected: '2026' } },
    });
    expect((await asked<AcceptAnswer>('programme-accept', { draft })).programme).toBe('2026');
    expect(await limit()).toBe(99);
    expect((await asked<ProgrammeRow[]>('programme-list', {})).map(({ id }) => id)).toEqual(['2027', '2026', '2023']);
    expect(await asked<object[]>('programme-editions', { id: '2026' })).toMatchObject([
      { edition: 1, reopened: { reason: '限值写错', by: expect.stringMatching(/^local:/) }, inForce: false },
      { edition: 2, reopened: null, inForce: true },
    ]);
    const [before, after] = [await programmeText(1), await programmeText(2)];
    // One line of the two texts differs, whatever the order of keys.
    const linesOf = (text: string) => text.split('\n').map((line) => line.trim());
    const without = (lines: string[], others: string[]) => lines.filter((line) => !others.includes(line));
    expect(without(linesOf(before), linesOf(after))).toEqual(['limit: 98']);
    expect(without(linesOf(after), linesOf(before))).toEqual(['limit: 99']);
    await expect(asked('programme-editions', { id: '2026', edition: 3 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(decide('title', 'accept')).rejects.toMatchObject({ code: 'state-changed' });
    expect(await small.use((office) => office.ledger.verify())).toMatchObject({ ok: true, faults: [] });
  });
});
