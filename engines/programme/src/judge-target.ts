import { type Day, type Origin, OwnFault, parsePeriod } from '@zhiheng/vocabulary';
import { judgeByProjection } from './judging/by-projection.js';
import { judgeCeiling } from './judging/ceiling.js';
import { judgeDirection } from './judging/direction.js';
import { judgeFloor } from './judging/floor.js';
import { judgeGrowth } from './judging/growth.js';
import { judgeHold } from './judging/hold.js';
import { isReason, type Look } from './judging/look.js';
import { cannotTell, type Outcome } from './judging/outcome.js';
import { judgeQualitative } from './judging/qualitative.js';
import type { Target } from './programme.js';
import type { ProjectionMethod } from './projecting/forecast.js';
import { project } from './projecting/project.js';
import type { SeriesNature } from './projecting/so-far.js';
import { Decimal } from './reading.js';
import type { Reason } from './reasons.js';
import type { EffectiveDay } from './rule-in-force.js';

/** As of when, and on what ground, targets are judged. */
export interface JudgingGround {
  /** The day of the judging; rules and published values are those of this day. `latest`: everything known, nothing is projected. */
  readonly effective: EffectiveDay;
  /** Where the values of an origin are known only until an earlier day: computed ones until that of their vintage. */
  readonly knownUntil?: Partial<Readonly<Record<Origin, Day>>>;
  /** How the values of an indicator go together over time; `level` where left out. */
  readonly natureOf?: (indicator: string) => SeriesNature;
}

/** Judges one target by the rule in force: on the value of its period, or on its projection while the period is not over. */
export function judgeTarget(
  target: Target,
  look: Look | null,
  ground: JudgingGround,
  level: { readonly value: number; readonly stated: boolean },
): Outcome {
  const until = knownUntil(target, ground);
  if (look === null || !isRunning(target, look, until) || (target.kind === 'qualitative' && target.test === null)) {
    return withNotes(target, judgedOnValue(target, look));
  }
  const { method, nature } = projectionRule(target, ground);
  const series: Look = target.kind === 'growth' ? (period, unit = null) => look(period, unit) : look;
  const asked = { period: target.period, day: until, nature, rule: { method, level: level.value } };
  const projected = project(series, asked);
  if (!isReason(projected)) return withNotes(target, judgeByProjection(target, look, projected, level.stated));
  const running: Reason = { code: 'period-running', values: { period: target.period } };
  const limit = 'limit' in target ? new Decimal(target.limit) : null;
  return withNotes(target, cannotTell({ reading: null, limit }, running, projected));
}

/** The last day whose values are looked at. */
export function knownUntil(target: Target, { effective, knownUntil: until }: JudgingGround): EffectiveDay {
  const own = until?.[target.origin];
  if (own === undefined) return effective;
  return effective === 'latest' || own < effective ? own : effective;
}

/**
 * Whether the period is not over on the day and its value not final. Only what is published can be final before the end: of records, those of the
 * days to come are not looked at.
 */
function isRunning(target: Target, look: Look, day: EffectiveDay): day is Day {
  if (day === 'latest' || parsePeriod(target.period).to <= day) return false;
  if (target.origin !== 'published') return true;
  const seen = target.kind === 'growth' ? look(target.period, null) : look(target.period);
  return isReason(seen) || seen.provisional || seen.estimated;
}

/** The method of a target: its own, else proportion for events and growths, difference for all others. */
function projectionRule(target: Target, { natureOf }: JudgingGround) {
  const { subject, denominator } = target;
  const nature: SeriesNature =
    subject === null || denominator !== null ? 'level' : (natureOf?.(subject.indicator) ?? 'level');
  const byProportion = target.kind === 'growth' || nature === 'events' || nature === 'counted';
  const method: ProjectionMethod = target.projection ?? (byProportion ? 'completion-share' : 'difference');
  return { method, nature };
}

function judgedOnValue(target: Target, look: Look | null): Outcome {
  const nothing = { reading: null, limit: 'limit' in target ? new Decimal(target.limit) : null };
  if (target.kind === 'qualitative' && target.test === null)
    return cannotTell(nothing, { code: 'no-test', values: {} });
  if (look === null) return cannotTell(nothing, { code: 'no-series', values: {} });
  switch (target.kind) {
    case 'ceiling':
      return judgeCeiling(target, look);
    case 'floor':
      return judgeFloor(target, look);
    case 'hold':
      return judgeHold(target, look);
    case 'growth':
      return judgeGrowth(target, look);
    case 'direction':
      return judgeDirection(target, look);
    case 'qualitative':
      if (target.test === null) throw new OwnFault('a target without a test came to be judged');
      return judgeQualitative(target, target.test, look);
  }
}

/** Adds what the programme notes of the target's series; a note that blocks takes the verdict back. */
function withNotes(target: Target, judged: Outcome): Outcome {
  const notes: Reason[] = target.notes.map(({ code }) => ({ code, values: {} }));
  if (target.notes.some((note) => note.blocks)) {
    const lacks = judged.verdict === 'cannot-tell' ? judged.reasons : [];
    return { ...judged, verdict: 'cannot-tell', basis: null, reasons: [...lacks, ...notes] };
  }
  const rule: Reason[] =
    target.provisional && judged.verdict !== 'cannot-tell' ? [{ code: 'rule-provisional', values: {} }] : [];
  return { ...judged, reasons: [...judged.reasons, ...rule, ...notes] };
}
