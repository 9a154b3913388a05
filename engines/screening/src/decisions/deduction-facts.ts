import type { Day, DecisionOutcome } from '@zhiheng/vocabulary';
import { type DeductionPolicy, ruleOf } from '../rules/deduction-policy.js';
import { type Decision, stoodAt } from './decision.js';

/** What the decisions about one application come to, as of a position and a day: a row of `patent_decisions`. */
export interface DeductionFact {
  readonly id: string;
  readonly notifiedOn: Day | null;
  readonly deductedOn: Day | null;
  readonly deductionGround: string | null;
  readonly deductionOutcome: DecisionOutcome | null;
  readonly restoredOn: Day | null;
}

/** As of when: the number of the last act, and the last day on which a decision may begin to hold. */
export interface AsOf {
  readonly position: number;
  readonly effective: Day;
}

/** A deduction on one ground that stands. */
interface Standing {
  readonly on: Day;
  readonly ground: string;
  readonly outcome: DecisionOutcome;
}

/**
 * A row an application of which anything was decided, by id. On each ground the last decision holds (of one day, the last act). Any number of
 * grounds deduct an application once, from the earliest day; to take one ground back leaves the others. A decision behind
 * the effective day, or taken back by then, is none.
 */
export function deductionFacts(decisions: Iterable<Decision>, policy: DeductionPolicy, asOf: AsOf): DeductionFact[] {
  const byApplication = new Map<string, Decision[]>();
  for (const decision of decisions) {
    if (!stoodAt(decision, asOf.position) || decision.effectiveOn > asOf.effective) continue;
    const known = byApplication.get(decision.application);
    if (known === undefined) byApplication.set(decision.application, [decision]);
    else known.push(decision);
  }
  return [...byApplication]
    .map(([id, own]) => factOf(id, own.sort(inTime), policy))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function factOf(id: string, own: readonly Decision[], policy: DeductionPolicy): DeductionFact {
  const standing: Standing[] = [];
  let takenBackOn: Day | null = null;
  for (const ground of new Set(own.map((decision) => decision.ground))) {
    const { deduction, takenBack } = onGround(
      own.filter((decision) => decision.ground === ground),
      policy,
    );
    if (deduction !== null) standing.push({ ground, ...deduction });
    if (takenBack !== null && (takenBackOn === null || takenBack > takenBackOn)) takenBackOn = takenBack;
  }
  standing.sort((a, b) => (a.on < b.on || (a.on === b.on && a.ground < b.ground) ? -1 : 1));
  const [first] = standing;
  return {
    id,
    notifiedOn: own.find(({ outcome }) => outcome === 'notified')?.effectiveOn ?? null,
    deductedOn: first?.on ?? null,
    deductionGround: first?.ground ?? null,
    deductionOutcome: first?.outcome ?? null,
    restoredOn: first === undefined ? takenBackOn : null,
  };
}

/** The deduction that stands on one ground, by its decisions in time; or the day on which the last one was taken back. */
function onGround(own: readonly Decision[], policy: DeductionPolicy) {
  let notice: Day | null = null;
  let deduction: { readonly on: Day; readonly outcome: DecisionOutcome } | null = null;
  let takenBack: Day | null = null;
  for (const { outcome, effectiveOn } of own) {
    if (outcome === 'notified') notice ??= effectiveOn;
    const rule = ruleOf(policy, effectiveOn);
    if (rule?.outcomes.includes(outcome) === true) {
      // A second finding on the same ground changes nothing of the first.
      deduction ??= { on: rule.from === 'notice' ? (notice ?? effectiveOn) : effectiveOn, outcome };
      takenBack = null;
    } else if (deduction !== null && outcome !== 'notified') {
      deduction = null;
      takenBack = effectiveOn;
    }
  }
  return { deduction, takenBack };
}

function inTime(a: Decision, b: Decision): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.act - b.act || a.row - b.row;
}
