import type { Day, LocalizedText } from '@zhiheng/vocabulary';
import type { Programme, RuleValues } from '../programme.js';
import { ruleOf } from '../rule-in-force.js';
import { targetsOfArea } from '../targets-of-area.js';
import type { TargetChange } from './target-change.js';

/** A rule that a target had or has, since when, and who made it so. */
export interface LimitStanding {
  /** The first day on which it holds; null: from the beginning. */
  readonly from: Day | null;
  /** What held before; null for the first. */
  readonly before: RuleValues | null;
  readonly after: RuleValues;
  readonly reason: LocalizedText | null;
  readonly document: string | null;
  /** The change by which people made it; null where a file says so. */
  readonly change: TargetChange | null;
}

/**
 * Every rule that a target of a programme has had, the earliest first, of a programme from `withChanges`. Null where no target of this id is set: `area` null for
 * the programme's own.
 */
export function limitHistory(
  programme: Programme,
  id: string,
  area: string | null,
  changes: readonly TargetChange[],
): LimitStanding[] | null {
  const found = targetsOfArea(programme, area).find(({ target }) => target.id === id);
  if (found === undefined) return null;
  const { target, setBy } = found;
  const changeOf = (one: string | undefined) => changes.find((change) => change.id === one) ?? null;
  const set = programme.overlays.find((one) => one.area === area)?.targets.find((one) => one.target.id === id)?.setFrom;
  const isFirst = set !== undefined && !target.revisions.some(({ change }) => change === set.change);
  const first: LimitStanding = {
    from: isFirst ? set.effectiveOn : null,
    before: null,
    after: isFirst ? { ...ruleOf(target), ...set.sets } : ruleOf(target),
    reason: isFirst ? set.reason : set === undefined ? (setBy?.reason ?? null) : null,
    document: (isFirst ? set.document : set === undefined ? setBy?.document : null) || null,
    change: isFirst ? changeOf(set.change) : null,
  };
  const rows = [first];
  for (const { effectiveOn: from, sets, reason, document, change } of target.revisions) {
    const before = rows.at(-1)?.after ?? {};
    rows.push({
      from,
      before,
      after: { ...before, ...sets },
      reason,
      document: document || null,
      change: changeOf(change),
    });
  }
  return rows;
}
