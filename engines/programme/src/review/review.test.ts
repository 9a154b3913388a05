import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLikelihood } from '../guideline/noise/word-likelihood.js';
import { readGuideline } from '../guideline/read-guideline.js';
import { readWording } from '../guideline/text/wording.js';
import { readProgramme } from '../read-programme.js';
import { checkFieldValue } from './check-value.js';
import { composeProgramme } from './compose-programme.js';
import { readCorrections } from './corrections.js';
import { type DecidedField, decidedFields, type FieldDecision, readHash } from './decided-fields.js';
import type { ReviewDraft, ReviewField } from './field.js';
import { fieldsOfGuideline } from './guideline-fields.js';

const root = join(import.meta.dirname, '../../../..');
const { dict } = await import('@node-rs/jieba/dict.js');
const likelihood = readLikelihood(dict);
const glossary = readFileSync(join(root, 'definitions/programmes/wording.csv'), 'utf8');
const wording = readWording(glossary, 'wording.csv');

function drafted(text: string): ReviewDraft {
  const lines = text.split('\n');
  const source = lines.map((line, index) => ({ number: index + 1, text: line }));
  return fieldsOfGuideline(readGuideline(source, { likelihood, wording, organisation: () => null }), lines);
}

const plan = drafted(`某市知识产权工作计划（2026年）
市知〔2026〕3号
2026年2月5日
一、工作目标
（一）主要指标。年底前发明专利审查周期压减到15个月，商标抽检合格率达到97%以上。
二、重点任务
（一）提升质量。开展质量检查。（质量处牵头，宣传处配合）组织专题培训。（各地市局负责）
三、工作要求
各单位于2026年12月1日前将总结以电子件形式报送市知识产权局运用处。`);

const field = (draft: ReviewDraft, id: string): ReviewField => {
  const found = draft.fields.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
};

let time = 0;
function decision(one: ReviewField, word: FieldDecision['decision'], more: Partial<FieldDecision> = {}): FieldDecision {
  time += 1;
  const value = word === 'accept' ? one.read : null;
  const told = { version: time, note: null, batch: null, person: 'account:a', time: `2026-01-01T00:00:${time}Z` };
  return { field: one.id, decision: word, value, read: readHash(one), ...told, ...more };
}

const stateOf = (fields: readonly DecidedField[], id: string) => fields.find((one) => one.id === id)?.state;

describe('fields of a guideline', () => {
  it('stand in the order of the text, each with its place', () => {
    expect(plan.languages).toEqual(['zh-Hans']);
    expect(plan.fields.map(({ id }) => id)).toEqual([
      ...['title', 'number', 'issued-on', 'year', 'section-1', 'item-1.1', 'clause-1.1.1', 'target-T1', 'target-T2'],
      ...['section-2', 'item-2.1', 'clause-2.1.1', 'owners-2.1.1', 'clause-2.1.2', 'owners-2.1.2'],
      ...['section-3', 'item-3.0', 'clause-3.0.1', 'hand-in-1'],
    ]);
    for (const { id, span, read, kind } of plan.fields) {
      if (kind !== 'clause' || span === null) continue;
      const words = [...(plan.lines[span.line - 1] ?? '')].slice(span.from - 1, span.to - 1).join('');
      expect([id, read?.names]).toEqual([id, { 'zh-Hans': words }]);
    }
  });

  it('have values in the form of the file of a programme', () => {
    expect(field(plan, 'number').read).toEqual({ number: '市知〔2026〕3号' });
    expect(field(plan, 'target-T1').read).toEqual({
      ...{ id: 'T1', names: { 'zh-Hans': '年底前发明专利审查周期压减到15个月' }, owners: [] },
      ...{ kind: 'ceiling', limit: 15, unit: 'months', period: '2026', origin: 'published' },
    });
    expect(field(plan, 'target-T1').marks).toEqual(['not-linked']);
    expect(field(plan, 'owners-2.1.1').read).toEqual({ owners: ['质量处'], supporting: ['宣传处'], joint: false });
    expect(field(plan, 'owners-2.1.2').read).toMatchObject({ owners: ['各地市局'], regions: true });
    expect(field(plan, 'hand-in-1').read).toMatchObject({ due: '2026-12-01', forms: ['electronic'] });
  });

  it('that the text lacks say so', () => {
    const bare = drafted('一、任务\n（一）检查。开展检查。');
    expect(field(bare, 'hand-in-1')).toMatchObject({ read: null, marks: ['lacking'] });
    expect(field(bare, 'issued-on')).toMatchObject({ read: null, marks: ['lacking'] });
    expect(field(bare, 'number')).toMatchObject({ read: null, marks: [] });
  });
});

describe('decisions', () => {
  const target = field(plan, 'target-T1');

  it('stand until they are undone, each giving way to the one before', () => {
    const corrected = { ...target.read, limit: 14 };
    const decisions = [decision(target, 'accept'), decision(target, 'correct', { value: corrected })];
    const of = (more: FieldDecision[]) =>
      decidedFields(plan, [...decisions, ...more]).find((one) => one.id === target.id);
    expect(of([])).toMatchObject({ state: 'corrected', value: corrected, read: target.read });
    expect(of([decision(target, 'undo')])).toMatchObject({ state: 'accepted', value: target.read });
    expect(of([decision(target, 'undo'), decision(target, 'undo')])?.state).toBe('waiting');
    expect(of([decision(target, 'reject')])).toMatchObject({ state: 'rejected', value: null });
  });

  it('about another reading do not count', () => {
    expect(stateOf(decidedFields(plan, [decision(target, 'accept', { read: 'f'.repeat(64) })]), target.id)).toBe(
      'waiting',
    );
  });

  it('about characters left out change what the text around them reads, and ask again for what was accepted', () => {
    const seed = '一、任务\n（一）检查。各单位要持续加强质量檢抽櫻喇立检查，认真做好统计分析和预测工作。';
    const draft = drafted(seed);
    const noise = draft.fields.filter(({ kind }) => kind === 'noise');
    const clause = field(draft, 'clause-1.1.1');
    expect(noise).toHaveLength(1);
    const [run] = noise as [ReviewField];
    expect(JSON.stringify(clause.read)).not.toContain('櫻喇');
    const accepted = decision(clause, 'accept');
    expect(stateOf(decidedFields(draft, [accepted, decision(run, 'accept')]), clause.id)).toBe('accepted');
    const kept = decidedFields(draft, [accepted, decision(run, 'reject')]).find(({ id }) => id === clause.id);
    expect(kept).toMatchObject({ state: 'waiting', value: { names: { 'zh-Hans': expect.stringContaining('櫻喇') } } });
  });
});

describe('a programme from what entered', () => {
  const entering = (out: readonly string[] = []) =>
    plan.fields.flatMap((one) => (one.read === null || out.includes(one.id) ? [] : [{ ...one, value: one.read }]));
  const made = (out: readonly string[] = []) => {
    const text = composeProgramme({
      ...{ id: '2026', languages: plan.languages },
      fields: entering(out),
      rest: plan.rest,
      departments: [],
    });
    return readProgramme(text, 'programmes/2026.yaml', { id: '2026' });
  };

  it('has all of it, in one language that says what it lacks', () => {
    const programme = made();
    expect(programme.names).toEqual({
      ...{ 'zh-Hans': '某市知识产权工作计划（2026年）', 'zh-Hant': '某市知识产权工作计划（2026年）' },
      ...{ en: '某市知识产权工作计划（2026年）', lacking: ['zh-Hant', 'en'] },
    });
    expect(programme).toMatchObject({ number: '市知〔2026〕3号', year: 2026, handIn: { due: '2026-12-01' } });
    expect(programme.targets.map(({ id, kind }) => [id, kind])).toEqual([
      ['T1', 'ceiling'],
      ['T2', 'floor'],
    ]);
    expect(programme.sections.map(({ role }) => role)).toEqual(['aims', 'duties', 'requirements']);
    const [aim] = programme.sections[0]?.items[0]?.clauses ?? [];
    expect(aim).toMatchObject({ role: 'aim', targets: ['T1', 'T2'], source: { lines: [5, 5] } });
    expect(programme.sections[1]?.items[0]?.clauses).toMatchObject([
      { owners: ['质量处'], supporting: ['宣传处'], regions: false },
      { owners: ['各地市局'], regions: true },
    ]);
  });

  it('has nothing of what was rejected, nor what stands within it', () => {
    const programme = made(['item-2.1', 'target-T1', 'owners-2.1.1']);
    expect(programme.sections.map(({ id }) => id)).toEqual(['S1', 'S3']);
    expect(programme.targets.map(({ id }) => id)).toEqual(['T2']);
    expect(programme.sections[0]?.items[0]?.clauses[0]?.targets).toEqual(['T2']);
  });
});

describe('a value', () => {
  const check = (id: string, value: object, indicators?: ReadonlySet<string>) => () =>
    checkFieldValue(
      field(plan, id),
      { ...field(plan, id).read, ...value },
      plan,
      indicators === undefined ? {} : { indicators },
    );

  it('is held against the form of its kind, the fault naming the field', () => {
    expect(check('target-T1', { limit: 14 })).not.toThrow();
    expect(check('target-T1', { limit: '14' })).toThrow(
      expect.objectContaining({
        code: 'programme-wrong',
        detail: expect.objectContaining({ place: { field: 'target-T1.limit' } }),
      }),
    );
    const subject = { indicator: 'invention-pendensy', area: 'ALL' };
    expect(check('target-T1', { subject }, new Set(['invention-pendency']))).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ didYouMean: 'invention-pendency' }) }),
    );
    expect(check('hand-in-1', { due: 'soon' })).toThrow(expect.objectContaining({ code: 'programme-wrong' }));
    expect(check('owners-2.1.1', { joint: 'yes' })).toThrow(expect.objectContaining({ code: 'programme-wrong' }));
    expect(check('clause-2.1.1', { lights: 'on' })).toThrow(expect.objectContaining({ code: 'programme-wrong' }));
    expect(check('year', { year: 99999 })).toThrow(expect.objectContaining({ code: 'programme-wrong' }));
  });
});

describe('a file of corrections', () => {
  const read = (text: string) => readCorrections(text, 'corrections.yaml', 'g1', plan.fields);
  const fault = (text: string) => {
    try {
      read(text);
    } catch (error) {
      return error as { code: string; detail: { place: { line: number }; values: { what: string } } };
    }
    throw new Error('no fault');
  };

  it('names fields by id or place, with a value or a rejection', () => {
    const corrections = read(
      'draft: g1\nfields:\n  target-T1: { value: { limit: 14, unit: null }, note: typed }\n  item-2.1: reject\n',
    );
    expect(corrections).toMatchObject([
      { field: 'target-T1', note: 'typed', place: { line: 3 } },
      { field: 'item-2.1', value: null },
    ]);
    expect(corrections[0]?.value).toMatchObject({ limit: 14, kind: 'ceiling' });
    expect(corrections[0]?.value).not.toHaveProperty('unit');
    const { span } = field(plan, 'owners-2.1.1');
    expect(read(`fields: { "${span?.line}:${span?.from}": reject }`)).toMatchObject([{ field: 'owners-2.1.1' }]);
  });

  it('that is wrong is refused with its line', () => {
    expect(fault('fields:\n  target-T9: reject')).toMatchObject({
      code: 'corrections-wrong',
      detail: { place: { line: 2 }, didYouMean: expect.stringContaining('target-T') },
    });
    expect(fault('draft: g2\nfields: { number: reject }').detail.place.line).toBe(1);
    expect(fault('fields:\n  number:\n    note: why').detail.values.what).toBe('this is no correction');
    expect(fault('fields:\n  number: keep').detail.place.line).toBe(2);
    expect(fault('fields:\n  "5:999": reject').code).toBe('corrections-wrong');
  });
});
