import { isDay, type Place } from '@zhiheng/vocabulary';
import type { Constant } from './expression.js';
import { expressionFault } from './expression-fault.js';

/** A double keeps every decimal number of this many digits apart from its neighbours. */
export const mostDigits = 15;

/** Reads a run that begins with a digit: a date, an integer or a decimal number. */
export function readNumber(source: string, place: Place): Constant {
  const [date, year = '', month = '', day = ''] = /^(\d+)-(\d+)-(\d+)$/.exec(source) ?? [];
  if (date !== undefined) return readDate(date, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, place);
  const match = /^-?(?:0|[1-9]\d*)(\.\d+)?$/.exec(source);
  if (match === null) {
    throw expressionFault(place, {
      what: 'this is neither a number nor a date',
      found: source,
      expected: 'a number such as 12 or 0.5 without leading zeros, or a date such as 2023-05-30',
    });
  }
  if (source.replaceAll(/\D/g, '').length > mostDigits) {
    throw expressionFault(place, {
      what: 'the number is too long',
      found: source,
      expected: `at most ${mostDigits} digits`,
    });
  }
  // Adding zero turns -0 into 0.
  return { type: match[1] === undefined ? 'integer' : 'decimal', value: Number(source) + 0 };
}

function readDate(source: string, padded: string, place: Place): Constant {
  if (isDay(source)) return { type: 'date', value: source };
  throw expressionFault(place, {
    what: 'this is not a day of the calendar',
    found: source,
    expected: 'a day that exists, written YYYY-MM-DD',
    didYouMean: isDay(padded) ? padded : null,
  });
}
