import { OwnFault, type Period, readPeriod } from '@zhiheng/vocabulary';
import type { Aspects } from '../table-definition.js';

/** The period of a cell in a table made for `period`. */
export function periodOf(period: Period, { span, yearsBefore }: Pick<Aspects, 'span' | 'yearsBefore'>): Period {
  const read = readPeriod(period);
  if (read === null) throw new OwnFault(`a table for ${period}, which is no period`);
  const year = String(read.year - (yearsBefore ?? 0)).padStart(4, '0');
  if (span !== 'to-date' || read.length === 'year' || read.length === 'year-to-date') return year + period.slice(4);
  return `${year}-${read.to.slice(5, 7)}-YTD`;
}
