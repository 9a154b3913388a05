import type { Attribution, Definition, NetCount, SlotPart } from '@zhiheng/indicators';
import type { Basis, ProjectionMethod, TargetKind, VerdictWord } from '@zhiheng/programme';
import type { Statistic, Status } from '@zhiheng/vocabulary';

/** Message ids of codes that come from the server. */
export const statusWords: Readonly<Record<Status, string>> = {
  final: 'status.final',
  provisional: 'status.provisional',
  estimated: 'status.estimated',
  missing: 'status.missing',
  maturing: 'status.maturing',
};

export const statisticWords: Readonly<Record<Statistic, string>> = {
  mean: 'statistic.mean',
  median: 'statistic.median',
  p90: 'statistic.p90',
  p95: 'statistic.p95',
  'share-within-target': 'statistic.share-within-target',
  n: 'statistic.n',
  'survival-median': 'statistic.survival-median',
  p25: 'statistic.p25',
  p75: 'statistic.p75',
};

export const verdictWords: Readonly<Record<VerdictWord, string>> = {
  met: 'verdict.met',
  'not-met': 'verdict.not-met',
  'on-track': 'verdict.on-track',
  'at-risk': 'verdict.at-risk',
  'cannot-tell': 'verdict.cannot-tell',
};

export const indicatorKindWords: Readonly<Record<Definition['kind'], string>> = {
  flow: 'indicator-kind.flow',
  stock: 'indicator-kind.stock',
  duration: 'indicator-kind.duration',
  distribution: 'indicator-kind.distribution',
  ratio: 'indicator-kind.ratio',
  growth: 'indicator-kind.growth',
  derived: 'indicator-kind.derived',
  reported: 'indicator-kind.reported',
  sample: 'indicator-kind.sample',
  slot: 'indicator-kind.slot',
};

export const slotPartWords: Readonly<Record<SlotPart, string>> = {
  'official-text': 'slot-part.official-text',
  publication: 'slot-part.publication',
  records: 'slot-part.records',
  'own-table': 'slot-part.own-table',
  screening: 'slot-part.screening',
  sampling: 'slot-part.sampling',
  casework: 'slot-part.casework',
  programme: 'slot-part.programme',
};

export const targetKindWords: Readonly<Record<TargetKind, string>> = {
  ceiling: 'target-kind.ceiling',
  floor: 'target-kind.floor',
  hold: 'target-kind.hold',
  growth: 'target-kind.growth',
  direction: 'target-kind.direction',
  qualitative: 'target-kind.qualitative',
};

export const basisWords: Readonly<Record<Basis, string>> = {
  computed: 'basis.computed',
  interval: 'basis.interval',
  'published-point': 'basis.published-point',
  'published-bound': 'basis.published-bound',
  'published-precision': 'basis.published-precision',
  projection: 'basis.projection',
};

export const projectionMethodWords: Readonly<Record<ProjectionMethod, string>> = {
  'completion-share': 'projection-method.completion-share',
  difference: 'projection-method.difference',
};

export const directionWords = { rises: 'direction.rises', falls: 'direction.falls' } as const;

export const columnWords: Readonly<Record<string, string>> = {
  number: 'column.number',
  title: 'column.title',
  holder: 'column.holder',
  area: 'column.area',
  kind: 'column.kind',
  countedOn: 'column.counted-on',
  admittedBy: 'column.admitted-by',
  leftOutBy: 'column.left-out-by',
  filed_on: 'column.filed-on',
  examination_requested_on: 'column.examination-requested-on',
  closed_on: 'column.closed-on',
  granted_on: 'column.granted-on',
  ceased_on: 'column.ceased-on',
  owner: 'column.owner',
  counted_in: 'column.counted-in',
  share: 'column.share-counted',
  office: 'column.office',
  dataset: 'column.dataset',
  holder_type: 'column.holder-type',
  route: 'column.route',
  outcome: 'column.outcome',
  events: 'column.events',
  classes: 'column.classes',
  holders: 'column.holders',
  months: 'column.months',
  on: 'column.on',
  amount: 'column.amount',
  recorded_on: 'column.recorded-on',
  registered_on: 'column.registered-on',
  published_on: 'column.published-on',
  first_action_on: 'column.first-action-on',
  rights: 'column.rights',
  fee_rate: 'column.fee-rate',
  claim_count: 'column.claim-count',
  currency: 'column.currency',
  country: 'column.country',
  reference: 'column.reference',
  scheme: 'column.scheme',
  edition: 'column.edition',
  symbol: 'column.symbol',
  position: 'column.position',
  name: 'column.name',
  conditions: 'column.conditions',
  intervals: 'column.intervals',
  from: 'column.from',
  until: 'column.until',
  ipc_section: 'dimension.ipc-section',
  ipc_subclass: 'dimension.ipc-subclass',
  condition: 'dimension.condition',
  department: 'dimension.department',
};

/** Whose areas count, by holder and day. */
export const attributionWords: Readonly<Record<`${Attribution['holder']}-at-${Attribution['at']}`, string>> = {
  'first-at-filing': 'definition.attribution.first-at-filing',
  'first-at-event': 'definition.attribution.first-at-event',
  'first-at-period-end': 'definition.attribution.first-at-period-end',
  'each-at-filing': 'definition.attribution.each-at-filing',
  'each-at-event': 'definition.attribution.each-at-event',
  'each-at-period-end': 'definition.attribution.each-at-period-end',
  'fractional-at-filing': 'definition.attribution.fractional-at-filing',
  'fractional-at-event': 'definition.attribution.fractional-at-event',
  'fractional-at-period-end': 'definition.attribution.fractional-at-period-end',
};

/** Which decisions about abnormal applications change a count. */
export const netWords: Readonly<Record<NetCount, string>> = {
  gross: 'definition.net.gross',
  notified: 'definition.net.notified',
  deducted: 'definition.net.deducted',
  net: 'definition.net.net',
};

export const conventionWords = {
  days: 'convention.days',
  boundaries: 'convention.boundaries',
  'complete-months': 'convention.complete-months',
} as const;

export const betterWords = { higher: 'better.higher', lower: 'better.lower', steady: 'better.steady' } as const;

/** Advice by the code of a problem; others get the general advice. */
export const adviceWords: Readonly<Record<string, string>> = {
  unreachable: 'advice.unreachable',
  'indicator-unknown': 'advice.indicator-unknown',
  'area-unknown': 'advice.choice-wrong',
  'period-wrong': 'advice.choice-wrong',
  'breakdown-wrong': 'advice.choice-wrong',
  'release-missing': 'advice.nothing-computed',
  'vintage-missing': 'advice.nothing-computed',
  'nothing-loaded': 'advice.nothing-computed',
  'not-found': 'advice.not-found',
  'check-unknown': 'advice.not-found',
  'not-allowed': 'advice.not-allowed',
  'sign-in-needed': 'advice.sign-in',
};
