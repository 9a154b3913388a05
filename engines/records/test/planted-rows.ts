import type { CoverageEntry } from '@zhiheng/vocabulary';
import type { Cells, Rows } from './check-tables.js';

/** Rows of which a check finds those of the record `bad`, and none of `good`. */
export interface Planted {
  readonly rows: Rows;
  /** Ids found; `['bad']` when left out. */
  readonly found?: readonly string[];
  readonly coverage?: readonly CoverageEntry[];
}

const states = new Set(
  'examination_requested_on first_action_on closed_on outcome granted_on ceased_on cease_reason'.split(' '),
);
const pick = (cells: Cells, inState: boolean): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([name]) => states.has(name) === inState));

/** A patent as head and state. */
function patents(bad: Cells, good: Cells, beside: Rows = {}): Planted {
  const both = [
    { id: 'bad', ...bad },
    { id: 'good', ...good },
  ];
  return {
    rows: {
      patents: both.map((one) => ({ id: one.id, office: 'CN', dataset: 'real', ...pick(one, false) })),
      patent_states: both.map((one) => ({ ...pick(one, true), id: one.id })),
      ...beside,
    },
  };
}

/** Rows of a table beside its head; `bad` has a faultless first row and the planted one as its second. */
function parts(table: keyof Rows, bad: Cells, good: Cells, beside: Rows = {}): Planted {
  const rows = [
    { id: 'bad', position: 1, ...good },
    { id: 'bad', position: 2, ...bad },
    { id: 'good', position: 1, ...good },
  ];
  return { rows: { [table]: rows, ...beside } };
}

/** Rows of a head table. */
const heads = (table: keyof Rows, bad: Cells, good: Cells, beside: Rows = {}): Planted => ({
  rows: {
    [table]: [
      { id: 'bad', ...bad },
      { id: 'good', ...good },
    ],
    ...beside,
  },
});

/** Two days the wrong way round, and both the same day. */
const swapped = (early: string, late: string): [Cells, Cells] => [
  { [early]: '2021-03-04', [late]: '2021-03-03' },
  { [early]: '2021-03-04', [late]: '2021-03-04' },
];

export const covering = (event: CoverageEntry['event'], more: Partial<CoverageEntry> = {}): CoverageEntry => ({
  table: 'patents',
  office: 'CN',
  dataset: 'real',
  event,
  kinds: null,
  areas: null,
  from: '2018-01-01',
  to: '2023-12-31',
  inForceFrom: null,
  completeness: 'full',
  source: 'by hand',
  ...more,
});

/** Records of Guangdong, and of Zhejiang, so many a year from 2018 on. */
function regional(date: 'filed_on' | 'granted_on', guangdong: readonly number[], zhejiang: readonly number[]): Planted {
  const rows = [guangdong, zhejiang].flatMap((counts, region) =>
    counts.flatMap((count, index) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${region}-${2018 + index}-${at}`,
        day: `${2018 + index}-06-07`,
        area: ['440300', '330000'][region] ?? '',
      })),
    ),
  );
  const dayOf = (column: string, day: string) => (date === column ? day : null);
  return {
    rows: {
      patents: rows.map(({ id, day }) => ({ id, office: 'CN', dataset: 'real', filed_on: dayOf('filed_on', day) })),
      patent_states: rows.map(({ id, day }) => ({ id, granted_on: dayOf('granted_on', day) })),
      patent_holders: rows.map(({ id, area }) => ({ id, position: 1, area })),
    },
    found: ['CN 440000 2019'],
  };
}

const mark = {
  trademarks: [
    { id: 'bad', filed_on: '2021-03-04' },
    { id: 'good', filed_on: '2021-03-04' },
  ],
};
const bothHave = (table: keyof Rows, more: Cells = {}): Rows => ({ [table]: [{ id: 'good', position: 1, ...more }] });

/** For every check a fault and a faultless neighbour, made by hand. */
export const planted: Readonly<Record<string, Planted>> = {
  'patent-granted-before-filed': patents(...swapped('filed_on', 'granted_on')),
  'patent-ceased-before-granted': patents(...swapped('granted_on', 'ceased_on')),
  'patent-ceased-before-filed': patents(...swapped('filed_on', 'ceased_on')),
  'patent-requested-before-filed': patents(...swapped('filed_on', 'examination_requested_on')),
  'patent-published-before-filed': patents(...swapped('filed_on', 'published_on')),
  'patent-closed-before-filed': patents(...swapped('filed_on', 'closed_on')),
  'patent-closed-before-requested': patents(...swapped('examination_requested_on', 'closed_on')),
  'patent-action-before-filed': patents(...swapped('filed_on', 'first_action_on')),
  'patent-closed-before-action': patents(...swapped('first_action_on', 'closed_on')),
  'patent-granted-before-closed': patents(...swapped('closed_on', 'granted_on')),
  'patent-filed-before-priority': patents(...swapped('priority_on', 'filed_on')),
  'patent-priority-far': patents(
    { priority_on: '2019-03-04', filed_on: '2021-03-05' },
    { priority_on: '2019-03-04', filed_on: '2021-03-04' },
  ),
  'patent-before-office': patents({ filed_on: '1985-03-31' }, { filed_on: '1985-04-01' }),
  'invention-granted-after-its-term': patents(
    { kind: 'invention', filed_on: '2000-02-29', granted_on: '2020-03-01' },
    { kind: 'invention', filed_on: '2000-02-29', granted_on: '2020-02-29' },
  ),
  'utility-model-granted-after-its-term': patents(
    { kind: 'utility_model', filed_on: '2000-02-29', granted_on: '2010-03-01' },
    { kind: 'utility_model', filed_on: '2000-02-29', granted_on: '2010-02-28' },
  ),
  'design-granted-after-its-term': patents(
    { kind: 'design', filed_on: '2000-02-29', granted_on: '2015-03-01' },
    { kind: 'invention', filed_on: '2000-02-29', granted_on: '2015-03-01' },
  ),
  'invention-in-force-too-long': patents(
    { kind: 'invention', filed_on: '1990-01-01', ceased_on: '2015-01-02' },
    { kind: 'invention', filed_on: '1990-01-01', ceased_on: '2015-01-01' },
  ),
  'patent-kind-against-number': patents(
    { number: '202320123456', kind: 'invention' },
    { number: '03212345', kind: 'utility_model' },
  ),
  'patent-number-malformed': patents({ number: '202340123456' }, { number: '202390123456' }),
  'patent-date-in-future': patents({ filed_on: '2024-05-06' }, { filed_on: '2024-05-05' }),
  'patent-without-filing-day': patents({ granted_on: '2020-01-01' }, { filed_on: '2020-01-01' }),
  'patent-closed-without-outcome': patents(
    { closed_on: '2020-01-01' },
    { closed_on: '2020-01-01', outcome: 'granted' },
  ),
  'patent-outcome-without-closing': {
    ...patents({ outcome: 'granted' }, { outcome: 'granted', office: 'US' }),
    coverage: [covering('closed')],
  },
  'patent-granted-without-closing': {
    ...patents(
      { kind: 'invention', granted_on: '2020-01-01' },
      { office: 'US', kind: 'invention', granted_on: '2020-01-01' },
    ),
    coverage: [covering('closed')],
  },
  'patent-granted-though-refused': patents(
    { outcome: 'refused', granted_on: '2020-01-01' },
    { outcome: 'granted', granted_on: '2020-01-01' },
  ),
  'patent-without-claims': patents({ claim_count: 0 }, { claim_count: 1 }),
  'patent-without-class': patents({}, {}, bothHave('patent_classes')),
  'patent-without-holder': patents({}, {}, bothHave('patent_holders')),
  'patent-grant-number-shared': {
    rows: {
      patents: [
        { id: 'bad', office: 'CN', dataset: 'real', grant_number: '7' },
        { id: 'worse', office: 'CN', dataset: 'real', grant_number: '7' },
        { id: 'good', office: 'US', dataset: 'real', grant_number: '7' },
        { id: 'none', office: 'CN', dataset: 'real' },
        { id: 'nothing', office: 'CN', dataset: 'real' },
      ],
    },
    found: ['bad', 'worse'],
  },
  'patent-publication-number-shared': {
    ...patents({ publication_number: '7' }, { publication_number: '8' }, {}),
    rows: {
      patents: ['7', '8', '7'].map((number, index) => ({
        ...{ id: ['bad', 'good', 'worse'][index] ?? '', office: 'CN', dataset: 'real', publication_number: number },
      })),
    },
    found: ['bad', 'worse'],
  },
  'patent-filed-outside-coverage': {
    ...patents({ kind: 'design', filed_on: '2017-12-31' }, { kind: 'design', filed_on: '2018-01-01' }),
    coverage: [covering('filed'), covering('filed', { from: '2020-01-01', to: '2020-12-31' })],
  },
  'patent-granted-outside-coverage': {
    ...patents({ kind: 'design', granted_on: '2024-01-01' }, { kind: 'design', granted_on: '2010-01-01' }),
    coverage: [covering('granted', { inForceFrom: '2018-01-01' })],
  },
  'patent-ceased-outside-coverage': {
    ...patents({ kind: 'design', ceased_on: '2024-01-01' }, { kind: 'plant', ceased_on: '2024-01-01' }),
    coverage: [covering('ceased', { kinds: ['design'] })],
  },
  'region-filings-jump': regional('filed_on', [100, 10, 100], [100, 11, 100]),
  'region-grants-jump': regional('granted_on', [10, 100, 10], [11, 100, 10]),
  'text-without-title': {
    rows: {
      patent_texts: [
        { id: 'bad', title: ' ' },
        { id: 'good', title: '一种装置' },
      ],
    },
  },
  'state-ceased-without-reason': patents(
    { granted_on: '2020-01-01', ceased_on: '2021-01-01' },
    { granted_on: '2020-01-01', ceased_on: '2021-01-01', cease_reason: 'fee' },
  ),
  'class-ipc-malformed': parts(
    'patent_classes',
    { scheme: 'ipc', symbol: 'H04L9' },
    { scheme: 'ipc', symbol: 'H04L9/32' },
  ),
  'class-locarno-malformed': parts(
    'patent_classes',
    { scheme: 'locarno', symbol: '1216' },
    { scheme: 'locarno', symbol: '12-16' },
  ),
  'holder-without-name': parts('patent_holders', { name: '' }, { name: '甲公司' }),
  'holder-area-unknown': parts('patent_holders', { area: 'XX' }, { area: '440300' }),
  'holder-credit-code-wrong': parts(
    'patent_holders',
    { credit_code: '914403001922038217' },
    { credit_code: '914403001922038216' },
  ),
  'holder-period-reversed': parts('patent_holders', ...swapped('from_on', 'to_on')),
  'event-without-day': parts('patent_events', { event: 'pledge' }, { event: 'pledge', event_on: '2020-01-01' }),
  'event-before-filing': parts(
    'patent_events',
    { patent: 'p', event_on: '2020-01-01' },
    { patent: 'p', event_on: '2020-01-02' },
    { patents: [{ id: 'p', filed_on: '2020-01-02' }] },
  ),
  'event-amount-negative': parts('patent_events', { amount: -0.01 }, { amount: 0 }),
  'event-amount-without-currency': parts('patent_events', { amount: 5 }, { amount: 5, currency: 'CNY' }),
  'deed-recorded-before-executed': heads('recordals', ...swapped('executed_on', 'recorded_on')),
  'family-member-published-before-filed': parts('patent_family_members', ...swapped('filed_on', 'published_on')),
  'mark-registered-before-filed': heads('trademarks', ...swapped('filed_on', 'registered_on')),
  'mark-published-before-filed': heads('trademarks', ...swapped('filed_on', 'published_on')),
  'mark-ceased-before-filed': heads('trademarks', ...swapped('filed_on', 'ceased_on')),
  'mark-without-class': heads('trademarks', {}, {}, bothHave('trademark_classes')),
  'mark-without-holder': heads('trademarks', {}, {}, bothHave('trademark_holders')),
  'mark-registration-number-shared': {
    rows: {
      trademarks: ['7', '8', '7'].map((number, index) => ({
        ...{ id: ['bad', 'good', 'worse'][index] ?? '', office: 'CN', dataset: 'real', registration_number: number },
      })),
    },
    found: ['bad', 'worse'],
  },
  'nice-class-out-of-range': parts(
    'trademark_classes',
    { scheme: 'nice', class: '46' },
    { scheme: 'nice', class: '045' },
  ),
  'mark-event-before-filing': parts('trademark_events', { event_on: '2021-03-03' }, { event_on: '2021-03-04' }, mark),
  'gi-registered-before-filed': heads('geographical_indications', ...swapped('filed_on', 'registered_on')),
  'gi-without-name': heads('geographical_indications', { number: '1' }, { name: '西湖龙井' }),
  'gi-registered-without-day': heads(
    'geographical_indications',
    { status: 'registered' },
    { status: 'registered', registered_on: '2020-01-01' },
  ),
  'gi-user-period-reversed': parts('gi_users', ...swapped('from_on', 'to_on')),
};
