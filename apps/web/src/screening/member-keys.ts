import type { ScreenMember } from '@zhiheng/office';

/** By what members are told apart in the picture. */
export const memberKeys = ['party', 'agency', 'area'] as const;
export type MemberKey = (typeof memberKeys)[number];

/** One holder, agency or area, with the letter and the shape that stand for it. */
export interface LabelledKey {
  readonly key: string;
  readonly letter: string;
  readonly shape: number;
  readonly members: number;
}

/** Shapes that there are: circle, square, triangle, diamond, pentagon. */
export const shapes = 5;

/** The keys of some members, those of most members first. */
export function labelledKeys(members: readonly ScreenMember[], by: MemberKey): readonly LabelledKey[] {
  const counts = new Map<string, number>();
  for (const member of members) {
    const key = member[by];
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .map(([key, count], index) => ({ key, members: count, letter: letterOf(index), shape: index % shapes }));
}

/** A, B, … Z, AA, AB … */
function letterOf(index: number): string {
  const before = index < 26 ? '' : letterOf(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
