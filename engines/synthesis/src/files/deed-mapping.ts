import type { Day } from '@zhiheng/vocabulary';
import { dateFrom, syntheticHead, typeCodes } from './mapping-words.js';

/** The mapping of recorded deeds, of which the office knows all between two days. */
export function deedMapping(from: Day, to: Day): string {
  return `${syntheticHead}
table: deeds
files: ["synthetic-deeds.csv"]
encoding: utf-8
columns:
  number: 登记号
  kind: { from: 事务类型, codes: { 转让: transfer, 质押: pledge, 质押解除: pledge_release, 许可: licence, 开放许可: open_licence } }
  recorded_on: ${dateFrom('登记日')}
  executed_on: ${dateFrom('签署日')}
  patents: 申请号
  from_parties: 转出方
  to_parties: 转入方
  to_codes: 转入方统一社会信用代码
  to_types: { from: 转入方类型, codes: ${typeCodes} }
  to_addresses: 转入方地址
  to_area: 转入方国别地区代码
  amount: 金额
  currency: 币种
  refers_to: 原登记号
  fee_rate: 提成费率
  industry: 行业门类
defaults: { office: CN, dataset: synthetic }
covers:
  recorded: [${from}, ${to}]
  completeness: full
`;
}

/** The mapping of events told one by one. */
export function eventMapping(): string {
  return `${syntheticHead}
table: patent_events
files: ["synthetic-events.csv"]
encoding: utf-8
columns:
  number: 申请号
  event:
    from: 事项
    codes: { 海外授权: overseas_grant, 国家科学技术奖: award, 中国专利奖: award, 无效宣告请求: invalidation, 评价报告: evaluation_report, 权利恢复: restoration, PPH请求: pph_request, 优先审查: priority_examination }
  event_on: ${dateFrom('日期')}
  country: 国别地区代码
  reference: 文号
defaults: { office: CN, dataset: synthetic }
`;
}
