import fc from 'fast-check';
import type { Constant } from '../src/index.js';
import { patentLists } from '../src/patent-lists.js';
import type { Columns } from '../src/value-type.js';

export const columns = {
  kind: 'text',
  area: 'text',
  claims: 'integer',
  pages: 'integer',
  fee: 'decimal',
  share: 'decimal',
  filed_on: 'date',
  granted_on: 'date',
  pct: 'boolean',
  funded: 'boolean',
} as const satisfies Columns;

/** Parameters of every type. */
export const parameters = {
  least: { type: 'integer', value: 2 },
  ten: { type: 'integer', value: 10 },
  rate: { type: 'decimal', value: 0.5 },
  start: { type: 'date', value: '2023-03-01' },
  word: { type: 'text', value: "it's" },
  scheme: { type: 'text', value: 'ipc' },
  on: { type: 'boolean', value: true },
} as const satisfies Record<string, Constant>;

export const shape = { columns, lists: patentLists, parameters };

/** Few values, so that equals are met often; hard ones among them. */
export const texts = [
  '',
  'a',
  'A',
  'ab',
  "it's",
  "''",
  '"',
  'x\\',
  'a\\.b',
  '%',
  '; --',
  '# no',
  '12',
  '１２',
  '发明',
  '專利權',
  '\u{ffee}',
  '𠮷',
];
export const patterns = [
  '',
  'a?',
  '[aA]b?',
  '发[明-晓]',
  String.raw`x\\`,
  String.raw`a\\\.b`,
  "it('s|s)?",
  '[%;]{1,2}|# no',
  '𠮷+',
  '[一-𠮷]{1,3}',
  String.raw`\d*`,
  '(a|)b?',
];
/** Moved by a hundred years, the first of them still lies in the first century. */
export const days = [
  '0101-02-01',
  '1999-12-31',
  '2000-02-29',
  '2022-01-31',
  '2023-02-28',
  '2023-03-01',
  '2023-04-30',
  '2023-05-30',
  '2023-12-31',
  '2024-01-01',
  '2024-01-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '9999-12-31',
];
export const integers = [-999_999_999_999_999, -10, -1, 0, 1, 2, 9, 10, 999_999_999_999_999];
export const decimals = [-2.5, -0.1, 0, 0.1, 0.3, 0.5, 1, 1.0001, 2.5, 9.9999, 10];
/** Doubles that no decimal literal writes; in the table only. */
const doubles = [...decimals, 0.1 + 0.2, 1 / 3, 1e-300, 1e300, -0];

/** Values of the columns of lists. */
export const listValues = {
  kinds: ['pledge', 'pledge_release', 'overseas_grant', 'award'],
  references: ['A', 'B', ''],
  countries: ['CN', 'US'],
  schemes: ['ipc', 'cpc', 'locarno'],
  symbols: ['H', 'H01', 'H01L', 'H01L 21/00', 'H01L21/00', 'H01L  21/02', 'H02J 3/00', 'h01l', '12-16', ''],
  holderTypes: ['enterprise', 'university'],
} as const;

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 3 });
/** Days that lie close together, so that what began has often ended. */
const eventDay = orNull(days.slice(4, 10));

const event = fc.record({
  kind: orNull(listValues.kinds),
  on: eventDay,
  amount: orNull(doubles),
  currency: orNull(['CNY', 'USD']),
  country: orNull(listValues.countries),
  reference: orNull(listValues.references),
});
const patentClass = fc.record({
  scheme: orNull(listValues.schemes),
  edition: orNull(['2023.01']),
  symbol: orNull(listValues.symbols),
  position: orNull(integers.slice(3, 7)),
});
const holder = fc.record({
  name: orNull(texts),
  area: orNull(['440300', 'XX']),
  holder_type: orNull(listValues.holderTypes),
  credit_code: orNull(['91']),
  position: orNull(integers.slice(3, 7)),
});

const tag = fc.record({
  scheme: fc.constantFrom('sei-2021', 'wipo-35'),
  code: fc.constantFrom('1', '1.1', '1.10', '1.1.2', '2', '2.1', '21'),
});

/** Records with their lists. */
export const records = fc.record({
  kind: orNull(texts),
  area: orNull(texts),
  claims: orNull(integers),
  pages: orNull(integers),
  fee: orNull(doubles),
  share: orNull(decimals),
  filed_on: orNull(days),
  granted_on: orNull(days),
  pct: orNull([true, false]),
  funded: orNull([true, false]),
  lists: fc.record({
    events: fc.array(event, { maxLength: 4 }),
    classes: fc.array(patentClass, { maxLength: 3 }),
    holders: fc.array(holder, { maxLength: 3 }),
    tags: fc.array(tag, { maxLength: 3 }),
  }),
});
export type RandomRecord = typeof records extends fc.Arbitrary<infer T> ? T : never;
