import type { Day } from '@zhiheng/vocabulary';
import type { RuleValues, Target } from './programme.js';
import type { VerdictRevision } from './verdict.js';

/** The day as of which a programme is judged; `latest`: everything that is known, with every revision. */
export type EffectiveDay = Day | 'latest';

/** A target as its revisions leave it on a day; before the day of a revision what stood before holds. */
export function inForce(target: Target, day: EffectiveDay): Target {
  const sets = target.revisions.filter((one) => holds(one.effectiveOn, day)).map((one) => one.sets);
  return Object.assign({}, target, ...sets) as Target;
}

/** Every revision of a target beside what held before it, the earliest first. */
export function revisionsOf(target: Target, day: EffectiveDay): VerdictRevision[] {
  let before = ruleOf(target);
  return target.revisions.map(({ effectiveOn, sets, reason, document }) => {
    const after = { ...before, ...sets };
    const revision = { effectiveOn, inForce: holds(effectiveOn, day), before, after, reason, document };
    before = after;
    return revision;
  });
}

/** Whether what begins on a day holds as of another. */
export function holds(from: Day, day: EffectiveDay): boolean {
  return day === 'latest' || from <= day;
}

/** The rule of a target before its first revision. */
export function ruleOf(target: Target): RuleValues {
  switch (target.kind) {
    case 'ceiling':
    case 'floor':
    case 'growth':
      return { limit: target.limit };
    case 'hold':
      return { limit: target.limit, tolerance: target.tolerance };
    case 'qualitative':
      return target.test === null ? {} : { test: target.test };
    case 'direction':
      return {};
  }
}
