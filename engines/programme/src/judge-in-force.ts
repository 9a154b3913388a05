import type { Dataset } from '@zhiheng/vocabulary';
import { type JudgingGround, judgeTarget } from './judge-target.js';
import { type Look, lookFor } from './judging/look.js';
import type { Outcome } from './judging/outcome.js';
import type { Observe } from './observe.js';
import type { Programme, Target } from './programme.js';
import { inForce, revisionsOf } from './rule-in-force.js';
import type { VerdictRevision } from './verdict.js';

/** A target as it is in force, with what judging it gave. */
export interface Judged {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly look: Look | null;
  readonly dataset: Dataset | null;
  readonly revisions: readonly VerdictRevision[];
  readonly levelStated: boolean;
}

export function judgeInForce(programme: Programme, target: Target, observe: Observe, ground: JudgingGround): Judged {
  const standing = inForce(target, ground.effective);
  const { subject } = standing;
  const look = subject === null ? null : lookFor(standing, subject, observe);
  const outcome = judgeTarget(standing, look, ground, programme.level);
  return {
    target: standing,
    outcome,
    look,
    dataset: subject === null ? null : datasetOf(standing, outcome, observe),
    revisions: revisionsOf(target, ground.effective),
    levelStated: programme.level.stated,
  };
}

/** Of the value of the period; where that is projected, of the first value that the projection began with. */
function datasetOf({ subject, origin, period }: Target, { sight }: Outcome, observe: Observe): Dataset | null {
  const from = sight.projection?.projected.soFar.periods[0] ?? period;
  return subject === null ? null : (observe(subject, from, origin)?.dataset ?? null);
}
