import { describe, expect, it } from 'vitest';
import { callsOf } from './calls-of.js';
import { columnsOf } from './columns-of.js';
import { conjunctsOf } from './conjuncts-of.js';
import { evaluate } from './evaluate.js';
import { explain } from './explain.js';
import { parametersOf } from './parameters-of.js';
import { parseExpression } from './parse-expression.js';
import { patentLists } from './patent-lists.js';
import { printSource } from './print-source.js';
import type { RecordLists } from './record-value.js';

const shape = {
  columns: { kind: 'text', filed_on: 'date', granted_on: 'date' },
  lists: patentLists,
  parameters: {
    least: { type: 'decimal', value: 500 },
    day: { type: 'date', value: '2023-12-31' },
    scheme: { type: 'text', value: 'ipc' },
    years: { type: 'integer', value: 10 },
  },
} as const;
const parse = (text: string) => parseExpression(text, shape);
const nothing = { on: null, amount: null, currency: null, country: null, reference: null };
const event = (kind: string, given: Partial<Record<keyof typeof nothing, string | number>> = {}) => ({
  ...nothing,
  ...given,
  kind,
});
const holder = (holder_type: string | null) => ({
  name: null,
  area: null,
  holder_type,
  credit_code: null,
  position: 1,
});
const ask = (text: string, lists: RecordLists, days: { filed_on?: string; granted_on?: string } = {}) =>
  evaluate(parse(text), { kind: null, filed_on: null, granted_on: null, ...days, lists });

describe('has and count', () => {
  const events = [
    event('pledge', { on: '2023-02-28', amount: 400 }),
    event('pledge', { amount: 500 }),
    event('overseas_grant', { on: '2019-12-31', country: 'US' }),
  ];
  const lists = { events, holders: [holder('university'), holder(null)], classes: [] };

  it.each([
    ['has(pledge)', true],
    ['has(award)', false],
    ['has(pledge, amount >= $least)', true],
    ['has(pledge, amount > $least)', false],
    // A null leaves the condition of an item open: the item is not selected, and the answer is no all the same.
    ['has(pledge, amount >= 500 and on >= 2023-01-01)', false],
    ["has(overseas_grant, country = 'US' and on >= 2020-01-01)", false],
    ["has(overseas_grant, country = 'US' and on >= 2020-01-01 - 1 days)", true],
    ["has(holders, holder_type = 'university')", true],
    ["has(holders, holder_type != 'university')", false],
    ['count(events) = 3', true],
    ['count(pledge) = 2', true],
    ["count(events, kind in ('pledge', 'award') and on is not null) = 1", true],
    ['count(holders) = 2', true],
    ["count(classes, scheme = 'ipc') = 0", true],
    ['not has(award) and count(award) = 0', true],
  ])('%s is %s', (text, expected) => {
    expect(ask(text, lists)).toBe(expected);
  });
});

describe('held', () => {
  const held = (day: string, ...events: ReturnType<typeof event>[]) =>
    ask(`held(pledge, pledge_release, ${day})`, { events });
  const pledge = event('pledge', { on: '2023-03-01', reference: 'A' });
  const release = (on: string, reference = 'A') => event('pledge_release', { on, reference });

  it('begins on its day and ends on the day of its end', () => {
    const both = [pledge, release('2023-06-30')];
    expect(
      ['2023-02-28', '2023-03-01', '2023-06-29', '2023-06-30', '2024-01-01'].map((day) => held(day, ...both)),
    ).toEqual([...[false, true, true, false, false]]);
  });

  it('ends by the same reference alone, and not before it began', () => {
    expect(held('2023-12-31', pledge, release('2023-06-30', 'B'))).toBe(true);
    expect(held('2023-12-31', pledge, release('2023-02-28'))).toBe(true);
    expect(held('2023-12-31', pledge, release('2023-03-01'))).toBe(false);
    // Released before, then pledged under the same number and released again.
    expect(held('2023-12-31', pledge, release('2023-02-28'), release('2023-12-31'))).toBe(false);
  });

  it('has no end without a reference, and no beginning without a day', () => {
    const nameless = event('pledge', { on: '2023-03-01' });
    expect(held('2023-12-31', nameless, event('pledge_release', { on: '2023-06-30' }))).toBe(true);
    expect(held('2023-12-31', event('pledge', { reference: 'A' }))).toBe(false);
    expect(held('2023-12-31', pledge, event('pledge_release', { reference: 'A' }))).toBe(true);
  });

  it('is held while any is', () => {
    const second = event('pledge', { on: '2023-05-01', reference: 'B' });
    expect(held('2023-07-01', pledge, second, release('2023-06-30'))).toBe(true);
    expect(held('2023-07-01', pledge, second, release('2023-06-30'), release('2023-06-30', 'B'))).toBe(false);
  });

  it('is asked of a parameter, of a column, of a moved column', () => {
    const lists = { events: [pledge] };
    expect(ask('held(pledge, pledge_release, $day)', lists)).toBe(true);
    expect(ask('held(pledge, pledge_release, granted_on)', lists, { granted_on: '2023-02-28' })).toBe(false);
    expect(ask('held(pledge, pledge_release, granted_on + 1 days)', lists, { granted_on: '2023-02-28' })).toBe(true);
    expect(ask('held(pledge, pledge_release, granted_on)', lists)).toBe(false);
    expect(ask('not held(pledge, pledge_release, granted_on)', lists)).toBe(true);
  });
});

describe('classified', () => {
  const given = (...symbols: (string | null)[]) => ({
    classes: symbols.map((symbol) => ({ scheme: 'ipc', edition: null, symbol, position: 1 })),
  });

  it.each([
    ['H', 'H01L 21/00', true],
    ['H01', 'H01L 21/00', true],
    ['H01L', 'H01L21/00', true],
    ['H01L', 'H01M 2/00', false],
    ['H02', 'H01L 21/00', false],
    ['H01L 21/00', 'H01L21/00', true],
    ['H01L21/00', 'H01L  21/00', true],
    ['H01L 21/00', 'H01L 21/002', false],
    ['H01L 21/02', 'H01L', false],
  ])('%s holds %s: %s', (symbol, one, expected) => {
    expect(ask(`classified('ipc', '${symbol}')`, given(one))).toBe(expected);
  });

  it('asks for any class of the scheme', () => {
    expect(ask("classified($scheme, 'H01L')", given(null, 'G06F 3/00', 'H01L 33/00'))).toBe(true);
    expect(ask("classified('cpc', 'H01L')", given('H01L 33/00'))).toBe(false);
    expect(
      ask("classified('locarno', '12-16')", {
        classes: [{ scheme: 'locarno', edition: null, symbol: '12-16', position: 1 }],
      }),
    ).toBe(true);
    expect(ask("classified('ipc', 'H01L')", { classes: [] })).toBe(false);
  });
});

describe('classified by a concordance table', () => {
  const given = (...codes: string[]) => ({ classes: [], tags: codes.map((code) => ({ scheme: 'sei-2021', code })) });

  it.each([
    ['1', ['1.2'], true],
    ['1', ['1'], true],
    ['1', ['10.2'], false],
    ['1.2', ['1'], false],
    ['1.2', ['1.20'], false],
    ['1.2', ['2.1', '1.2.3'], true],
    ['1', [], false],
  ])('%s holds %j: %s', (code, codes, expected) => {
    expect(ask(`classified('sei-2021', '${code}')`, given(...codes))).toBe(expected);
  });

  it('asks one table', () => {
    expect(ask("classified('wipo-35', '1')", given('1'))).toBe(false);
  });
});

describe('what a tree asks', () => {
  const tree = parse(
    `kind = 'invention' and held(pledge, pledge_release, granted_on) and (has(pledge, amount > $least) or has(pledge,amount>$least))
     and filed_on + $years years <= granted_on and count(holders) > 1`,
  );

  it('names each question once, by what is asked', () => {
    const calls = callsOf(tree);
    expect(calls.map(({ call }) => printSource(call))).toEqual([
      'held(pledge, pledge_release, granted_on)',
      'has(pledge, amount > $least)',
      'count(holders)',
    ]);
    expect(calls.map(({ name }) => name.split('_')[0])).toEqual(['held', 'has', 'count']);
    for (const { name } of calls) expect(name).toMatch(/^[a-z]+_[0-9a-z]{13}$/);
    const again = callsOf(parse("has(pledge,  amount > $least) and kind = 'design'"));
    expect(again[0]?.name).toBe(calls[1]?.name);
    // Another value of the parameter is another question, the value itself the same one.
    const named = (least: number, text: string) =>
      callsOf(parseExpression(text, { ...shape, parameters: { least: { type: 'decimal', value: least } } }))[0]?.name;
    expect(named(600, 'has(pledge, amount > $least)')).not.toBe(calls[1]?.name);
    expect(named(600, 'has(pledge, amount > 500.0)')).toBe(calls[1]?.name);
  });

  it('reads columns of the record, not of its items', () => {
    expect(columnsOf(tree)).toEqual(['filed_on', 'granted_on', 'kind']);
    expect(parametersOf(tree)).toEqual(['least', 'years']);
  });

  it('falls into conjuncts, explained one by one', () => {
    expect(conjunctsOf(tree).map((part) => printSource(part))).toEqual([
      "kind = 'invention'",
      'held(pledge, pledge_release, granted_on)',
      'has(pledge, amount > $least) or has(pledge, amount > $least)',
      'filed_on + $years years <= granted_on',
      'count(holders) > 1',
    ]);
    const record = {
      kind: 'invention',
      filed_on: '2012-02-29',
      granted_on: '2022-02-28',
      lists: { events: [event('pledge', { on: '2022-02-28', amount: 501 })], holders: [holder(null)] },
    };
    expect(explain(tree, record)).toMatchObject({ holds: false, leftOutBy: 'count(holders) > 1' });
    expect(explain(tree, record).tests.map(({ holds }) => holds)).toEqual([true, true, true, true, true, false]);
  });

  it('writes values in the place of parameters where that is asked', () => {
    expect(printSource(parse('filed_on + $years years > $day'), 'values')).toBe('filed_on + 10 years > 2023-12-31');
  });
});
