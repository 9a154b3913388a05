import { anniversary, type DayNumber, workingDayFrom, yearOf } from '../calendar.js';
import type { Random } from '../random.js';
import type { Mark, MarkStatusWord } from './mark.js';
import { decisionMonths, registeredShares } from './mark-volumes.js';

export type MarkLife = Pick<Mark, 'filed' | 'published' | 'registered' | 'ceased' | 'status' | 'statusOn'>;

const day = 30.4375;

/** The life of a mark as it is known on the day `last`: decided, published, registered three months later, or refused, which `refused` makes sure of. */
export function markLife(filed: DayNumber, last: DayNumber, random: Random, refused = false): MarkLife {
  const months = decisionMonths[yearOf(filed)] ?? 8;
  const decided = workingDayFrom(filed + Math.max(40, Math.round(random.logNormal(months * day, 0.25))));
  const share = registeredShares[Math.min(2023, Math.max(2017, yearOf(decided)))] ?? 0.7;
  const good = random.chance(share) && !refused;
  const opposed = random.chance(0.03) ? random.between(200, 420) : 0;
  const registered = workingDayFrom(decided + random.between(92, 105) + opposed);
  const cancelled = random.chance(0.03) ? workingDayFrom(registered + random.between(300, 2400)) : null;
  const life = { filed, published: null, registered: null, ceased: null };
  if (decided > last) return { ...life, status: '待审', statusOn: filed };
  if (!good) return { ...life, status: '驳回', statusOn: decided };
  if (registered > last) return { ...life, published: decided, status: '初审公告', statusOn: decided };
  return ended({ ...life, published: decided, registered }, registered, cancelled, '撤销', last);
}

/** The life of a mark registered before the opening day and in force on it. */
export function markInForce(filed: DayNumber, opening: DayNumber, last: DayNumber, random: Random): MarkLife {
  const published = Math.min(workingDayFrom(filed + random.between(240, 420)), opening - 120);
  const registered = Math.min(workingDayFrom(published + random.between(92, 105)), opening - 1);
  const term = anniversary(registered, 10);
  const expired = term > opening && random.chance(0.45) ? term : null;
  const cancelled = random.chance(0.06) ? workingDayFrom(opening + random.between(1, 2190)) : null;
  const life = { filed, published, registered, ceased: null };
  if (cancelled !== null && (expired === null || cancelled < expired))
    return ended(life, registered, cancelled, '撤销', last);
  return ended(life, registered, expired, '期满未续展', last);
}

function ended(
  life: Pick<Mark, 'filed' | 'published' | 'registered'>,
  since: DayNumber,
  end: DayNumber | null,
  word: MarkStatusWord,
  last: DayNumber,
): MarkLife {
  if (end === null || end > last) return { ...life, ceased: null, status: '已注册', statusOn: since };
  return { ...life, ceased: end, status: word, statusOn: end };
}
