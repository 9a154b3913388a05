import { UserFault } from './fault.js';
import { type PeriodSpan, readPeriod } from './period.js';

/** Reads a period; throws `period-wrong`. Apart from `readPeriod`, so that pages need not carry the table of errors. */
export function parsePeriod(period: string): PeriodSpan {
  const read = readPeriod(period);
  if (read !== null) return read;
  throw new UserFault('period-wrong', { found: period, expected: '2023, 2023-H1, 2023-Q2, 2023-05 or 2023-05-YTD' });
}
