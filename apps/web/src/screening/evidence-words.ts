/** How a fact of an evidence is written. */
export type FactForm = 'share' | 'number' | 'small' | 'code' | 'area' | 'text' | Readonly<Record<string, string>>;

const texts: Readonly<Record<string, string>> = {
  title: 'screening.text.title',
  abstract: 'screening.text.abstract',
  claim: 'screening.text.claim',
};

const relations = {
  'one-holder': 'screening.relation.one-holder',
  'related-parties': 'screening.relation.related-parties',
  'one-address': 'screening.relation.one-address',
  'one-agency': 'screening.relation.one-agency',
  none: 'screening.relation.none',
};

const connections = {
  holder: 'screening.through.holder',
  address: 'screening.through.address',
  agent: 'screening.through.agent',
  inventor: 'screening.through.inventor',
  contact: 'screening.through.contact',
};

/** Message id and form of what detectors tell of an application and of the others. */
export const factWords: Readonly<Record<string, readonly [string, FactForm]>> = {
  relation: ['screening.fact.relation', relations],
  filed: ['screening.filed', 'code'],
  published: ['screening.fact.published', 'code'],
  area: ['screening.area', 'area'],
  field: ['screening.fact.field', texts],
  measure: ['screening.fact.measure', { jaccard: 'screening.jaccard', containment: 'screening.containment' }],
  value: ['screening.fact.value', 'share'],
  jaccard: ['screening.jaccard', 'share'],
  containment: ['screening.containment', 'share'],
  fixed: ['screening.fact.fixed', 'share'],
  slots: ['screening.fact.slots', 'number'],
  titles: ['screening.fact.titles', 'share'],
  title: ['screening.fact.title', 'text'],
  group: ['screening.group', 'code'],
  members: ['screening.members', 'number'],
  holders: ['screening.fact.holders', 'number'],
  areas: ['screening.fact.areas', 'number'],
  widestGap: ['screening.fact.widest-gap', 'number'],
  'shared-holder': ['screening.fact.shared-holder', 'number'],
  'shared-address': ['screening.fact.shared-address', 'number'],
  'shared-agent': ['screening.fact.shared-agent', 'number'],
  'shared-inventor': ['screening.fact.shared-inventor', 'number'],
  'shared-contact': ['screening.fact.shared-contact', 'number'],
  through: ['screening.fact.through', connections],
  transferred: ['screening.fact.transferred', 'code'],
  days: ['screening.fact.days', 'number'],
  transfers: ['screening.fact.transfers', 'number'],
  buyers: ['screening.fact.buyers', 'number'],
  holder: ['screening.holder', 'code'],
  buyer: ['screening.fact.buyer', 'code'],
  unit: ['screening.fact.unit', { day: 'screening.unit.day', month: 'screening.unit.month' }],
  period: ['screening.fact.period', 'code'],
  filings: ['screening.fact.filings', 'number'],
  usualMonth: ['screening.fact.usual-month', 'number'],
  monthsBefore: ['screening.fact.months-before', 'number'],
  times: ['screening.fact.times', 'number'],
  inventors: ['screening.fact.inventors', 'number'],
  perInventor: ['screening.fact.per-inventor', 'number'],
  inventor: ['screening.fact.inventor', 'code'],
  unrelatedHolders: ['screening.fact.unrelated-holders', 'number'],
  fields: ['screening.fact.fields', 'number'],
  expected: ['screening.fact.expected', 'number'],
  within: ['screening.fact.within', 'number'],
  agency: ['screening.agency', 'text'],
  ended: ['screening.fact.ended', 'number'],
  badly: ['screening.fact.badly', 'number'],
  share: ['screening.fact.share', 'share'],
  shareOfAll: ['screening.fact.share-of-all', 'share'],
  limit: ['screening.fact.limit', 'number'],
  chance: ['screening.fact.chance', 'small'],
  level: ['screening.fact.level', 'small'],
};

/** Message id of the name of a fact; undefined: it has none. Of inventors' spread a field is a class and no text. */
export function nameOfFact(name: string, value: string | number): string | undefined {
  const isClass =
    name === 'field' &&
    String(value)
      .split(' ')
      .every((part) => texts[part] === undefined);
  return isClass ? 'screening.fact.class' : factWords[name]?.[0];
}

const order = Object.keys(factWords);

/** Facts that are known, in the order in which people read them. */
export function factsInOrder(
  facts: Readonly<Record<string, string | number | null>>,
): readonly (readonly [string, string | number])[] {
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(facts)
    .flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
    .sort(([one], [other]) => placeOf(one) - placeOf(other));
}

/** Message id of a feature of a cohort, and whether it is a share. */
export const featureWords: Readonly<Record<string, readonly [string, 'share' | 'number']>> = {
  unusual: ['screening.feature.unusual', 'share'],
  grammar: ['screening.feature.grammar', 'share'],
  repetition: ['screening.feature.repetition', 'share'],
  'claim-length': ['screening.feature.claim-length', 'number'],
  'claim-features': ['screening.feature.claim-features', 'number'],
  'claim-count': ['screening.feature.claim-count', 'number'],
};
