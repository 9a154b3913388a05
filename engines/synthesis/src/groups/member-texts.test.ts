import { dayNumber } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { plainContainment, plainJaccard } from '../../test/plain-likeness.js';
import { windowCells } from '../filing-plan.js';
import type { PatentText } from '../texts/patent-text.js';
import { TextSource } from '../texts/text-source.js';
import { planGroups } from './group-plan.js';
import { type MemberText, MemberTexts } from './member-texts.js';
import type { PlantedPatent, PlantedRole } from './planted-patent.js';

const cells = windowCells(20_000, dayNumber('2018-01-01'), dayNumber('2023-12-31'));
const plan = planGroups({ seed: 6, cells, marks: 0, share: 0.03 });
const writer = new MemberTexts(6, new TextSource(6), plan);

interface Written {
  readonly member: PlantedPatent;
  readonly made: MemberText;
  readonly origins: readonly PatentText[];
}

const written: Written[] = Array.from({ length: plan.groups }, (_, group) => {
  const all: Written[] = [];
  for (let ordinal = 0; ; ordinal += 1) {
    const member = plan.member(group, ordinal);
    const origins = member.from.map((origin) => all[origin]?.made.texts).filter((texts) => texts !== undefined);
    all.push({ member, made: writer.of(member), origins });
    if (member.last) return all;
  }
}).flat();

const of = (role: PlantedRole): Written[] => {
  const found = written.filter(({ member }) => member.role === role);
  expect(found.length, role).toBeGreaterThan(2);
  return found;
};

describe('MemberTexts', () => {
  it('gives the exact likeness of every member to what it was made from', () => {
    let compared = 0;
    for (const { member, made, origins } of written) {
      expect(made.likeness.map(({ ordinal }) => ordinal)).toEqual(member.from);
      // Traditional characters are beyond the plain reference; their test is on folding.
      if (member.role === 'other-form') continue;
      for (const [index, origin] of origins.entries()) {
        const likeness = made.likeness[index];
        expect(likeness?.jaccard).toBeCloseTo(plainJaccard(origin.abstract, made.texts.abstract), 12);
        expect(likeness?.claimJaccard).toBeCloseTo(plainJaccard(origin.firstClaim, made.texts.firstClaim), 12);
        expect(likeness?.containment).toBeCloseTo(plainContainment(origin.abstract, made.texts.abstract), 12);
        expect(likeness?.claimContainment).toBeCloseTo(plainContainment(origin.firstClaim, made.texts.firstClaim), 12);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  it('copies whole texts, with another title or in other characters', () => {
    for (const { made, origins } of of('copy')) expect(made.texts).toEqual(origins[0]);
    for (const { made, origins } of of('retitled')) {
      expect(made.texts.title).not.toBe(origins[0]?.title);
      expect({ ...made.texts, title: '', titleEn: '' }).toEqual({ ...origins[0], title: '', titleEn: '' });
    }
    for (const { made, origins } of of('other-form')) {
      expect(made.texts.abstract).not.toBe(origins[0]?.abstract);
      expect(made.likeness[0]).toMatchObject({ jaccard: 1, claimJaccard: 1 });
    }
  });

  it('edits by the share that is written down', () => {
    for (const role of ['edited', 'connected'] as const) {
      for (const { made } of of(role)) {
        const share = made.share ?? Number.NaN;
        const stated = (1 - (4 / 3) * share) / (1 + (4 / 3) * share);
        expect(Math.abs((made.likeness[0]?.jaccard ?? 0) - stated)).toBeLessThan(0.15);
        expect(Math.abs((made.likeness[0]?.claimJaccard ?? 0) - stated)).toBeLessThan(0.15);
        expect(share).toBeGreaterThanOrEqual(0.05);
        expect(share).toBeLessThanOrEqual(role === 'edited' ? 0.4 : 0.2);
      }
    }
  });

  it('keeps templates, halves and passages recognisable', () => {
    for (const { made } of of('slots-exchanged')) expect(made.likeness[0]?.claimJaccard).toBeGreaterThan(0.35);
    for (const { made } of of('recombined')) {
      expect(made.likeness).toHaveLength(2);
      for (const half of made.likeness) expect(half.claimContainment).toBeGreaterThan(0.4);
    }
    for (const { made, origins } of of('container')) {
      expect(made.likeness[0]?.claimContainment).toBeGreaterThan(0.8);
      expect(made.texts.firstClaim.length).toBeGreaterThan(5 * (origins[0]?.firstClaim.length ?? Number.NaN));
    }
    for (const { made } of of('patched')) expect(made.likeness[0]?.containment).toBeGreaterThan(0.6);
  });

  it('writes long claims and machine text', () => {
    for (const { made } of of('overlong')) expect(made.texts.firstClaim.length).toBeGreaterThanOrEqual(2500);
    for (const { made } of of('machine-text')) expect(made.texts.firstClaim).not.toContain('其特征在于');
  });

  it('leaves members whose abnormality is not in their text with texts of their own', () => {
    const plain = (['burst', 'sold', 'false-inventor', 'represented'] as const).flatMap(of);
    const texts = plain.map(({ made }) => made.texts.firstClaim).filter((text) => text !== '');
    expect(new Set(texts).size).toBe(texts.length);
    for (let index = 1; index < 60; index += 1)
      expect(plainJaccard(texts[index - 1] ?? '', texts[index] ?? '')).toBeLessThan(0.35);
  });

  it('makes no member like the core of another group', () => {
    const cores = of('core').slice(0, 25);
    for (const { member, made } of written.filter(({ origins }) => origins.length > 0).slice(0, 40)) {
      for (const core of cores) {
        if (core.member.group === member.group) continue;
        expect(plainJaccard(core.made.texts.abstract, made.texts.abstract)).toBeLessThan(0.35);
      }
    }
  });

  it('uses no mark that a row of a table could stumble over', () => {
    for (const { made } of written) {
      for (const text of Object.values(made.texts)) expect(text).not.toMatch(/[,;"\r\n]/);
    }
  });
});
