import { type FaultReport, reportFault, UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { parseDate, parseExpression } from './parse-expression.js';
import type { RecordShape } from './record-shape.js';

const shape: RecordShape = {
  columns: { kind: 'text', filed_on: 'date', granted_on: 'date', claims: 'integer' },
  lists: {
    events: {
      columns: { kind: 'text', on: 'date', amount: 'decimal', reference: 'text' },
      named: 'kind',
      names: ['pledge', 'pledge_release', 'award'],
    },
    classes: { columns: { scheme: 'text', symbol: 'text' }, named: null, names: [] },
  },
  parameters: { start: { type: 'date', value: '2020-01-01' }, years: { type: 'integer', value: 10 } },
  tables: {
    ids: ['core-2023', 'sei-2021'],
    codes: (id) => ({ 'sei-2021': ['1', '1.2'], 'core-2023': [] })[id] ?? null,
  },
};
const functions = 'one of classified, count, days, has, held, month_boundaries, months';
const kinds = 'one of award, pledge, pledge_release';
const items = `${kinds}, or of the lists events, classes`;
const has = 'has takes a kind of event or a list, and a condition if any';
const held = 'held takes two kinds of events and a day';
const classified = 'classified takes a scheme and a symbol';
const days = 'days takes two dates';
const symbol = "a section, class or subclass such as 'H01L', or one group such as 'H01L 21/00'";
const noSymbol = 'this is no symbol of the classification';
const itemColumns = 'one of the columns amount, kind, on, reference';

type Golden = readonly [text: string, place: string, what: string, found: string, expected: string, near?: string];

const golden: readonly Golden[] = [
  // parameters
  ['filed_on > $stat', '1:12', 'no parameter is named stat', '$stat', 'one of $start, $years', '$start'],
  [
    'filed_on > $years',
    '1:12',
    'the two sides are of different types',
    '$years (a whole number)',
    'a date, as filed_on is',
  ],
  [
    'filed_on > $',
    '1:12',
    'this sign has no meaning here',
    '$',
    'a column name, a value, a keyword or one of != <= >= = < > ( ) , + -',
  ],
  [
    'granted_on > filed_on + $start years',
    '1:25',
    'a date moves by whole years, months or days',
    '$start',
    'a whole number above 0',
  ],
  // functions
  ['hass(pledge)', '1:1', 'no function is named hass', 'hass', functions, 'has'],
  ['day(filed_on, granted_on) > 3', '1:1', 'no function is named day', 'day', functions, 'days'],
  [
    'month_boundary(filed_on, granted_on) > 3',
    '1:1',
    'no function is named month_boundary',
    'month_boundary',
    functions,
    'month_boundaries',
  ],
  ['NOT (claims > 1)', '1:1', 'no function is named NOT', 'NOT', functions, 'not'],
  ['has pledge', '1:1', 'no column is named has', 'has', 'has(…), or a column'],
  ['days(filed_on) > 3', '1:14', days, ')', ', and a second date'],
  ['days(filed_on, ) > 3', '1:16', days, ')', 'a date'],
  ['days(filed_on, granted_on, 3) > 3', '1:26', days, ',', ')'],
  ['days(filed_on, claims) > 3', '1:16', days, 'claims (a whole number)', 'a date'],
  ["days(filed_on, '2020-01-01') > 3", '1:16', days, "'2020-01-01' (a text)", 'a date', '2020-01-01'],
  [
    'days(filed_on, granted_on)',
    '1:1',
    'a value alone is not a test',
    'days(filed_on, granted_on) (a whole number)',
    'a test that is true or false, such as a comparison',
  ],
  [
    'months(filed_on, granted_on) > 2020-01-01',
    '1:32',
    'the two sides are of different types',
    '2020-01-01 (a date)',
    'a number, as months(filed_on, granted_on) is',
  ],
  // items
  ['has()', '1:5', has, ')', 'a kind of event or a list'],
  ['has(pledg)', '1:5', 'no kind of event is named pledg', 'pledg', items, 'pledge'],
  ["has('pledge')", '1:5', 'a kind of event stands without quotes', "'pledge'", items, 'pledge'],
  ['has(holders)', '1:5', 'no kind of event is named holders', 'holders', items],
  ['has(event)', '1:5', 'no kind of event is named event', 'event', items, 'events'],
  ['has(pledge, award)', '1:13', 'no column is named award', 'award', itemColumns],
  [
    'has(pledge, filed_on > 2020-01-01)',
    '1:13',
    'filed_on is a column of the record, not of events',
    'filed_on',
    itemColumns,
  ],
  ['has(pledge, amont > 1)', '1:13', 'no column is named amont', 'amont', itemColumns, 'amount'],
  [
    'has(pledge, amount)',
    '1:13',
    'a value alone is not a test',
    'amount (a decimal number)',
    'a test that is true or false, such as a comparison',
  ],
  ['has(pledge, amount > 1, kind is null)', '1:23', has, ',', ')'],
  ['has(pledge amount > 1)', '1:12', has, 'amount', ')'],
  ['has(pledge', '1:11', has, 'the end of the expression', ')'],
  [
    'has(events, has(pledge))',
    '1:13',
    'has does not stand inside another question about a list',
    'has',
    'a condition over the columns of events',
  ],
  [
    'count(pledge)',
    '1:1',
    'a value alone is not a test',
    'count(pledge) (a whole number)',
    'a test that is true or false, such as a comparison',
  ],
  // held
  ['held(pledge, 2023-12-31)', '1:14', 'no kind of event is named 2023-12-31', '2023-12-31', kinds],
  [
    'held(pledge, pledge_relase, 2023-12-31)',
    '1:14',
    'no kind of event is named pledge_relase',
    'pledge_relase',
    kinds,
    'pledge_release',
  ],
  ['held(events, pledge_release, 2023-12-31)', '1:6', 'no kind of event is named events', 'events', kinds],
  ['held(pledge, pledge_release)', '1:28', held, ')', ', and a day'],
  ['held(pledge, pledge_release, claims)', '1:30', held, 'claims (a whole number)', 'a date'],
  // classified
  ["classified('ipc')", '1:17', classified, ')', ', and a symbol'],
  ["classified(ipc, 'H01L')", '1:12', classified, 'ipc', "a text such as 'ipc'", "'ipc'"],
  ["classified('ipc', H01L)", '1:19', classified, 'H01L', "a text such as 'H01L'", "'H01L'"],
  ["classified('ipc', $years)", '1:19', classified, '$years', "a text such as 'H01L'"],
  ["classified('ipc', 'H01L*')", '1:19', 'a subtree below a group is not known yet', "'H01L*'", symbol, "'H01L'"],
  ["classified('ipc', 'H01L 21/00*')", '1:19', 'a subtree below a group is not known yet', "'H01L 21/00*'", symbol],
  ["classified('ipc', 'h01l')", '1:19', noSymbol, "'h01l'", symbol, "'H01L'"],
  ["classified('ipc', 'H1')", '1:19', noSymbol, "'H1'", symbol],
  ["classified('locarno', ' ')", '1:23', noSymbol, "' '", symbol],
  [
    "classified('sei-2012', '1')",
    '1:12',
    'no concordance table has this id',
    "'sei-2012'",
    "one of 'core-2023', 'sei-2021'",
    "'sei-2021'",
  ],
  [
    "classified('core-2023', '1')",
    '1:12',
    'this table is a slot: nobody has loaded its rows',
    "'core-2023'",
    'a table with rows; see zhiheng classification load',
  ],
  [
    "classified('sei-2021', '1.9')",
    '1:24',
    'the table sei-2021 has no such code',
    "'1.9'",
    'a code of zhiheng classification list',
    "'1.2'",
  ],
  ["classified('sei-2021', '1.*')", '1:24', 'this is no code of a concordance table', "'1.*'", "a code such as '1.2'"],
];

function faultOf(read: () => unknown): FaultReport {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(UserFault);
    return reportFault(error);
  }
  throw new Error('no fault');
}

describe('wrong questions', () => {
  it.each(golden.map((line) => [line[0], line] as const))('%s', (text, [, place, what, found, expected, near]) => {
    const [line, column] = place.split(':').map(Number);
    expect(faultOf(() => parseExpression(text, shape))).toEqual({
      code: 'expression-wrong',
      message: near === undefined ? what : `${what} (did you mean ${near}?)`,
      place: { line, column },
      found,
      expected,
      ...(near === undefined ? {} : { didYouMean: near }),
    });
  });

  it('are refused where the record has no lists', () => {
    expect(faultOf(() => parseExpression('claims > 1 and has(pledge)', { claims: 'integer' }))).toMatchObject({
      place: { line: 1, column: 16 },
      message: 'has asks about a list, and the record has none',
    });
    expect(faultOf(() => parseExpression('claims > $x', { claims: 'integer' }))).toMatchObject({
      message: 'no parameter is named x',
      expected: 'a value: there are no parameters',
    });
  });

  it.each([
    ['filed_on > 2020-01-01', '1:10', 'a date alone is asked for', '>'],
    ['claims', '1:1', 'this is no date', 'claims (a whole number)'],
    ['', '1:1', 'a value is missing', 'the end of the expression'],
    ['filed_on + 10 yeers', '1:15', 'a date moves by whole years, months or days (did you mean years?)', 'yeers'],
  ])('of dates alone: %s', (text, place, message, found) => {
    const [line, column] = place.split(':').map(Number);
    expect(faultOf(() => parseDate(text, shape))).toMatchObject({ place: { line, column }, message, found });
  });
});
