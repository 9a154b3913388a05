import { readApplicationNumber } from '@zhiheng/vocabulary';
import type { DocumentNumber } from './document-number.js';

/**
 * First and last year of filing under a series code (Manual of Patent Examining Procedure, section 503). National phases of
 * international applications have numbers set aside earlier, and may be dated before or behind by some years.
 */
const seriesYears: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '02': [1935, 1947],
  '03': [1948, 1959],
  '04': [1960, 1969],
  '05': [1970, 1978],
  '06': [1979, 1986],
  '07': [1987, 1992],
  '08': [1993, 1997],
  '09': [1998, 2001],
  '10': [2001, 2004],
  '11': [2004, 2007],
  '12': [2007, 2011],
  '29': [1992, 2010],
  '60': [1995, 2007],
  '61': [2007, 2010],
};
const leeway = 3;

/** From this year on every application for a design has series 29. */
const designsSince = 1993;

/**
 * Series code and serial of an application in the United States, as its own office writes them; null where what the EPO
 * writes does not tell them beyond doubt.
 *
 * - Since late 2010 docdb writes year, series code and serial: `201113167395`.
 * - Before, serial and two digits of the year (`8359798`: 083597 of 1998). The series code stands in the original form of the
 *   number (`09/083,597`), which is believed when its serial is the same and its series was in use at the time. Without it,
 *   only designs (kind `F`) since 1993 are certain: two series meet in years in which both count through the same serials.
 */
export function unitedStatesNumber({ number, kind }: DocumentNumber, originals: readonly string[]): string | null {
  const plain = number.replaceAll(/[^0-9A-Za-z]/g, '');
  const late = /^(?:19|20)\d{2}(\d{8})$/.exec(plain)?.[1];
  if (late !== undefined) return late;
  const [, digits, years] = /^(\d{1,6})(\d{2})$/.exec(plain) ?? [];
  if (digits === undefined || years === undefined) return null;
  const serial = digits.padStart(6, '0');
  const year = Number(years) + (Number(years) > 10 ? 1900 : 2000);
  const told = originals
    .map(seriesAndSerial)
    .find((one) => one?.slice(2) === serial && wasInUse(one.slice(0, 2), year));
  if (told !== undefined && told !== null) return told;
  return kind?.toUpperCase() === 'F' && year >= designsSince ? `29${serial}` : null;
}

function seriesAndSerial(original: string): string | null {
  const read = readApplicationNumber('US', original);
  return 'fault' in read ? null : read.number;
}

function wasInUse(series: string, year: number): boolean {
  const [first, last] = seriesYears[series] ?? [Number.NaN, Number.NaN];
  return year >= first - leeway && year <= last + leeway;
}
