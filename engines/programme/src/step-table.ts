import type { LocalizedText } from '@zhiheng/vocabulary';

const words = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** The words of the steps of a judging. */
export const stepTable = {
  // the rule
  'rule-ceiling': words(
    '规则：数值不高于 {limit} {unit}',
    '規則：數值不高於 {limit} {unit}',
    'rule: at most {limit} {unit}',
  ),
  'rule-floor': words(
    '规则：数值不低于 {limit} {unit}',
    '規則：數值不低於 {limit} {unit}',
    'rule: at least {limit} {unit}',
  ),
  'rule-hold': words(
    '规则：数值在 {lower} 至 {upper} {unit} 之间，含两端',
    '規則：數值在 {lower} 至 {upper} {unit} 之間，含兩端',
    'rule: between {lower} and {upper} {unit}, both included',
  ),
  'rule-growth': words(
    '规则：比 {period}增长不低于 {limit}',
    '規則：比 {period}成長不低於 {limit}',
    'rule: at least {limit} more than in {period}',
  ),
  'rule-rises': words('规则：数值高于 {period}', '規則：數值高於 {period}', 'rule: above the value for {period}'),
  'rule-falls': words('规则：数值低于 {period}', '規則：數值低於 {period}', 'rule: below the value for {period}'),
  'rule-not-below': words(
    '规则：数值不低于 {period}，容许相差 {margin}',
    '規則：數值不低於 {period}，容許相差 {margin}',
    'rule: not below the value for {period} by more than {margin}',
  ),
  'rule-not-below-value': words(
    '规则：数值不低于 {period}，容许相差 {margin}，即不低于 {least}',
    '規則：數值不低於 {period}，容許相差 {margin}，即不低於 {least}',
    'rule: not below the value for {period} by more than {margin}, that is at least {least}',
  ),
  'rule-none': words('文件没有给出判定标准', '文件沒有給出判定標準', 'no test is stated'),
  'rule-revised': words(
    '目标自 {day} 起调整（{document}）',
    '目標自 {day} 起調整（{document}）',
    'revised from {day} on ({document})',
  ),
  'rule-to-come': words(
    '目标将自 {day} 起调整（{document}），此前仍按原目标',
    '目標將自 {day} 起調整（{document}），此前仍按原目標',
    'to be revised from {day} on ({document}); until then the old target holds',
  ),
  // values
  value: words(
    '取 {period}数值：{value} {unit}',
    '取 {period}數值：{value} {unit}',
    'value for {period}: {value} {unit}',
  ),
  'value-span': words(
    '按公布精度，数值代表 {lower} 至 {upper}',
    '按公布精度，數值代表 {lower} 至 {upper}',
    'at published precision it stands for {lower} to {upper}',
  ),
  'value-interval': words(
    '数值的区间：{lower} 至 {upper}',
    '數值的區間：{lower} 至 {upper}',
    'its interval: {lower} to {upper}',
  ),
  base: words('取 {period}基数：{value} {unit}', '取 {period}基數：{value} {unit}', 'base, {period}: {value} {unit}'),
  growth: words(
    '增长率：{value} ÷ {base} − 1 = {growth}',
    '成長率：{value} ÷ {base} − 1 = {growth}',
    'growth: {value} ÷ {base} − 1 = {growth}',
  ),
  'growth-span': words(
    '按公布精度，增长率在 {lower} 至 {upper} 之间',
    '按公布精度，成長率在 {lower} 至 {upper} 之間',
    'at published precision the growth lies between {lower} and {upper}',
  ),
  // projection
  running: words(
    '{period}尚未结束，取截至 {until} 的数值推算：{value} {unit}',
    '{period}尚未結束，取截至 {until} 的數值推算：{value} {unit}',
    '{period} is not over; projected from the value until {until}: {value} {unit}',
  ),
  'earlier-quotient': words(
    '{period}：全期 {whole} ÷ 截至同月 {part} = {quotient}',
    '{period}：全期 {whole} ÷ 截至同月 {part} = {quotient}',
    '{period}: whole {whole} ÷ same months {part} = {quotient}',
  ),
  'earlier-difference': words(
    '{period}：全期 {whole} − 截至同月 {part} = {difference}',
    '{period}：全期 {whole} − 截至同月 {part} = {difference}',
    '{period}: whole {whole} − same months {part} = {difference}',
  ),
  'sample-of-logarithms': words(
    '{n} 年之比取自然对数：均值 {mean}，标准差 {deviation}；t 分位数 {t}',
    '{n} 年之比取自然對數：均值 {mean}，標準差 {deviation}；t 分位數 {t}',
    'natural logarithms of these {n} quotients: mean {mean}, standard deviation {deviation}; t quantile {t}',
  ),
  'sample-of-differences': words(
    '{n} 年之差：均值 {mean}，标准差 {deviation}；t 分位数 {t}',
    '{n} 年之差：均值 {mean}，標準差 {deviation}；t 分位數 {t}',
    'these {n} differences: mean {mean}, standard deviation {deviation}; t quantile {t}',
  ),
  'projected-by-quotient': words(
    '预计全期：{part} × e^({mean}) = {value} {unit}',
    '預計全期：{part} × e^({mean}) = {value} {unit}',
    'projected: {part} × e^({mean}) = {value} {unit}',
  ),
  'projected-by-difference': words(
    '预计全期：{part} + ({mean}) = {value} {unit}',
    '預計全期：{part} + ({mean}) = {value} {unit}',
    'projected: {part} + ({mean}) = {value} {unit}',
  ),
  'projected-interval': words(
    '{level} 预测区间（均值 ± t × 标准差 × √(1 + 1/n)）：{lower} 至 {upper} {unit}',
    '{level} 預測區間（均值 ± t × 標準差 × √(1 + 1/n)）：{lower} 至 {upper} {unit}',
    '{level} prediction interval (mean ± t × deviation × √(1 + 1/n)): {lower} to {upper} {unit}',
  ),
  'back-test': words(
    '回测：往年逐年只用更早的年份推算，{n} 年中 {hits} 年落在区间内',
    '回測：往年逐年只用更早的年份推算，{n} 年中 {hits} 年落在區間內',
    'back-test: of {n} earlier years, each projected from the years before it alone, {hits} fell within the interval',
  ),
  'projected-growth': words(
    '预计增长率：预计全期 ÷ {base} − 1 = {growth}',
    '預計成長率：預計全期 ÷ {base} − 1 = {growth}',
    'projected growth: projected ÷ {base} − 1 = {growth}',
  ),
  'projected-growth-span': words(
    '预计增长率的区间：{lower} 至 {upper}',
    '預計成長率的區間：{lower} 至 {upper}',
    'interval of the projected growth: {lower} to {upper}',
  ),
  // verdicts
  met: words('判定：达到', '判定：達到', 'verdict: met'),
  'not-met': words('判定：未达到', '判定：未達到', 'verdict: not met'),
  'on-track': words('判定：进度正常', '判定：進度正常', 'verdict: on track'),
  'at-risk': words('判定：有风险', '判定：有風險', 'verdict: at risk'),
  'cannot-tell': words('判定：无法判定', '判定：無法判定', 'verdict: cannot tell'),
} as const satisfies Record<string, LocalizedText>;

export type StepCode = keyof typeof stepTable;
