import { describe, expect, it } from 'vitest';
import { pairwiseJaccard, quantile } from '../../test/plain-likeness.js';
import { designSubjects } from '../design-subjects.js';
import type { OfficeKind } from '../office-volumes.js';
import { Random } from '../random.js';
import { subjects } from '../subjects.js';
import { englishObject } from './object-names.js';
import { TextSource } from './text-source.js';

const source = new TextSource(1);

function sample(count: number, subjectOf: (index: number) => number, kind: OfficeKind) {
  const random = Random.of(5, 'sample', kind);
  return Array.from({ length: count }, (_, index) => source.texts(subjectOf(index), kind, random));
}

const everySubject = (index: number) => index % subjects.length;

describe('TextSource', () => {
  it('writes the same from the same stream, and the title alone as with the texts', () => {
    const draw = (stream: string) => source.texts(20, 'invention', Random.of(1, stream));
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    const { title, titleEn } = draw('a');
    expect(source.title(20, 'invention', Random.of(1, 'a'))).toEqual({ title, titleEn });
    expect(source.textsOf(4, 'invention', 7)).toEqual(new TextSource(1).textsOf(4, 'invention', 7));
    expect(source.textsOf(4, 'invention', 7)).not.toEqual(new TextSource(2).textsOf(4, 'invention', 7));
  });

  it.each(['invention', 'utility_model'] as const)('keeps to the lengths: %s', (kind) => {
    const texts = sample(1500, everySubject, kind);
    for (const { title, abstract, firstClaim } of texts) {
      expect(title.length).toBeGreaterThanOrEqual(10);
      expect(title.length).toBeLessThanOrEqual(30);
      expect(abstract.length).toBeGreaterThanOrEqual(190);
      expect(abstract.length).toBeLessThanOrEqual(325);
      expect(firstClaim.length).toBeGreaterThanOrEqual(250);
      expect(firstClaim.length).toBeLessThanOrEqual(520);
    }
    const mean = texts.reduce((sum, { abstract }) => sum + abstract.length, 0) / texts.length;
    expect(mean).toBeGreaterThan(220);
    expect(mean).toBeLessThan(280);
  });

  it('leaves no blank open and uses no mark that a row of a table could stumble over', () => {
    for (const kind of ['invention', 'utility_model', 'design'] as const) {
      for (const { title, titleEn, abstract, firstClaim } of sample(1500, everySubject, kind)) {
        for (const text of [title, abstract, firstClaim])
          expect(text).not.toMatch(/[,;"'\r\n#{}]|undefined|null|[A-Za-z]/);
        expect(titleEn).toMatch(/^[A-Z][A-Za-z0-9 .()-]+$/);
      }
    }
  });

  it('speaks of the kind and the object in both languages', () => {
    for (const { title, titleEn, abstract, firstClaim } of sample(400, () => 20, 'utility_model')) {
      const object = subjects[20]?.objects.find((word) => title.includes(word));
      expect(titleEn.toLowerCase()).toContain(englishObject(object ?? '')?.toLowerCase());
      expect(abstract).toMatch(/^本实用新型/);
      expect(firstClaim).toMatch(/^1\.一种.*其特征在于.*。$/);
      expect(firstClaim).toContain(object);
    }
    expect(sample(1, () => 0, 'design')[0]).toMatchObject({ abstract: '', firstClaim: '' });
    expect(sample(50, () => 0, 'invention').every(({ abstract }) => abstract.startsWith('本发明'))).toBe(true);
  });

  it('knows the English name of every object', () => {
    const objects = [...subjects, ...designSubjects].flatMap((subject) => subject.objects);
    expect(objects.filter((object) => englishObject(object) === null)).toEqual([]);
    expect(englishObject('晶圆承载台')).toBe('wafer stage');
    expect(englishObject('手机的图形用户界面')).toBe('graphical user interface for mobile phone');
  });

  // A method, a device and a substance; the same field is the harder case.
  it.each([
    [2, 'invention'],
    [20, 'utility_model'],
    [26, 'invention'],
  ] as const)('tells unrelated texts of one field apart: subject %d, %s', (subject, kind) => {
    const texts = sample(150, () => subject, kind);
    const abstracts = pairwiseJaccard(texts.map(({ abstract }) => abstract));
    const claims = pairwiseJaccard(texts.map(({ firstClaim }) => firstClaim));
    expect(quantile(abstracts, 0.999)).toBeLessThan(0.35);
    expect(quantile(claims, 0.999)).toBeLessThan(0.35);
    // What all have in common is there all the same.
    expect(quantile(abstracts, 0.5)).toBeGreaterThan(0.01);
    expect(quantile(claims, 0.05)).toBeGreaterThan(0.01);
  });

  it('tells unrelated texts of all fields apart', () => {
    const texts = sample(225, everySubject, 'invention');
    expect(quantile(pairwiseJaccard(texts.map(({ abstract }) => abstract)), 0.999)).toBeLessThan(0.35);
    expect(quantile(pairwiseJaccard(texts.map(({ firstClaim }) => firstClaim)), 0.999)).toBeLessThan(0.35);
  });

  it('repeats the phrases that real texts repeat', () => {
    const texts = sample(600, everySubject, 'utility_model');
    const share = (phrase: string) => texts.filter(({ abstract }) => abstract.includes(phrase)).length / texts.length;
    expect(share('本实用新型公开了一种')).toBeCloseTo(2 / 6, 1);
    expect(share('本实用新型涉及')).toBeCloseTo(2 / 6, 1);
    expect(share('本实用新型结构简单，使用方便，适合推广。')).toBeCloseTo(0.1, 1);
    expect(share('如图所示')).toBeGreaterThan(0.05);
  });
});
