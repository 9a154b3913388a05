import type { Mark } from '../marks/mark.js';
import { dotted, label, labelColumn, quoted } from './cells.js';

/** Columns of the file of trade marks. */
export const markColumns = [
  ...['申请号', '注册号', '商标名称', '商标形式', '申请日', '初审公告日', '注册公告日', '终止日', '状态', '状态日'],
  ...[
    '国际分类',
    '商品服务',
    '申请人',
    '申请人类型',
    '统一社会信用代码',
    '地址',
    '申请人国别地区代码',
    '代理机构',
    labelColumn,
  ],
] as const;

/** The cells of a row, in the order of the columns. */
export function markCells(mark: Mark): string[] {
  const { holders } = mark;
  return [
    mark.number,
    mark.registrationNumber,
    mark.feature === '图形' ? '' : quoted(mark.text),
    mark.feature,
    dotted(mark.filed),
    dotted(mark.published),
    dotted(mark.registered),
    dotted(mark.ceased),
    mark.status,
    dotted(mark.statusOn),
    mark.classes.map(({ number }) => number).join(';'),
    mark.classes.map(({ goods }) => goods).join(';'),
    holders.map(({ written }) => written.name).join(';'),
    holders.map(({ party }) => party.type).join(';'),
    holders.map(({ written }) => written.code).join(';'),
    holders.map(({ address }) => address.text).join(';'),
    holders.map(({ party }) => party.country).join(';'),
    mark.agency ?? '',
    label,
  ];
}
