import type { Day } from '@zhiheng/vocabulary';

/** The mapping that `load` reads the files of a synthetic office with. */
export function mappingText(from: Day, to: Day): string {
  const date = (column: string) => `{ from: ${column}, date: YYYY.MM.DD }`;
  return `# 模拟数据 / synthetic data: made by a generator, no records of any office.
table: patents
encoding: utf-8
columns:
  number: 申请号
  kind: { from: 专利类型, codes: { 发明专利: invention, 实用新型: utility_model, 外观设计: design } }
  filed_on: ${date('申请日')}
  published_on: ${date('公开日')}
  examination_requested_on: ${date('实审请求日')}
  closed_on: ${date('结案日')}
  outcome: { from: 结案方式, codes: { 授权: granted, 驳回: refused, 撤回: withdrawn } }
  granted_on: ${date('授权公告日')}
  ceased_on: ${date('终止日')}
  cease_reason: { from: 终止原因, codes: { 未缴年费: fee-unpaid, 期限届满: expired } }
  title: 发明名称
  holders: { from: 申请人, split: ";" }
  address: 地址
  area: 申请人国别地区代码
  # Designs carry a Locarno symbol, 14-02, in the same column; its form tells it apart.
  classes: { from: 分类号, split: ";", scheme: ipc }
  claim_count: 权利要求数
  agency: 代理机构
defaults: { office: CN, dataset: synthetic, route: national }
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
