import type { Day } from '@zhiheng/vocabulary';
import { dateFrom, listFrom, syntheticHead, typeCodes } from './mapping-words.js';

/** The mapping of applications. */
export function patentMapping(from: Day, to: Day): string {
  return `${syntheticHead}
table: patents
files: ["synthetic-opening-stock.csv", "synthetic-patents-*.csv"]
encoding: utf-8
columns:
  number: 申请号
  kind: { from: 专利类型, codes: { 发明专利: invention, 实用新型: utility_model, 外观设计: design } }
  filed_on: ${dateFrom('申请日')}
  priority_on: ${dateFrom('优先权日')}
  published_on: ${dateFrom('公开日')}
  publication_number: 公开号
  examination_requested_on: ${dateFrom('实审请求日')}
  first_action_on: ${dateFrom('首次审查意见日')}
  closed_on: ${dateFrom('结案日')}
  outcome: { from: 结案方式, codes: { 授权: granted, 驳回: refused, 撤回: withdrawn } }
  granted_on: ${dateFrom('授权公告日')}
  grant_number: 授权公告号
  ceased_on: ${dateFrom('终止日')}
  cease_reason: { from: 终止原因, codes: { 未缴年费: fee-unpaid, 期限届满: expired } }
  title: 发明名称
  title_en: 英文名称
  holders: ${listFrom('申请人')}
  holder_types: { from: 申请人类型, split: ";", codes: ${typeCodes} }
  holder_codes: ${listFrom('统一社会信用代码')}
  holder_addresses: ${listFrom('地址')}
  area: ${listFrom('申请人国别地区代码')}
  inventors: ${listFrom('发明人')}
  # Designs carry a Locarno symbol, 14-02, in the same column; its form tells it apart.
  classes: { from: 分类号, split: ";", scheme: ipc }
  claim_count: 权利要求数
  agency: 代理机构
  agents: ${listFrom('代理师')}
  family: 同族号
  funded_project: 资助项目
  abstract: 摘要
  first_claim: 首项权利要求
defaults: { office: CN, dataset: synthetic, route: national, language: zh }
covers:
  kinds: [invention, utility_model, design]
  filed: [${from}, ${to}]
  examination_requested: [${from}, ${to}]
  closed: [${from}, ${to}]
  granted: [${from}, ${to}]
  ceased: [${from}, ${to}]
  in_force_from: ${from}
  completeness: full
`;
}
