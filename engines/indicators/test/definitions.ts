import type {
  DurationDefinition,
  FlowDefinition,
  MonthConvention,
  ReportedDefinition,
  StockDefinition,
} from '../src/definition.js';

const words = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });
const head = (id: string) => ({
  id,
  names: words(id),
  summary: words(id),
  decimals: 0,
  better: null,
  source: { text: 'test', article: null, date: null, url: null },
  provisional: true,
  traps: [],
  published: [],
  hash: `hash of ${id}`,
  file: `indicators/${id}.yaml`,
  text: '',
});
const computed = {
  table: 'patents',
  where: "kind in ('invention', 'utility_model', 'design')",
  attribution: { holder: 'first', at: 'filing' },
  parameters: [],
  scope: null,
  net: 'gross',
  breakdowns: [['kind']],
} as const;

export const applications: FlowDefinition = {
  ...head('patent-applications'),
  ...computed,
  kind: 'flow',
  unit: 'applications',
  date: 'filed_on',
  event: 'filed',
  count: 'records',
};

export const grants: FlowDefinition = {
  ...head('patent-grants'),
  ...computed,
  kind: 'flow',
  unit: 'patents',
  date: 'granted_on',
  event: 'granted',
  count: 'records',
};

export const inForce: StockDefinition = {
  ...head('patents-in-force'),
  ...computed,
  kind: 'stock',
  unit: 'patents',
  starts: 'granted_on',
  ends: 'ceased_on',
  startEvent: 'granted',
  endEvent: 'ceased',
  conditions: [],
  count: 'records',
};

export function pendency(convention: MonthConvention, change: Partial<DurationDefinition> = {}): DurationDefinition {
  return {
    ...head('invention-pendency'),
    ...computed,
    where: "kind = 'invention' and examination_requested_on is not null",
    breakdowns: [],
    kind: 'duration',
    unit: 'months',
    clock: {
      start: 'examination_requested_on',
      end: 'closed_on',
      endEvent: 'closed',
      convention,
      target: 16,
    },
    ...change,
  };
}

const names = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
/** Two conditions with dates of their own, one of which asks for a kind. */
export const conditioned: StockDefinition = {
  ...inForce,
  id: 'conditioned',
  breakdowns: [['condition'], ['condition', 'kind']],
  conditions: [
    { id: 'a', names, where: null, dates: { from: 'filed_on + 1 years', until: null }, events: null },
    {
      id: 'b',
      names,
      where: "kind = 'invention'",
      dates: { from: 'closed_on', until: 'ceased_on - 30 days' },
      events: null,
    },
  ],
};

export const reported: ReportedDefinition = { ...head('population'), kind: 'reported', unit: '10k-people' };
