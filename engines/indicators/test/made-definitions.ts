import type {
  DerivedDefinition,
  FigurePart,
  GrowthDefinition,
  RatioDefinition,
  SampleDefinition,
} from '../src/definition.js';
import { reported } from './definitions.js';

export const part = (indicator: string, change: Partial<FigurePart> = {}): FigurePart => ({
  indicator,
  breakdown: {},
  statistic: null,
  origin: null,
  period: 'same',
  area: null,
  ...change,
});
const { kind: _, unit: __, ...head } = reported;
const ofKind = (indicator: string) => part(indicator, { breakdown: { kind: 'invention' } });

/** Inventions among all applications. */
export const inventionShare: RatioDefinition = {
  ...head,
  id: 'invention-share',
  kind: 'ratio',
  unit: 'share',
  breakdowns: [],
  numerator: ofKind('patent-applications'),
  denominator: part('patent-applications'),
  per: 1,
};

export const grantGrowth: GrowthDefinition = {
  ...head,
  id: 'grant-growth',
  kind: 'growth',
  unit: 'growth-rate',
  breakdowns: [['kind']],
  of: part('patent-grants'),
  years: 1,
};

/** Patents in force per 10,000 people of the mainland at the end of the year before. */
export const perPeople: RatioDefinition = {
  ...head,
  id: 'per-people',
  kind: 'ratio',
  unit: 'patents-per-10k-people',
  breakdowns: [],
  numerator: part('patents-in-force'),
  denominator: part('population', { period: 'end-of-year-before', area: 'CN-ML' }),
  per: 10_000,
};

/** Grants less grants of the year before, and the applications of the period. */
export const balance: DerivedDefinition = {
  ...head,
  id: 'balance',
  kind: 'derived',
  unit: 'patents',
  breakdowns: [],
  parts: { now: part('patent-grants'), before: part('patent-grants', { period: 'year-before' }) },
  formula: 'now - before',
};

export const accuracy: SampleDefinition = { ...head, id: 'accuracy', kind: 'sample', unit: 'percent', plan: 'closing' };
