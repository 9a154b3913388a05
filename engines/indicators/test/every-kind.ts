import fc from 'fast-check';
import type { Attribution, ComputedDefinition, StockCondition } from '../src/definition.js';
import { applications, grants, inForce, pendency } from './definitions.js';
import type { TestEvent } from './events.js';
import type { TestPatent } from './patents.js';
import { randomPatents } from './random-patents.js';

const by = <One extends ComputedDefinition>(definition: One, attribution: Attribution, id: string): One => ({
  ...definition,
  id,
  attribution,
});
const words = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
const condition = (id: string, change: Partial<StockCondition>): StockCondition => ({
  ...{ id, names: words, where: null, dates: null, events: null },
  ...change,
});
const conditions: readonly StockCondition[] = [
  condition('maintained', { dates: { from: 'granted_on + $wait months', until: null } }),
  condition('pledged', { events: { kind: 'pledge', endedBy: 'pledge_release', where: 'amount >= 0.5' } }),
  condition('abroad', {
    where: "kind <> 'design'".replace('<>', '!='),
    events: { kind: 'overseas_grant', endedBy: null, where: null },
  }),
  condition('requested', {
    where: 'examination_requested_on is not null',
    dates: { from: 'filed_on', until: 'closed_on' },
  }),
];
const parameters = [
  { name: 'wait', type: 'integer', value: 6, names: words, source: null, provisional: true },
] as const;
const breakdowns = [['kind'], ['holder_type'], ['kind', 'holder_type'], ['ipc_section'], ['ipc_subclass', 'kind']];

/** Definitions of every kind, by every attribution, with single-valued, multi-valued and joined breakdowns. */
export const everyKind: readonly ComputedDefinition[] = [
  { ...applications, breakdowns },
  { ...applications, id: 'inventions', where: "kind = 'invention' and filed_on >= 2021-06-01", scope: 'CN-ML' },
  {
    ...applications,
    id: 'asked-of-lists',
    where:
      "(has(pledge, amount >= 0.5) or classified('ipc', 'A01B')) and count(holders) < 3 and months(filed_on, granted_on) > 2",
  },
  { ...applications, id: 'applicants', count: 'holders', breakdowns: [['kind'], ['ipc_section']] },
  { ...grants, breakdowns: [['outcome'], ['kind']] },
  by(grants, { holder: 'each', at: 'filing' }, 'grants-of-each'),
  by(grants, { holder: 'fractional', at: 'filing' }, 'grants-of-shares'),
  by(grants, { holder: 'first', at: 'event' }, 'grants-by-owner'),
  by(grants, { holder: 'each', at: 'event' }, 'grants-by-each-owner'),
  { ...inForce, breakdowns },
  { ...inForce, id: 'holders-of-rights', count: 'holders', breakdowns: [['kind']] },
  by(inForce, { holder: 'first', at: 'period-end' }, 'in-force-by-owner'),
  by(inForce, { holder: 'each', at: 'period-end' }, 'in-force-by-each-owner'),
  by(inForce, { holder: 'fractional', at: 'period-end' }, 'in-force-by-shares-of-owners'),
  {
    ...inForce,
    id: 'high-value',
    conditions,
    parameters,
    breakdowns: [['condition'], ['condition', 'kind'], ['kind']],
  },
  { ...by(inForce, { holder: 'first', at: 'period-end' }, 'high-value-by-owner'), conditions, parameters },
  pendency('days', { id: 'days', breakdowns: [['outcome'], ['ipc_section']] }),
  pendency('boundaries', { id: 'boundaries', breakdowns: [['holder_type']] }),
  pendency('complete-months', { id: 'complete-months', attribution: { holder: 'each', at: 'filing' } }),
];

const day = fc.constantFrom('2020-02-29', '2021-01-31', '2022-02-28', '2022-06-30', '2022-12-31', '2023-03-01');
const event: fc.Arbitrary<TestEvent> = fc.record({
  kind: fc.constantFrom('pledge', 'pledge', 'pledge_release', 'overseas_grant'),
  on: fc.option(day, { freq: 4, nil: null }),
  amount: fc.constantFrom(null, 0.25, 0.5, 10),
  reference: fc.constantFrom(null, 'A', 'A', 'B'),
  told: fc.constantFrom('patent', 'statement', 'deed'),
});

export type EventfulPatent = TestPatent & { readonly events: readonly TestEvent[] };

/** Random patents with what happened to them. */
export const eventfulPatents: fc.Arbitrary<EventfulPatent[]> = randomPatents.chain((patents) =>
  fc
    .array(fc.array(event, { maxLength: 4 }), { minLength: patents.length, maxLength: patents.length })
    .map((events) => patents.map((patent, index) => ({ ...patent, events: events[index] ?? [] }))),
);
