import { announcementBefore, announcementFrom, type DayNumber, workingDayFrom } from './calendar.js';
import { type Ending, endingAfter } from './ending.js';
import type { Examination, Outcome } from './examination.js';
import { GrantQuota } from './grant-quota.js';
import { examineInvention } from './invention-examination.js';
import type { OfficeKind } from './office-volumes.js';
import type { Random } from './random.js';
import { examineRegistration } from './registration-examination.js';

/** The life of an application; a day is null where the event has not come to pass. */
export interface PatentLife {
  /** Null only in a record with a planted fault. */
  readonly filed: DayNumber | null;
  readonly published: DayNumber | null;
  readonly requested: DayNumber | null;
  /** First communication of the examiner. */
  readonly firstAction: DayNumber | null;
  readonly closed: DayNumber | null;
  readonly outcome: Outcome | null;
  readonly granted: DayNumber | null;
  readonly ceased: DayNumber | null;
  readonly ceaseReason: Ending['reason'] | null;
}

/** A whole life, lived to its end, whatever the window. */
export function live(kind: OfficeKind, filed: DayNumber, random: Random, quota: GrantQuota): PatentLife {
  const examination = examine(kind, filed, random, quota);
  const granted = examination.outcome === 'granted' ? announcementFrom(examination.closed + feeDays(random)) : null;
  return completeLife(kind, filed, examination, granted, granted ?? 0, random);
}

/**
 * A life granted before the opening day and still in force on it. Lives are drawn until one fits; if many do not, the
 * day of grant is put between the youngest possible and the opening day.
 */
export function liveInForce(kind: OfficeKind, filed: DayNumber, opening: DayNumber, random: Random): PatentLife {
  const quota = new GrantQuota();
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const examination = examine(kind, filed, random, quota);
    const granted = announcementFrom(examination.closed + feeDays(random));
    const fits = examination.outcome !== 'withdrawn' || examination.requested !== null || kind !== 'invention';
    if (fits && granted < opening) {
      return completeLife(kind, filed, { ...examination, outcome: 'granted' }, granted, opening, random);
    }
  }
  const granted = announcementBefore(opening - random.between(0, Math.floor((opening - filed) / 4)));
  const closed = granted - random.between(25, 40);
  const requested = kind === 'invention' ? filed + random.between(0, 20) : null;
  return completeLife(kind, filed, { requested, closed, outcome: 'granted' }, granted, opening, random);
}

/** The life as a file of the day `last` knows it: later events have not come to pass. */
export function asKnownOn(life: PatentLife, last: DayNumber): PatentLife {
  const until = (day: DayNumber | null) => (day !== null && day <= last ? day : null);
  const closed = until(life.closed);
  const ceased = until(life.ceased);
  return {
    filed: life.filed,
    published: until(life.published),
    requested: until(life.requested),
    firstAction: until(life.firstAction),
    closed,
    outcome: closed === null ? null : life.outcome,
    granted: until(life.granted),
    ceased,
    ceaseReason: ceased === null ? null : life.ceaseReason,
  };
}

function examine(kind: OfficeKind, filed: DayNumber, random: Random, quota: GrantQuota): Examination {
  return kind === 'invention'
    ? examineInvention(filed, random, quota)
    : examineRegistration(kind, filed, random, quota);
}

/** Days from the decision to the announcement: fees are paid, the certificate is made. */
function feeDays(random: Random): number {
  return random.between(22, 45);
}

function completeLife(
  kind: OfficeKind,
  filed: DayNumber,
  examination: Examination,
  granted: DayNumber | null,
  aliveOn: DayNumber,
  random: Random,
): PatentLife {
  const ending = granted === null ? null : endingAfter(kind, filed, Math.max(granted, aliveOn), random);
  return {
    filed,
    published: kind === 'invention' ? publicationOf(filed, granted, random) : null,
    ...examination,
    firstAction: firstActionOf(examination, random),
    granted,
    ceased: ending?.on ?? null,
    ceaseReason: ending?.reason ?? null,
  };
}

/** Between request and closing, in a fifth of the cases none: they are granted at once. Only inventions have one. */
function firstActionOf({ requested, closed, outcome }: Examination, random: Random): DayNumber | null {
  if (requested === null || (outcome === 'granted' && random.chance(0.2))) return null;
  const share = Math.min(0.9, random.logNormal(0.55, 0.25));
  return Math.min(closed - 1, workingDayFrom(requested + Math.round((closed - requested) * share)));
}

/** Eighteen months after filing, or early on request; always before the grant. */
function publicationOf(filed: DayNumber, granted: DayNumber | null, random: Random): DayNumber {
  const drawn = announcementFrom(filed + (random.chance(0.7) ? random.between(90, 210) : random.between(545, 560)));
  return granted === null ? drawn : Math.min(drawn, announcementBefore(granted - 20));
}
