import { type Day, dayFromNumber } from '@zhiheng/vocabulary';

/** 1899-12-30 as days before 1970-01-01: serials above 60 count from it. */
const epoch1900 = -25_569;
/** 1904-01-01. */
const epoch1904 = -24_107;
/** 9999-12-31 in the system of 1900. */
const lastSerial = 2_958_465;
/** Times are stored as fractions of days; midnight may come out half a millisecond early. */
const tolerance = 0.5 / 86_400_000;

/**
 * The day of a serial number, its time of day dropped. The system of 1900 counts 1 January 1900 as 1 and holds a
 * 29 February 1900 (60) that never was: null, as for 0 and all that is outside.
 */
export function serialDay(serial: number, system1904: boolean): Day | null {
  const whole = Math.floor(serial + tolerance);
  if (system1904) return whole < 0 || whole > lastSerial - 1462 ? null : dayFromNumber(epoch1904 + whole);
  if (!(whole >= 1 && whole <= lastSerial) || whole === 60) return null;
  return dayFromNumber(epoch1900 + whole + (whole < 60 ? 1 : 0));
}
