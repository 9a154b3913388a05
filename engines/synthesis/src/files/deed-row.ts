import type { Deed } from '../deeds/deed.js';
import type { OfficeEvent } from '../deeds/event-source.js';
import { csvLine, dotted, label, labelColumn } from './cells.js';

/** Columns of the file of recorded deeds. */
export const deedColumns = [
  ...['登记号', '事务类型', '登记日', '签署日', '申请号', '转出方', '转入方', '转入方统一社会信用代码', '转入方类型'],
  ...['转入方地址', '转入方国别地区代码', '金额', '币种', '原登记号', '提成费率', '行业门类', labelColumn],
] as const;

export function deedRow(deed: Deed, application: string): string {
  const { to } = deed;
  return csvLine([
    deed.number,
    deed.kind,
    dotted(deed.recorded),
    dotted(deed.executed),
    application,
    deed.from,
    to === null ? deed.creditor : to.written.name,
    to?.written.code ?? '',
    to?.party.type ?? '',
    to?.address.text ?? '',
    to?.party.country ?? '',
    deed.amount ?? '',
    deed.currency,
    deed.ends,
    deed.fee?.rate ?? '',
    deed.fee?.industry ?? '',
    label,
  ]);
}

/** Columns of the file of events told one by one. */
export const eventColumns = ['申请号', '事项', '日期', '国别地区代码', '文号', labelColumn] as const;

export function eventRow({ kind, on, country, reference }: OfficeEvent, application: string): string {
  return csvLine([application, kind, dotted(on), country, reference, label]);
}
