import type { Day } from '@zhiheng/vocabulary';
import { dateFrom, listFrom, syntheticHead, typeCodes } from './mapping-words.js';

/** The mapping of trade marks. */
export function markMapping(from: Day, to: Day): string {
  return `${syntheticHead}
table: trademarks
files: ["synthetic-marks-*.csv"]
encoding: utf-8
columns:
  number: 申请号
  registration_number: 注册号
  mark_text: 商标名称
  feature: { from: 商标形式, codes: { 文字: word, 图形: figurative, 组合: combined } }
  filed_on: ${dateFrom('申请日')}
  published_on: ${dateFrom('初审公告日')}
  registered_on: ${dateFrom('注册公告日')}
  ceased_on: ${dateFrom('终止日')}
  status: { from: 状态, codes: { 待审: applied, 初审公告: published, 已注册: registered, 驳回: refused, 期满未续展: expired, 撤销: cancelled } }
  status_on: ${dateFrom('状态日')}
  classes: ${listFrom('国际分类')}
  goods: ${listFrom('商品服务')}
  holders: ${listFrom('申请人')}
  holder_types: { from: 申请人类型, split: ";", codes: ${typeCodes} }
  holder_codes: ${listFrom('统一社会信用代码')}
  holder_addresses: ${listFrom('地址')}
  area: ${listFrom('申请人国别地区代码')}
  agency: 代理机构
defaults: { office: CN, dataset: synthetic }
covers:
  filed: [${from}, ${to}]
  registered: [${from}, ${to}]
  ceased: [${from}, ${to}]
  in_force_from: ${from}
  completeness: full
`;
}
