import type { Dataset } from '@zhiheng/vocabulary';
import { type JudgingGround, judgeTarget } from './judge-target.js';
import { type Look, lookFor } from './judging/look.js';
import type { Outcome } from './judging/outcome.js';
import type { Observe } from './observe.js';
import type { Programme, Target } from './programme.js';
import { inForce, revisionsOf } from './rule-in-force.js';
import { groupsAmong, targetsOfArea } from './targets-of-area.js';
import type { Verdict, VerdictRevision } from './verdict.js';
import { groupRow, verdictRow } from './verdict-row.js';

const everythingKnown: JudgingGround = { effective: 'latest' };

/**
 * The verdicts of a programme: a row a target in the programme's order, the row of a group right after its last part. `observe` gives the values of
 * one office, one dataset and one vintage. `area` left out or null: the programme's own targets; else those that are set for the region, looked
 * at in its values, and no row for the others. While a period is not over as of the effective day, its projection is judged: see `project`.
 */
export function judge(
  programme: Programme,
  observe: Observe,
  ground: JudgingGround = everythingKnown,
  area: string | null = null,
): Verdict[] {
  const rows: Verdict[] = [];
  const set = targetsOfArea(programme, area);
  const groups = groupsAmong(programme, set);
  for (const { target, setBy } of set) {
    const group = groups.find(({ parts }) => parts.some((part) => part.target === target.id)) ?? null;
    rows.push(verdictRow(judgeInForce(programme, target, observe, ground), { area, setBy, group }));
    if (group?.parts.at(-1)?.target === target.id) rows.push(groupRow(group, rows, area));
  }
  return rows;
}

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
