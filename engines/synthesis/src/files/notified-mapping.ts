import { dateFrom, syntheticHead } from './mapping-words.js';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The mapping that `decisions import` reads the list of notified applications with. */
export function notifiedMapping(): string {
  const grounds = [
    ...numerals.map((numeral, index) => `      第411号公告第二条第（${numeral}）项: 411-${index + 1}`),
    ...numerals.slice(0, 8).map((numeral, index) => `      第77号令第三条第（${numeral}）项: 77-${index + 1}`),
  ];
  return `${syntheticHead}
table: decisions
encoding: utf-8
columns:
  number: 申请号
  notified_on: ${dateFrom('通知日')}
  ground:
    from: 认定依据
    codes:
${grounds.join('\n')}
  outcome:
    from: 处理结果
    codes: { 主动撤回: withdrawn-after-notice, 视为撤回: deemed-withdrawn, 驳回: refused, 维持: maintained }
  effective_on: ${dateFrom('处理结果日')}
defaults: { office: CN, dataset: synthetic }
`;
}
