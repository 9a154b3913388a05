import { type Language, type LocalizedText, languages } from '@zhiheng/vocabulary';
import { filled } from './filled.js';

const words = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/**
 * The one table of reasons. `{period}` is a period, `{unit}` the id of a unit, both put into words; every other value is
 * text that was made ready with the decimals of its target.
 */
export const reasonTable = {
  // on what the verdict rests
  'at-published-precision': words('按公布精度', '按公布精度', 'at published precision'),
  'published-point': words('公布值，无区间', '公布值，無區間', 'published value, no interval'),
  'published-lower-bound': words(
    '公布为“{value} {unit} 以上”',
    '公布為「{value} {unit} 以上」',
    'published as at least {value} {unit}',
  ),
  'published-upper-bound': words(
    '公布为“{value} {unit} 以下”',
    '公布為「{value} {unit} 以下」',
    'published as at most {value} {unit}',
  ),
  'computed-from-records': words('据记录计算', '依記錄計算', 'computed from records'),
  'interval-beside-limit': words(
    '区间 {lower} 至 {upper}，不含目标值 {limit}',
    '區間 {lower} 至 {upper}，不含目標值 {limit}',
    'the interval {lower} to {upper} leaves out {limit}',
  ),
  // what the comparison gave
  'above-limit': words('高于目标值 {limit}', '高於目標值 {limit}', 'above {limit}'),
  'below-limit': words('低于目标值 {limit}', '低於目標值 {limit}', 'below {limit}'),
  'within-tolerance': words(
    '与 {limit} 相差不超过 {tolerance}',
    '與 {limit} 相差不超過 {tolerance}',
    'within {tolerance} of {limit}',
  ),
  'outside-tolerance': words(
    '与 {limit} 相差超过 {tolerance}',
    '與 {limit} 相差超過 {tolerance}',
    'more than {tolerance} from {limit}',
  ),
  rose: words('由 {from} 升至 {to}', '由 {from} 升至 {to}', 'up from {from} to {to}'),
  fell: words('由 {from} 降至 {to}', '由 {from} 降至 {to}', 'down from {from} to {to}'),
  unchanged: words('与上年持平', '與上年持平', 'unchanged from the year before'),
  'not-below-year-before': words(
    '不低于上年的 {before}',
    '不低於上年的 {before}',
    'not below {before} of the year before',
  ),
  'below-year-before': words('低于上年的 {before}', '低於上年的 {before}', 'below {before} of the year before'),
  // why nothing can be told
  'interval-holds-limit': words(
    '区间 {lower} 至 {upper} 含目标值 {limit}',
    '區間 {lower} 至 {upper} 含目標值 {limit}',
    'the interval {lower} to {upper} holds {limit}',
  ),
  'bound-decides-nothing': words('公布的界限不足以判定', '公布的界限不足以判定', 'the published bound does not decide'),
  'within-precision': words(
    '{from} 与 {to} 之差在公布精度之内',
    '{from} 與 {to} 之差在公布精度之內',
    'the difference of {from} and {to} lies within their published precision',
  ),
  'within-error': words(
    '{from} 与 {to} 之差在误差之内',
    '{from} 與 {to} 之差在誤差之內',
    'the difference of {from} and {to} lies within its error',
  ),
  'value-missing': words('缺 {period}数值', '缺 {period}數值', 'no value for {period}'),
  'value-maturing': words('{period}数值尚未齐全', '{period}數值尚未齊全', 'the value for {period} is not yet complete'),
  'base-missing': words('缺 {period}基数', '缺 {period}基數', 'no base for {period}'),
  'base-not-positive': words('{period}基数不是正数', '{period}基數不是正數', 'the base of {period} is not above zero'),
  'units-differ': words(
    '{period}的单位（{unit}）不可比',
    '{period}的單位（{unit}）不可比',
    'the unit for {period} ({unit}) cannot be compared',
  ),
  'earlier-overlaps': words(
    '{period}为 {from}，与本年 {to} 按公布精度相交',
    '{period}為 {from}，與本年 {to} 按公布精度相交',
    '{period} ({from}) and this year ({to}) overlap at their published precision',
  ),
  'earlier-apart': words(
    '{period}为 {from}，相隔两年，不据以判定',
    '{period}為 {from}，相隔兩年，不據以判定',
    '{period} stood at {from}, two years before, and does not decide',
  ),
  'no-series': words('没有对应的数据序列', '沒有對應的資料序列', 'no series measures this'),
  'no-test': words('文件没有给出判定标准', '文件沒有給出判定標準', 'no test is stated'),
  'counts-firms-not-smes': words(
    '公布的是企业数，目标是中小企业数',
    '公布的是企業數，目標是中小企業數',
    'the series counts firms, not small and medium firms',
  ),
  // what to know beside it
  'precision-reaches-limit': words(
    '按公布精度，{limit} 也在可能范围之内',
    '按公布精度，{limit} 也在可能範圍之內',
    'at published precision {limit} lies within reach',
  ),
  'value-estimated': words('{period}数值为推算', '{period}數值為推算', 'the value for {period} is an estimate'),
  'value-provisional': words('{period}数值为暂定', '{period}數值為暫定', 'the value for {period} is provisional'),
  'rule-provisional': words('判定规则为暂定', '判定規則為暫定', 'the rule is provisional'),
  // periods that are not over
  projected: words(
    '预计 {value}（{level} 区间 {lower} 至 {upper}）',
    '預計 {value}（{level} 區間 {lower} 至 {upper}）',
    'projected {value} ({level} interval {lower} to {upper})',
  ),
  'projection-inside': words('区间全部符合目标', '區間全部符合目標', 'all of the interval meets the target'),
  'projection-crosses': words(
    '区间有一部分不符合目标',
    '區間有一部分不符合目標',
    'part of the interval misses the target',
  ),
  'projection-outside': words('区间全部不符合目标', '區間全部不符合目標', 'all of the interval misses the target'),
  'projection-held': words(
    '回测 {n} 年，{hits} 年落在区间内',
    '回測 {n} 年，{hits} 年落在區間內',
    'in {hits} of {n} earlier years such an interval held',
  ),
  'projection-untested': words('往年太少，无法回测', '往年太少，無法回測', 'too few earlier years for a back-test'),
  'projection-level-provisional': words('区间水平为暂定', '區間水準為暫定', 'the level of the interval is provisional'),
  'period-running': words('{period}尚未结束', '{period}尚未結束', '{period} is not over'),
  'no-value-so-far': words(
    '缺 {period}已过各月的完整数值，无法推算',
    '缺 {period}已過各月的完整數值，無法推算',
    'no complete value of the months of {period} that are over, so nothing can be projected',
  ),
  'too-few-earlier-years': words(
    '只有 {found} 个往年同时有全期数值和截至同月（{until}）的数值，推算至少需要 {needed} 年',
    '只有 {found} 個往年同時有全期數值和截至同月（{until}）的數值，推算至少需要 {needed} 年',
    '{found} earlier years have both a whole value and one of the same months (here until {until}), and a projection needs {needed}',
  ),
  'so-far-not-positive': words(
    '截至 {until} 的数值不是正数，无法按比例推算',
    '截至 {until} 的數值不是正數，無法按比例推算',
    'the value until {until} is not above zero and cannot be projected by proportion',
  ),
  // groups
  'parts-met': words('各项均达到', '各項均達到', 'all parts are met'),
  'part-met': words('{part} 达到', '{part} 達到', '{part} is met'),
  'part-not-met': words('{part} 未达到', '{part} 未達到', '{part} is not met'),
  'part-cannot-tell': words('{part} 无法判定', '{part} 無法判定', '{part} cannot be told'),
  'part-on-track': words('{part} 进度正常', '{part} 進度正常', '{part} is on track'),
  'part-at-risk': words('{part} 有风险', '{part} 有風險', '{part} is at risk'),
} as const satisfies Record<string, LocalizedText>;

export type ReasonCode = keyof typeof reasonTable;

/** A reason, as a code with values for its words; words are in `reasonTable`. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(reasonTable, code);
}

/** The reasons in words, in three languages, one after the other; short enough to stand in brackets after a verdict. */
export function reasonWords(reasons: readonly Reason[]): LocalizedText {
  const said = (language: Language) =>
    reasons
      .map(({ code, values }) => filled(reasonTable[code], code, values)[language])
      .join(language === 'en' ? '; ' : '；');
  return Object.fromEntries(languages.map((language) => [language, said(language)])) as unknown as LocalizedText;
}

/** The reasons as one English sentence. */
export function reasonSentence(reasons: readonly Reason[]): string {
  const text = reasonWords(reasons).en;
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
