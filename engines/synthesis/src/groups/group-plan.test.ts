import { dayNumber } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { windowCells } from '../filing-plan.js';
import { officeKinds } from '../office-volumes.js';
import { groupKinds } from './group-kinds.js';
import { type GroupPlan, planGroups } from './group-plan.js';
import type { PlantedPatent } from './planted-patent.js';

const patents = 60_000;
const cells = windowCells(patents, dayNumber('2018-01-01'), dayNumber('2023-12-31'));
const countOf = (kind: string) => cells.filter((cell) => cell.kind === kind).reduce((sum, { count }) => sum + count, 0);
const plan = planGroups({ seed: 4, cells, marks: 20_000, share: 0.03 });

function planted(of: GroupPlan): PlantedPatent[] {
  return officeKinds.flatMap((kind) =>
    Array.from({ length: countOf(kind) }, (_, position) => of.patent(kind, position)).filter(
      (member) => member !== null,
    ),
  );
}

const members = planted(plan);
const byGroup = new Map<string, PlantedPatent[]>();
for (const member of members) byGroup.set(member.group, [...(byGroup.get(member.group) ?? []), member]);
const abnormal = members.filter(({ role }) => role !== 'source');
const groupsOf = (kind: string) => [...byGroup.values()].filter(([first]) => first?.kind === kind);
const parties = (group: readonly PlantedPatent[], what: 'holder' | 'address' | 'agency' | 'inventor' | 'contact') =>
  new Set(group.filter(({ role }) => role !== 'source').map((member) => member.parties[what]));

describe('planGroups', () => {
  it('plants the share asked for, each kind after its weight', () => {
    expect(abnormal).toHaveLength(patents * 0.03);
    expect(plan.members).toBe(abnormal.length);
    expect(plan.groups).toBe(byGroup.size);
    const weights = groupKinds.reduce((sum, { weight }) => sum + weight, 0);
    for (const { name, weight, most } of groupKinds) {
      const found = abnormal.filter(({ kind }) => kind === name).length;
      expect(Math.abs(found - (abnormal.length * weight) / weights), name).toBeLessThanOrEqual(most + 5);
    }
    expect(planted(planGroups({ seed: 4, cells, marks: 0, share: 0 }))).toEqual([]);
  });

  it('plans the same from the same seed', () => {
    expect(planted(planGroups({ seed: 4, cells, marks: 20_000, share: 0.03 }))).toEqual(members);
    expect(planted(planGroups({ seed: 5, cells, marks: 20_000, share: 0.03 }))).not.toEqual(members);
  });

  it('numbers members in the order of filing; what others are made from comes first', () => {
    for (const group of byGroup.values()) {
      expect(group.map(({ ordinal }) => ordinal)).toEqual(group.map((_, index) => index));
      expect(group.map(({ last }) => last)).toEqual(group.map((_, index) => index === group.length - 1));
      expect(new Set(group.map(({ slot }) => slot.kind)).size).toBe(1);
      for (const { ordinal, from, role } of group) {
        for (const origin of from) expect(['core', 'source']).toContain(group[origin]?.role);
        expect(from.every((origin) => origin < ordinal)).toBe(true);
        if (role === 'source' || role === 'core') expect(from).toEqual([]);
      }
      expect(group.length).toBeLessThanOrEqual(100);
    }
  });

  it('gives a member on its own as in its place', () => {
    for (const member of members.slice(0, 200)) expect(plan.member(member.groupNumber, member.ordinal)).toEqual(member);
    expect(() => plan.member(0, 10_000)).toThrow('no member');
  });

  it('files bursts in one run of one small holder over several fields', () => {
    for (const group of groupsOf('burst')) {
      expect(parties(group, 'holder').size).toBe(1);
      const places = group.map(({ slot }) => slot.position);
      // Other groups may stand between: the run is not much longer than the group.
      expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBeLessThan(group.length + 40);
      expect(new Set(group.map(({ subject }) => subject)).size).toBeGreaterThan(3);
    }
  });

  it('connects scattered holders by address, agency, inventor or contact', () => {
    const groups = groupsOf('scattered');
    for (const group of groups) {
      expect(parties(group, 'holder').size).toBe(group.length);
      const links = (['address', 'agency', 'inventor', 'contact'] as const).filter(
        (what) => parties(group, what).size === 1 && group[0]?.parties[what] !== null,
      );
      expect(links.length).toBeGreaterThanOrEqual(1);
    }
    expect(groups.length).toBeGreaterThan(10);
  });

  it('sells early to others, puts one inventor under many holders, gives an agency bad ends', () => {
    for (const group of groupsOf('early-transfer')) {
      for (const { transfer, parties: own } of group) {
        expect(transfer?.afterDays).toBeLessThan(365);
        expect(transfer?.buyer).not.toBe(own.holder);
      }
    }
    for (const group of groupsOf('false-inventor')) {
      expect(parties(group, 'inventor').size).toBe(1);
      expect(parties(group, 'holder').size).toBe(group.length);
    }
    const represented = groupsOf('agency-rate').flat();
    const bad = represented.filter(({ outcome }) => outcome !== null).length / represented.length;
    expect(bad).toBeCloseTo(0.8, 1);
    expect(abnormal.filter(({ outcome }) => outcome !== null).every(({ kind }) => kind === 'agency-rate')).toBe(true);
  });

  it('gives no party of one group to another', () => {
    const owners = new Map<string, string>();
    for (const { group, parties: own, transfer } of members) {
      for (const number of [...Object.values(own), transfer?.buyer ?? null]) {
        if (number === null) continue;
        const key = String(number);
        expect(owners.get(key) ?? group).toBe(group);
        owners.set(key, group);
      }
    }
    expect(owners.size).toBeGreaterThan(100);
  });

  it('copies from a publication only two years after it was filed', () => {
    const groups = groupsOf('earlier-publication');
    expect(groups.length).toBeGreaterThan(10);
    for (const [source, ...copies] of groups) {
      if (source === undefined) throw new Error('an empty group');
      expect(source).toMatchObject({ role: 'source', outcome: 'granted' });
      const apart = ((copies[0]?.slot.position ?? 0) - source.slot.position) / countOf(source.slot.kind);
      expect(apart).toBeGreaterThan(730 / 2191);
    }
  });

  it('refuses a share that would be no office any more', () => {
    expect(() => planGroups({ seed: 1, cells, marks: 0, share: 0.5 })).toThrow('0.5');
  });
});

describe('planted marks', () => {
  const marks = Array.from({ length: 20_000 }, (_, position) => plan.mark(position)).filter((mark) => mark !== null);
  const of = (kind: string) => marks.filter((mark) => mark.kind === kind);

  it('are about as many as asked for', () => {
    expect(marks.length).toBe(plan.markMembers);
    expect(Math.abs(marks.length - 600)).toBeLessThan(30);
    expect(of('mark-hoarding').length / marks.length).toBeCloseTo(0.6, 1);
  });

  it('are hoarded by at most four holders at one address', () => {
    for (const { holder, address, classes, words } of of('mark-hoarding')) {
      if (address !== null) expect(Math.abs(holder - address)).toBeLessThan(4);
      expect(classes.every((number) => number >= 1 && number <= 45)).toBe(true);
      expect(words).toMatch(/^拟\p{Script=Han}{2,3}$/u);
    }
  });

  it('are put together by chance', () => {
    for (const { words } of of('mark-random-characters'))
      expect(words).toMatch(/^(?:\p{Script=Han}{3,6}|[A-Z]{3,6})$/u);
  });

  it('are filed again in the same class after a refusal', () => {
    const first = new Map(
      of('mark-refiling')
        .filter(({ role }) => role === 'refused')
        .map((mark) => [mark.group, mark]),
    );
    const again = of('mark-refiling').filter(({ role }) => role === 'refiled');
    expect(again.length).toBeGreaterThan(10);
    for (const mark of again) {
      const refused = first.get(mark.group);
      expect(refused?.refused).toBe(true);
      expect(mark.position).toBeGreaterThan(refused?.position ?? Number.NaN);
      expect(mark.classes).toEqual(refused?.classes);
      expect(mark.words.startsWith(refused?.words ?? '-')).toBe(true);
    }
  });
});
