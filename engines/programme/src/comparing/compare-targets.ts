import type { ComparedSide, ComparedTarget, TargetChangeKind, TargetComparison } from './comparison.js';
import { inOrderOfLater } from './in-order-of-later.js';
import { matchTexts } from './matching/match-texts.js';
import type { Fold } from './text-difference.js';

/** Subjects less alike than this are different ones; our reading, no text settles it. */
const leastAlike = 0.4;

/** Pairs the targets of both sides by what they measure and says what changed. */
export function compareTargets(before: ComparedSide, after: ComparedSide, fold: Fold): TargetComparison[] {
  const matched = (side: ComparedSide) =>
    side.targets.map(({ subject, kind }) => ({ folded: fold(subject).text, place: kind }));
  const pairs = matchTexts(matched(before), matched(after), {
    by: before.head.words === after.head.words ? 'whole' : 'held',
    least: leastAlike,
  });
  const rows = inOrderOfLater(before.targets.length, after.targets.length, pairs);
  return rows.map(({ before: left, after: right, likeness }) => {
    const was = left === null ? null : (before.targets[left] ?? null);
    const is = right === null ? null : (after.targets[right] ?? null);
    if (was === null || is === null)
      return { before: was, after: is, likeness, changes: [was === null ? 'new' : 'gone'] };
    return { before: was, after: is, likeness, changes: changesOf(was, is) };
  });
}

function changesOf(was: ComparedTarget, is: ComparedTarget): TargetChangeKind[] {
  const changes: TargetChangeKind[] = [];
  if (was.kind !== is.kind) changes.push('kind');
  if (was.direction !== is.direction && was.kind === is.kind) changes.push('direction');
  if (was.limit !== null && is.limit !== null && was.unit !== is.unit) changes.push('unit');
  changes.push(...strictness(was, is));
  if (was.due !== is.due) changes.push('due');
  return changes;
}

/** Tightened or loosened where both ask for the same thing in the same unit; else, of other numbers, only that the limit is new. */
function strictness(was: ComparedTarget, is: ComparedTarget): TargetChangeKind[] {
  if (was.limit === is.limit && was.unit === is.unit) {
    if (was.limit === null || was.kind !== is.kind || was.approximate === is.approximate) return [];
    return [was.approximate ? 'tightened' : 'loosened'];
  }
  const alike = was.unit === is.unit && was.kind === is.kind && was.direction === is.direction;
  const measured = alike && was.limit !== null && is.limit !== null;
  if (!measured) return was.limit === is.limit ? [] : ['limit'];
  const more = (is.limit ?? 0) > (was.limit ?? 0);
  if (is.kind === 'ceiling') return [more ? 'loosened' : 'tightened'];
  if (is.kind === 'floor' || is.kind === 'growth') return [more ? 'tightened' : 'loosened'];
  return ['limit'];
}
