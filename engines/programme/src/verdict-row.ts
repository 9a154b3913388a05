import { OwnFault, type Period, type UnitId, yearBefore } from '@zhiheng/vocabulary';
import type { Judged } from './judge-in-force.js';
import { judgeGroup } from './judging/group.js';
import { isReason } from './judging/look.js';
import type { TargetGroup } from './programme.js';
import { projectionRow } from './projection-row.js';
import { type Reason, reasonSentence, reasonWords } from './reasons.js';
import type { SetForArea, Verdict } from './verdict.js';

/** Where a row stands: for which region, and in which group. */
export interface RowPlace {
  readonly area: string | null;
  readonly setBy: SetForArea | null;
  readonly group: TargetGroup | null;
}

export function verdictRow(judged: Judged, { area, setBy, group }: RowPlace): Verdict {
  const { target, outcome, dataset, revisions, levelStated } = judged;
  const { projection } = outcome.sight;
  return {
    target: target.id,
    group: group?.id ?? null,
    part: group?.parts.find((part) => part.target === target.id)?.part ?? null,
    area,
    setBy,
    names: target.names,
    owners: target.owners,
    indicator: target.subject?.indicator ?? null,
    subject: target.subject,
    dataset,
    kind: target.kind,
    direction: target.kind === 'direction' ? target.direction : null,
    limit: outcome.limit?.toNumber() ?? null,
    revisions,
    period: target.period,
    value: outcome.value?.toNumber() ?? null,
    unit: target.unit,
    decimals: target.decimals,
    interval: outcome.interval === null ? null : [outcome.interval[0].toNumber(), outcome.interval[1].toNumber()],
    origin: target.origin,
    basis: outcome.basis,
    verdict: outcome.verdict,
    projection: projection ? projectionRow(projection, levelStated) : null,
    ...inWords(outcome.reasons),
    trend: trendOf(judged, 2),
    trendUnit: trendUnit(judged),
  };
}

export function groupRow(group: TargetGroup, rows: readonly Verdict[], area: string | null): Verdict {
  const parts = rows.filter((row) => row.group === group.id && row.area === area);
  const [first] = parts;
  if (first === undefined) throw new OwnFault(`the group ${group.id} has no parts`);
  const { verdict, basis, reasons } = judgeGroup(parts);
  return {
    target: group.id,
    group: group.id,
    part: null,
    area,
    setBy: first.setBy,
    names: group.names,
    owners: group.owners,
    indicator: null,
    subject: null,
    dataset: null,
    kind: first.kind,
    direction: null,
    limit: null,
    revisions: [],
    period: first.period,
    value: null,
    unit: null,
    decimals: 0,
    interval: null,
    origin: first.origin,
    basis,
    verdict,
    projection: null,
    ...inWords(reasons),
    trend: first.trend.map(({ period }) => ({ period, value: null })),
    trendUnit: null,
  };
}

function inWords(reasons: readonly Reason[]) {
  return { reason: reasonSentence(reasons), reasonText: reasonWords(reasons), reasons };
}

/**
 * Values of the subject in some years before and the year judged, in the target's unit; of a growth target the values that grew. A year that is not
 * over has none, whatever part of it is known.
 */
export function trendOf(judged: Judged, yearsBefore: number): Verdict['trend'] {
  const { target, outcome, look } = judged;
  const periods: Period[] = [target.period];
  for (let back = 0; back < yearsBefore; back += 1) periods.unshift(yearBefore(periods[0] ?? target.period));
  const unit = trendUnit(judged);
  const running = outcome.sight.projection != null || outcome.reasons.some(({ code }) => code === 'period-running');
  return periods.map((period) => {
    const seen = running && period === target.period ? null : (look?.(period, unit) ?? null);
    return { period, value: seen === null || isReason(seen) ? null : seen.value.toNumber() };
  });
}

/** The target's own unit; of a growth target the unit of what grows, as its value of the year judged or of the year so far has it. */
export function trendUnit({ target, look, outcome }: Judged): UnitId | null {
  if (look === null) return null;
  if (target.kind !== 'growth') return target.unit;
  const { projection } = outcome.sight;
  if (projection) return projection.projected.soFar.reading.unit;
  const seen = look(target.period, null);
  return isReason(seen) ? null : seen.unit;
}
