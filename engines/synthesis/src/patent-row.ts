import { kindNames } from '@zhiheng/vocabulary';
import { type DayNumber, dayText } from './calendar.js';
import type { OfficeKind } from './office-volumes.js';
import type { Particulars } from './particulars.js';
import type { PatentLife } from './patent-life.js';

/** Columns of every file, in the office's own words. The last labels each row as synthetic. */
export const columns = [
  '申请号',
  '专利类型',
  '申请日',
  '公开日',
  '实审请求日',
  '结案日',
  '结案方式',
  '授权公告日',
  '终止日',
  '终止原因',
  '发明名称',
  '申请人',
  '申请人类型',
  '地址',
  '申请人国别地区代码',
  '分类号',
  '权利要求数',
  '代理机构',
  '模拟数据',
] as const;

const outcomeWords = { granted: '授权', refused: '驳回', withdrawn: '撤回' } as const;
const reasonWords = { 'fee-unpaid': '未缴年费', expired: '期限届满' } as const;
const label = '模拟';

const dottedDays = new Map<DayNumber, string>();

/** `2018.01.02`; empty for an event that has not come to pass. */
function dotted(day: DayNumber | null): string {
  if (day === null) return '';
  const known = dottedDays.get(day);
  if (known !== undefined) return known;
  const text = dayText(day).replaceAll('-', '.');
  dottedDays.set(day, text);
  return text;
}

/** One line of CSV with its line end. No field ever holds a comma, a quote or a line end, so none is quoted. */
export function patentRow(
  number: string,
  kind: OfficeKind,
  life: PatentLife,
  particulars: Particulars,
  agencies: readonly string[],
): string {
  const { holders, classes, agency, claims } = particulars;
  const [first] = holders;
  const fields = [
    number,
    kindNames[kind]['zh-Hans'],
    dotted(life.filed),
    dotted(life.published),
    dotted(life.requested),
    dotted(life.closed),
    life.outcome === null ? '' : outcomeWords[life.outcome],
    dotted(life.granted),
    dotted(life.ceased),
    life.ceaseReason === null ? '' : reasonWords[life.ceaseReason],
    particulars.title,
    holders.map(({ name }) => name).join(';'),
    first?.type ?? '',
    first?.address ?? '',
    first?.country ?? '',
    classes.join(';'),
    claims ?? '',
    agency === null ? '' : (agencies[agency] ?? ''),
    label,
  ];
  return `${fields.join(',')}\n`;
}
