import type { Definition } from '../src/definition.js';

const words = '{ zh-Hans: 甲, zh-Hant: 甲, en: A }';
const head = (unit: string) => `id: full
names: ${words}
summary: ${words}
unit: ${unit}
decimals: 1
better: higher
source: { text: 专利法, article: 第一条, date: '2020', url: https://example.org }
provisional: true
monitoring: piloted
traps: [${words}]
`;
const published = (more = '') => `published: [{ series: s, breakdown: { kind: invention }${more} }]
`;
const counted = `table: patents
where: kind = 'invention' and has(pledge, amount > $amount)
parameters:
  amount: { type: decimal, value: 1.5, names: ${words}, source: { text: 专利法 }, provisional: true }
scope: CN-ML
attribution: { holder: first, at: filing }
net: gross
`;
const part = (indicator: string) =>
  `{ indicator: ${indicator}, breakdown: { holder_type: university }, statistic: mean, origin: computed, period: year-before, area: CN }`;

/** One definition of each kind, with every key that it can have. */
export const fullDefinitions: Readonly<Record<Definition['kind'], string>> = {
  flow: `${head('patents')}kind: flow
${counted}date: granted_on
event: granted
count: holders
breakdowns: [kind, [kind, holder_type]]
${published()}`,
  stock: `${head('patents')}kind: stock
${counted}starts: granted_on
ends: ceased_on
start_event: granted
end_event: ceased
count: records
conditions:
  - id: ten-years
    names: ${words}
    where: claim_count > 1
    dates: { from: filed_on + 10 years, until: filed_on + 15 years }
  - id: pledged
    names: ${words}
    events: { kind: pledge, ended_by: pledge_release, where: amount > $amount }
breakdowns: [kind, condition]
${published()}`,
  duration: `${head('months')}kind: duration
${counted}clock: { start: filed_on, end: closed_on, end_event: closed, convention: days, target: 16 }
breakdowns: [kind]
${published(', statistic: mean')}`,
  distribution: `${head('percent')}kind: distribution
${counted}column: claim_count
date: filed_on
event: filed
more_than: 20
breakdowns: [kind]
${published()}`,
  ratio: `${head('share')}kind: ratio
numerator: ${part('a')}
denominator: ${part('b')}
per: 1
breakdowns: [kind]
${published()}`,
  growth: `${head('growth-rate')}kind: growth
of: ${part('a')}
years: 2
breakdowns: [kind]
${published()}`,
  derived: `${head('patents')}kind: derived
parts:
  one: ${part('a')}
formula: one * 2
breakdowns: [kind]
${published()}`,
  reported: `${head('patents')}kind: reported
published: [{ series: s }]
`,
  sample: `${head('percent')}kind: sample
plan: closing
published: [{ series: s }]
`,
  slot: `${head('percent')}kind: slot
awaits: { part: screening, origin: computed, what: ${words} }
`,
};
