import type { LocalizedText } from './language.js';

/**
 * A unit of a figure. `base` and `factor` say how it relates to the plain unit of the same thing: a value in
 * `10k-patents` is `factor` 10,000 times as many `patents`. `symbol` stands small after the number.
 */
export interface Unit {
  readonly base: string;
  readonly factor: number;
  readonly symbol: LocalizedText;
}

const same = (text: string): LocalizedText => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
const word = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });
const plain = (base: string, symbol: LocalizedText): Unit => ({ base, factor: 1, symbol });

export const units = {
  applications: plain('applications', word('件', '件', 'applications')),
  patents: plain('patents', word('件', '件', 'patents')),
  '10k-patents': { base: 'patents', factor: 10_000, symbol: word('万件', '萬件', '× 10,000 patents') },
  '10k-applications': { base: 'applications', factor: 10_000, symbol: word('万件', '萬件', '× 10,000 applications') },
  'patents-per-10k-people': plain('patents-per-10k-people', word('件/万人', '件/萬人', 'per 10,000 people')),
  months: plain('months', word('个月', '個月', 'months')),
  days: plain('days', word('天', '天', 'days')),
  percent: plain('percent', same('%')),
  'percent-of-gdp': plain('percent-of-gdp', word('% GDP', '% GDP', '% of GDP')),
  share: plain('share', same('')),
  'growth-rate': plain('growth-rate', same('')),
  cases: plain('cases', word('件', '件', 'cases')),
  '10k-cases': { base: 'cases', factor: 10_000, symbol: word('万件', '萬件', '× 10,000 cases') },
  marks: plain('marks', word('件', '件', 'marks')),
  '10k-marks': { base: 'marks', factor: 10_000, symbol: word('万件', '萬件', '× 10,000 marks') },
  '100m-cny': { base: 'cny', factor: 100_000_000, symbol: word('亿元', '億元', '× 100 million CNY') },
  cny: plain('cny', word('元', '元', 'CNY')),
  firms: plain('firms', word('家', '家', 'firms')),
  '10k-firms': { base: 'firms', factor: 10_000, symbol: word('万家', '萬家', '× 10,000 firms') },
  holders: plain('holders', word('个', '個', 'holders')),
  items: plain('items', word('项', '項', 'items')),
  '10k-items': { base: 'items', factor: 10_000, symbol: word('万项', '萬項', '× 10,000 items') },
  claims: plain('claims', word('项权利要求', '項請求項', 'claims')),
  'claims-per-application': plain('claims-per-application', word('项/件', '項/件', 'claims per application')),
  years: plain('years', word('年', '年', 'years')),
  centres: plain('centres', word('家', '家', 'centres')),
  points: plain('points', word('分', '分', 'points')),
  products: plain('products', word('个', '個', 'products')),
  users: plain('users', word('家', '家', 'users')),
  '10k-users': { base: 'users', factor: 10_000, symbol: word('万家', '萬家', '× 10,000 users') },
  '10k-people': { base: 'people', factor: 10_000, symbol: word('万人', '萬人', '× 10,000 people') },
} as const satisfies Record<string, Unit>;

export type UnitId = keyof typeof units;

/** True for a word that names a unit. */
export function isUnit(value: unknown): value is UnitId {
  return typeof value === 'string' && Object.hasOwn(units, value);
}
