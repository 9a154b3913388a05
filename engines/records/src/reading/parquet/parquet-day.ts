import { type Day, dayFromNumber } from '@zhiheng/vocabulary';
import { CellDay, CellFault } from '../table/cell-value.js';

export type InstantUnit = 'MILLIS' | 'MICROS' | 'NANOS';

const unitsADay: Readonly<Record<InstantUnit, bigint>> = {
  MILLIS: 86_400_000n,
  MICROS: 86_400_000_000n,
  NANOS: 86_400_000_000_000n,
};
/** Years 1 to 9999. */
const [firstDay, lastDay] = [-719_162, 2_932_896];
const remembered = 20_000;
const known = new Map<number, CellDay>();

/** The day of a count of days since 1970-01-01; null when it is no such count. */
export function dayOfDays(value: unknown): CellDay | CellFault | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return null;
  const found = known.get(value);
  if (found !== undefined) return found;
  if (value < firstDay || value > lastDay) return new CellFault('date-wrong', `day ${value} since 1970`, 'a day');
  const cell = new CellDay(dayFromNumber(value));
  if (known.size >= remembered) known.clear();
  known.set(value, cell);
  return cell;
}

/**
 * The day of a point in time. One on a wall clock has its day; an instant (`utc`) has one only at midnight, else its day
 * depends on where one stands.
 */
export function dayOfInstant(value: unknown, unit: InstantUnit, utc: boolean): CellDay | CellFault | null {
  if (typeof value !== 'bigint' && typeof value !== 'number') return null;
  const count = BigInt(value);
  const rest = ((count % unitsADay[unit]) + unitsADay[unit]) % unitsADay[unit];
  const days = Number((count - rest) / unitsADay[unit]);
  if (!utc || rest === 0n) return dayOfDays(days);
  const minutes = Number((rest * 1440n) / unitsADay[unit]);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return new CellFault('date-wrong', `${dayText(days)} ${clock} UTC`, 'a day (DATE), or a time without zone');
}

function dayText(days: number): Day | string {
  return days < firstDay || days > lastDay ? `day ${days}` : dayFromNumber(days);
}
