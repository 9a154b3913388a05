import { OwnFault, type UnitId, yearBefore } from '@zhiheng/vocabulary';
import { judgeCeiling } from './judging/ceiling.js';
import { judgeDirection } from './judging/direction.js';
import { judgeFloor } from './judging/floor.js';
import { judgeGroup } from './judging/group.js';
import { judgeGrowth } from './judging/growth.js';
import { judgeHold } from './judging/hold.js';
import { isReason, type Look, lookFor } from './judging/look.js';
import { cannotTell, type Outcome } from './judging/outcome.js';
import { judgeQualitative } from './judging/qualitative.js';
import type { Observe } from './observe.js';
import type { Programme, Reason, Target, TargetGroup, Verdict } from './programme.js';
import { Decimal } from './reading.js';
import { reasonSentence, reasonWords } from './reasons.js';

/**
 * The verdicts of a programme: a row a target in the programme's order, the row of a group right after its last part.
 * `observe` gives the values of one office, one dataset and one effective date.
 */
export function judge(programme: Programme, observe: Observe): Verdict[] {
  const rows: Verdict[] = [];
  for (const target of programme.targets) {
    const group = programme.groups.find(({ parts }) => parts.some((part) => part.target === target.id)) ?? null;
    rows.push(verdictOf(target, group, observe));
    if (group?.parts.at(-1)?.target === target.id) rows.push(groupVerdict(group, rows));
  }
  return rows;
}

function verdictOf(target: Target, group: TargetGroup | null, observe: Observe): Verdict {
  const look = target.subject === null ? null : lookFor(target, target.subject, observe);
  const judged = withNotes(target, outcomeOf(target, look));
  return {
    target: target.id,
    group: group?.id ?? null,
    part: group?.parts.find((part) => part.target === target.id)?.part ?? null,
    names: target.names,
    owners: target.owners,
    indicator: target.subject?.indicator ?? null,
    subject: target.subject,
    dataset: target.subject === null ? null : (observe(target.subject, target.period, target.origin)?.dataset ?? null),
    kind: target.kind,
    direction: target.kind === 'direction' ? target.direction : null,
    limit: judged.limit?.toNumber() ?? null,
    period: target.period,
    value: judged.value?.toNumber() ?? null,
    unit: target.unit,
    decimals: target.decimals,
    interval: judged.interval === null ? null : [judged.interval[0].toNumber(), judged.interval[1].toNumber()],
    origin: target.origin,
    basis: judged.basis,
    verdict: judged.verdict,
    ...inWords(judged.reasons),
    trend: trendOf(target, look),
    trendUnit: look === null ? null : trendUnit(target, look),
  };
}

function outcomeOf(target: Target, look: Look | null): Outcome {
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

function groupVerdict(group: TargetGroup, rows: readonly Verdict[]): Verdict {
  const parts = rows.filter((row) => row.group === group.id);
  const [first] = parts;
  if (first === undefined) throw new OwnFault(`the group ${group.id} has no parts`);
  const { verdict, basis, reasons } = judgeGroup(parts);
  return {
    target: group.id,
    group: group.id,
    part: null,
    names: group.names,
    owners: group.owners,
    indicator: null,
    subject: null,
    dataset: null,
    kind: first.kind,
    direction: null,
    limit: null,
    period: first.period,
    value: null,
    unit: null,
    decimals: 0,
    interval: null,
    origin: first.origin,
    basis,
    verdict,
    ...inWords(reasons),
    trend: first.trend.map(({ period }) => ({ period, value: null })),
    trendUnit: null,
  };
}

function inWords(reasons: readonly Reason[]) {
  return { reason: reasonSentence(reasons), reasonText: reasonWords(reasons), reasons };
}

/** Values of the subject in the two years before and the year judged; of a growth target the values that grew. */
function trendOf(target: Target, look: Look | null): Verdict['trend'] {
  const before = yearBefore(target.period);
  const unit = look === null ? null : trendUnit(target, look);
  return [yearBefore(before), before, target.period].map((period) => {
    const seen = look?.(period, unit) ?? null;
    return { period, value: seen === null || isReason(seen) ? null : seen.value.toNumber() };
  });
}

/** The target's own unit; of a growth target the unit of what grows, as its value of the year judged has it. */
function trendUnit(target: Target, look: Look): UnitId | null {
  if (target.kind !== 'growth') return target.unit;
  const seen = look(target.period, null);
  return isReason(seen) ? null : seen.unit;
}
