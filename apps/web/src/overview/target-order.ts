import type { Verdict } from '@zhiheng/programme';

/** A group of targets; its parts are rows of their own. */
export function isGroup(verdict: Verdict): boolean {
  return verdict.group !== null && verdict.part === null;
}

export function isPart(verdict: Verdict): boolean {
  return verdict.group !== null && verdict.part !== null;
}

/** The rows as they are read: each group before its parts. */
export function inReadingOrder(verdicts: readonly Verdict[]): Verdict[] {
  const ordered: Verdict[] = [];
  const placed = new Set<string>();
  for (const verdict of verdicts) {
    if (verdict.group === null) ordered.push(verdict);
    else if (!placed.has(verdict.group)) {
      placed.add(verdict.group);
      const members = verdicts.filter((other) => other.group === verdict.group);
      ordered.push(...members.filter(isGroup), ...members.filter((member) => !isGroup(member)));
    }
  }
  return ordered;
}
