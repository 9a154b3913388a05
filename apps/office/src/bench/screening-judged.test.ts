import { expect, it } from 'vitest';
import { judgeScreening } from './screening-judged.js';

const line = (group: string, kind: string, member: string, role: string, ...sources: string[]) => ({
  ...{ group, kind, member, role, sources },
});

it('a screening is judged by the truth: recall of members under rules, precision of clues and of groups', () => {
  const planted = [
    line('G1', 'exact-copy', '202210000001.1', 'core'),
    line('G1', 'exact-copy', '202210000002.X', 'copy', '202210000001.1'),
    line('G1', 'exact-copy', '202210000003.3', 'copy', '202210000001.1'),
    line('G1', 'exact-copy', '202010000004.4', 'copy', '202210000001.1'),
    line('G2', 'scattered', '202310000005.5', 'connected', '202310000006.6'),
  ];
  const clue = (application: string, family: string) => ({ application, family });
  const judged = judgeScreening({
    applications: 2006,
    planted,
    clues: [
      clue('CN:202210000002', 'near-copy'),
      clue('CN:202310000005', 'near-copy'),
      clue('CN:202310000005', 'scattered-filing'),
      clue('CN:202210000009', 'near-copy'),
    ],
    groups: [
      { core: 'CN:202210000001', members: ['CN:202210000001', 'CN:202210000002', 'CN:202310000005'] },
      { core: 'CN:202210000008', members: ['CN:202210000009'] },
    ],
  });
  expect(judged.byFamily).toEqual({ 'exact-copy': { found: 1, planted: 2 }, scattered: { found: 1, planted: 1 } });
  expect(judged.byAny).toEqual({ 'exact-copy': { found: 1, planted: 2 }, scattered: { found: 1, planted: 1 } });
  expect(judged.precision).toEqual({ 'near-copy': 2 / 3, 'scattered-filing': 1 });
  // 2 of the first group are of one planted group, none of the second.
  expect([judged.groupPrecision, judged.groups, judged.grouped]).toEqual([2 / 5, 2, 5]);
  // 6 applications stand in the truth, one of 2,000 others has a clue.
  expect(judged.falseClues).toBe(5);
  expect(judged.falseCluesByFamily).toEqual({ 'near-copy': 5, 'scattered-filing': 0 });
});
