import { OwnFault, type Period, type UnitId } from '@zhiheng/vocabulary';
import type { Observe } from '../observe.js';
import type { Target, TargetSubject } from '../programme.js';
import { quotient, type Reading, readingOf } from '../reading.js';
import type { Reason } from '../reasons.js';

/** What the target's value is in a period, in `unit` (the target's own when left out); a reason where it cannot be said. */
export type Look = (period: Period, unit?: UnitId | null) => Reading | Reason;

export function isReason<Seen extends object>(seen: Seen | Reason): seen is Reason {
  return 'code' in seen;
}

/** Looks at a target's subject through the observations given, divided by its denominator where it has one. */
export function lookFor(target: Target, subject: TargetSubject, observe: Observe): Look {
  const { denominator, origin } = target;
  const single = (asked: TargetSubject, period: Period, unit: UnitId | null): Reading | Reason => {
    const observation = observe(asked, period, origin);
    if (observation !== null && observation.origin !== origin) {
      throw new OwnFault(`${target.id} is judged on ${origin} values and was given a ${observation.origin} one`);
    }
    if (observation === null || observation.value === null) return { code: 'value-missing', values: { period } };
    if (observation.status === 'maturing') return { code: 'value-maturing', values: { period } };
    return readingOf(observation, unit) ?? { code: 'units-differ', values: { period, unit: observation.unit } };
  };
  return (period, unit = target.unit) => {
    if (denominator === null) return single(subject, period, unit);
    const below = single(denominator, period, null);
    if (isReason(below)) return below;
    const above = single(subject, period, below.unit);
    if (isReason(above)) return above;
    return below.lower.gt(0) ? quotient(above, below, 'share') : { code: 'base-not-positive', values: { period } };
  };
}

/** The value of the year before; a lack is told as the lack of a base. */
export function lookAtBase(look: Look, period: Period, unit?: UnitId | null): Reading | Reason {
  const base = look(period, unit);
  return isReason(base) && base.code === 'value-missing' ? { ...base, code: 'base-missing' } : base;
}
