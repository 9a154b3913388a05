/** Sorts behind the days of years with four digits. */
const beyond = '~';

/**
 * The same day a number of years later; of 29 February the 28th where the later year has none. A year beyond 9999 gives a text
 * that orders behind all days, as the day would.
 */
export function yearsLater(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const rest = day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4);
  return `${year > 9999 ? beyond : ''}${String(year).padStart(4, '0')}${rest}`;
}
