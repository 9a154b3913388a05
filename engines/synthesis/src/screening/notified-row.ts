import type { DayNumber } from '../calendar.js';
import { csvLine, dotted, label, labelColumn } from '../files/cells.js';
import type { Notice } from './notice.js';

/** Columns of the list of applications that were notified as abnormal. */
export const notifiedColumns = ['申请号', '通知日', '认定依据', '处理结果', '处理结果日', labelColumn] as const;

/** What the list says on the day `last`: outcomes that came later are not known. */
export function notifiedRow(number: string, { on, ground, outcome, closed }: Notice, last: DayNumber): string {
  const known = closed <= last;
  return csvLine([number, dotted(on), ground, known ? outcome : '', dotted(known ? closed : null), label]);
}
