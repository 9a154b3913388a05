import type { UnitId } from '@zhiheng/vocabulary';
import { judge } from './judge.js';
import { judgeInForce } from './judge-in-force.js';
import type { JudgingGround } from './judge-target.js';
import type { Observe } from './observe.js';
import type { Programme } from './programme.js';
import { yearsLookedBack } from './projecting/project.js';
import { stepsOf, type VerdictStep } from './steps.js';
import { targetsOfArea } from './targets-of-area.js';
import type { Verdict } from './verdict.js';
import { trendOf, trendUnit } from './verdict-row.js';

/** A verdict with how it came about. */
export interface ExplainedVerdict {
  readonly verdict: Verdict;
  /** None for a group: it is judged by its parts. */
  readonly steps: readonly VerdictStep[];
  /** The rows of a group's parts; none for a target. */
  readonly parts: readonly Verdict[];
  /** Values of ten years before and of the period, in `historyUnit`; those of what grows for a growth target. Null where there is none. */
  readonly history: Verdict['trend'];
  readonly historyUnit: UnitId | null;
}

/** The verdict of one target or group, the same row as `judge` gives, with its steps; null where none of this id is judged there. */
export function explainVerdict(
  programme: Programme,
  id: string,
  observe: Observe,
  ground: JudgingGround,
  area: string | null = null,
): ExplainedVerdict | null {
  const rows = judge(programme, observe, ground, area);
  const verdict = rows.find((row) => row.target === id);
  if (verdict === undefined) return null;
  const set = targetsOfArea(programme, area, ground.effective).find(({ target }) => target.id === id);
  if (set === undefined) {
    const parts = rows.filter((row) => row.group === id && row.part !== null);
    return { verdict, steps: [], parts, history: [], historyUnit: null };
  }
  const judged = judgeInForce(programme, set.target, observe, ground);
  return {
    verdict,
    steps: stepsOf(judged),
    parts: [],
    history: trendOf(judged, yearsLookedBack),
    historyUnit: trendUnit(judged),
  };
}
