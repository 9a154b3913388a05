import type { CohortPosition } from '../cohorts/cohort-position.js';
import type { Cohorts } from '../cohorts/cohorts.js';
import type { TextGroup } from '../near/model.js';
import type { PairedTexts } from '../pairs/paired-texts.js';
import type { Passage } from '../pairs/passages.js';
import type { Slot } from '../pairs/slots.js';
import type { Exception, Rule, RuleSpan } from '../rules/rule.js';
import type { ScreenedSession } from '../screened-session.js';

/** Another application that a clue rests on, with what connects the two. */
export interface OtherApplication {
  readonly application: string;
  /** Numbers and words about the two. */
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly passages?: readonly Passage[];
  readonly slots?: readonly Slot[];
}

/** What a clue shows, as it was seen when the detector ran. */
export interface Evidence {
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly cohort: readonly CohortPosition[];
  /** The nearest of the others; `total` tells how many there are. */
  readonly others: readonly OtherApplication[];
  readonly total: number;
}

/** What a detector says of one application. */
export interface Finding {
  readonly application: string;
  /** What the detector measures. */
  readonly statistic: number;
  /** From 0 to 1. */
  readonly strength: number;
  readonly evidence: Evidence;
}

export interface Detected {
  readonly findings: readonly Finding[];
  /** Applications that met the numbers and were left alone, by the exception. */
  readonly excepted: Readonly<Partial<Record<Exception, number>>>;
  /** Applications that could not be judged: too few to compare with. */
  readonly withoutCohort: number;
}

/** What detectors look at, the same for all rules of a run. */
export interface ScreenedOffice {
  /** Shows the release, and `screened`: a row an application, see `prepareScreened`. */
  readonly session: ScreenedSession;
  readonly paired: PairedTexts;
  readonly groups: readonly TextGroup[];
  readonly cohorts: Cohorts;
}

/** Looks for what one span of a rule asks, among the applications filed in it. Changes nothing. */
export type Detector = (office: ScreenedOffice, rule: Rule, span: RuleSpan) => Promise<Detected>;

/** How many of the others an evidence lists. */
export const listedOthers = 20;

export const nothing: Evidence = { facts: {}, cohort: [], others: [], total: 0 };

/** The first of the others, which alone are told, and how many there are. */
export function others<Other>(
  all: readonly Other[],
  tell: (other: Other) => OtherApplication,
): Pick<Evidence, 'others' | 'total'> {
  return { others: all.slice(0, listedOthers).map(tell), total: all.length };
}

/** The same of all but the application itself, which stands among them once. */
export function othersBeside<Other extends { readonly id: string }>(
  own: string,
  all: readonly Other[],
  factsOf: (other: Other) => OtherApplication['facts'],
): Pick<Evidence, 'others' | 'total'> {
  return othersAmong(all, factsOf)(own);
}

/** The same of each that stands among some, where what is told of one is the same beside every other: it is told once, and shared. */
export function othersAmong<Other extends { readonly id: string }>(
  all: readonly Other[],
  factsOf: (other: Other) => OtherApplication['facts'],
): (own: string) => Pick<Evidence, 'others' | 'total'> {
  const told = all
    .slice(0, listedOthers + 1)
    .map((other): OtherApplication => ({ application: other.id, facts: factsOf(other) }));
  const first = told.slice(0, listedOthers);
  return (own) => {
    const isTold = told.some(({ application }) => application === own);
    const others = isTold ? told.filter(({ application }) => application !== own) : first;
    return { others, total: all.length - 1 };
  };
}
