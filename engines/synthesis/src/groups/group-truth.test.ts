import { dayNumber } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { windowCells } from '../filing-plan.js';
import { planGroups } from './group-plan.js';
import { GroupTruth } from './group-truth.js';
import type { MemberText } from './member-texts.js';
import type { PlantedPatent } from './planted-patent.js';

const cells = windowCells(30_000, dayNumber('2018-01-01'), dayNumber('2023-12-31'));
const plan = planGroups({ seed: 2, cells, marks: 4000, share: 0.02 });

const ofKind = (kind: string): PlantedPatent[] => {
  for (let group = 0; group < plan.groups; group += 1) {
    if (plan.member(group, 0).kind !== kind) continue;
    const members: PlantedPatent[] = [];
    do members.push(plan.member(group, members.length));
    while (members.at(-1)?.last === false);
    return members;
  }
  throw new Error(`no group of ${kind}`);
};

const half = (ordinal: number, jaccard: number): MemberText['likeness'][number] => ({
  ordinal,
  jaccard,
  claimJaccard: 0.25,
  containment: 0.5,
  claimContainment: 0.75,
});
const texts = { title: '', titleEn: '', abstract: '', firstClaim: '' };

describe('GroupTruth', () => {
  it('names the sources of a member by their numbers', () => {
    const truth = new GroupTruth();
    const [one, other, third] = ofKind('recombined');
    if (one === undefined || other === undefined || third === undefined) throw new Error('too small a group');
    expect(truth.header).toBe(
      'group,kind,ground_411,ground_77,member,role,sources,jaccard,containment,jaccard_claim,containment_claim,share\n',
    );
    expect(truth.patentLine(one, '201810000001X', null)).toBe(`${one.group},recombined,1,1,201810000001X,core,,,,,,\n`);
    truth.patentLine(other, '2018100000021', null);
    expect(
      truth.patentLine(third, '2018100000039', { texts, share: 0.5, likeness: [half(0, 1 / 3), half(1, 0.4)] }),
    ).toBe(
      `${one.group},recombined,1,1,2018100000039,recombined,201810000001X 2018100000021,` +
        '0.3333 0.4000,0.5000 0.5000,0.2500 0.2500,0.7500 0.7500,0.5\n',
    );
  });

  it('forgets a group when its last member is past', () => {
    const truth = new GroupTruth();
    const members = ofKind('title-only');
    for (const [index, member] of members.entries()) {
      truth.patentLine(member, `n${index}`, null);
      expect(truth.open).toBe(index === members.length - 1 ? 0 : 1);
    }
  });

  it('names the refused mark that was filed again', () => {
    const truth = new GroupTruth();
    const marks = Array.from({ length: 4000 }, (_, position) => plan.mark(position)).filter(
      (mark) => mark?.kind === 'mark-refiling',
    );
    const [first] = marks;
    const [one, again] = marks.filter((mark) => mark?.group === first?.group);
    if (one == null || again == null) throw new Error('no refiled mark');
    expect(truth.markLine(one, '30000001')).toBe(`${one.group},mark-refiling,,,30000001,refused,,,,,,\n`);
    expect(truth.markLine(again, '30000009')).toBe(`${one.group},mark-refiling,,,30000009,refiled,30000001,,,,,\n`);
  });
});
