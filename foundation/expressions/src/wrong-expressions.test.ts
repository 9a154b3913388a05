import { type FaultReport, reportFault, UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { parseExpression } from './parse-expression.js';
import type { Columns } from './value-type.js';

const columns: Columns = {
  kind: 'text',
  filed_on: 'date',
  granted_on: 'date',
  claims: 'integer',
  fee: 'decimal',
  pct: 'boolean',
};
const allColumns = 'one of the columns claims, fee, filed_on, granted_on, kind, pct';
const comparison = '= != <= >= < >, in, between, matches, is';
const behindTest = 'and, or, =, !=, in, is';
const sign = 'a column name, a value, a keyword or one of != <= >= = < > ( ) , + -';
const textQuoted = "a text such as 'invention', or a column name without quotes";
const number = 'a number such as 12 or 0.5 without leading zeros, or a date such as 2023-05-30';
const test = 'a test that is true or false, such as a comparison';

const pattern = String.raw`a text of characters, \d, [A-Z], each with ?, *, + or {1,4}, and of (groups | of | these)`;

const moves = 'a date moves by whole years, months or days';

type Golden = readonly [text: string, place: string, what: string, found: string, expected: string, near?: string];

const golden: readonly Golden[] = [
  // patterns
  ["kind matches 'A('", '1:14', 'this is no pattern', "'A('", pattern],
  ['kind matches area', '1:14', 'this is no pattern', 'area', pattern],
  ["claims matches 'a'", '1:8', 'only a text matches a pattern', 'claims (a whole number)', 'a text'],
  // moved dates
  ['granted_on > filed_on + 0 years', '1:25', moves, '0', 'a whole number above 0'],
  ['granted_on > filed_on + -1 years', '1:25', moves, '-1', 'a whole number above 0'],
  ['granted_on > filed_on + 1.5 years', '1:25', moves, '1.5', 'a whole number above 0'],
  ['granted_on > filed_on + 20 year', '1:28', moves, 'year', 'years, months or days', 'years'],
  ['granted_on > filed_on + 20 weeks', '1:28', moves, 'weeks', 'years, months or days'],
  ['granted_on > filed_on - 2', '1:26', moves, 'the end of the expression', 'years, months or days'],
  [
    'granted_on > filed_on + 101 years',
    '1:25',
    'a date moves by a hundred years at most',
    '101 years',
    'at most 100 years',
  ],
  [
    'granted_on > filed_on - 1201 months',
    '1:25',
    'a date moves by a hundred years at most',
    '1201 months',
    'at most 1200 months',
  ],
  ['granted_on > filed_on -6 months', '1:23', 'a sign stands apart from its number', '-6', '- 6', '- 6'],
  [
    'claims > claims + 1 years',
    '1:17',
    'only a date moves by years, months or days',
    'claims (a whole number)',
    'a date',
  ],
  // names and keywords
  ['filed_at >= 2023-01-01', '1:1', 'no column is named filed_at', 'filed_at', allColumns, 'filed_on'],
  ['pct and\n  Claims > 1', '2:3', 'no column is named Claims', 'Claims', allColumns, 'claims'],
  ['pct AND claims > 1', '1:5', 'an operator is missing', 'AND', behindTest, 'and'],
  ['NOT pct', '1:1', 'no column is named NOT', 'NOT', allColumns, 'not'],
  ["kind IN ('a')", '1:6', 'an operator is missing', 'IN', comparison, 'in'],
  ['pct = TRUE', '1:7', 'no column is named TRUE', 'TRUE', allColumns, 'true'],
  [
    'kind = invention',
    '1:8',
    'no column is named invention',
    'invention',
    `${allColumns}, or a text in quotes`,
    "'invention'",
  ],
  ['toString = 1', '1:1', 'no column is named toString', 'toString', allColumns],
  // values
  [
    'filed_on > 2023-02-29',
    '1:12',
    'this is not a day of the calendar',
    '2023-02-29',
    'a day that exists, written YYYY-MM-DD',
  ],
  [
    'filed_on > 2023-5-3',
    '1:12',
    'this is not a day of the calendar',
    '2023-5-3',
    'a day that exists, written YYYY-MM-DD',
    '2023-05-03',
  ],
  ['claims = 007', '1:10', 'this is neither a number nor a date', '007', number],
  ['claims = 10k', '1:10', 'this is neither a number nor a date', '10k', number],
  ['fee = 1.', '1:7', 'this is neither a number nor a date', '1.', number],
  ['claims = 1234567890123456', '1:10', 'the number is too long', '1234567890123456', 'at most 15 digits'],
  [
    "kind = '发明\nand pct",
    '1:8',
    'the text is not closed on its line',
    "'发明",
    "a closing '; a quote inside a text is written twice",
  ],
  ["kind = 'a\tb'", '1:8', 'the text holds a control character', '"\'a\\tb\'"', 'visible characters and spaces'],
  ['kind = "it\'s"', '1:8', 'a text stands in straight single quotes', '"it\'s"', textQuoted, "'it''s'"],
  ['kind = "x', '1:8', 'this sign has no meaning here', '"', sign, "'"],
  ["claims = 1 AND kind = 'a'", '1:12', 'two tests need and or or between them', 'AND', 'and, or', 'and'],
  ['kind = “发明” and pct', '1:8', 'a text stands in straight single quotes', '“发明”', textQuoted, "'发明'"],
  ['claims = null', '1:10', 'null is not a value to compare with', 'null', 'is null or is not null behind a column'],
  // signs
  ["kind == 'a'", '1:6', 'this sign has no meaning here', '==', sign, '='],
  ['claims <> 1', '1:8', 'this sign has no meaning here', '<>', sign, '!='],
  ['pct && pct', '1:5', 'this sign has no meaning here', '&&', sign, 'and'],
  ["kind in （'a')", '1:9', 'this sign has no meaning here', '（', sign, '('],
  ['claims * 1 = 2', '1:8', 'this sign has no meaning here', '*', sign],
  // types
  [
    "filed_on >= '2023-01-01'",
    '1:13',
    'the two sides are of different types',
    "'2023-01-01' (a text)",
    'a date, as filed_on is',
    '2023-01-01',
  ],
  ['kind = 5', '1:8', 'the two sides are of different types', '5 (a whole number)', 'a text, as kind is', "'5'"],
  [
    'claims between 1 and filed_on',
    '1:22',
    'the two sides are of different types',
    'filed_on (a date)',
    'a number, as claims is',
  ],
  ["claims in (1, 'x')", '1:15', 'the two sides are of different types', "'x' (a text)", 'a number, as claims is'],
  ['pct < true', '1:5', 'true and false have no order', '<', '=, !=, in or is'],
  ['filed_on', '1:1', 'a value alone is not a test', 'filed_on (a date)', test],
  ['pct and (kind)', '1:10', 'a value alone is not a test', 'kind (a text)', test],
  // form
  ['  # nothing\n', '1:1', 'a test is missing', 'the end of the expression', 'a column, a value, not or ('],
  ['pct and ', '1:8', 'a test is missing', 'the end of the expression', 'a column, a value, not or ('],
  ['claims =\n)', '2:1', 'a value is missing', ')', 'a column, a value or ('],
  ['claims 5', '1:8', 'an operator is missing', '5', comparison],
  ['pct pct', '1:5', 'an operator is missing', 'pct', behindTest],
  ['claims = 1 = 1', '1:12', 'two tests need and or or between them', '=', 'and, or'],
  [
    '(pct or\n (pct)',
    '2:7',
    'the parenthesis opened at line 1, column 1 is not closed',
    'the end of the expression',
    ')',
  ],
  ['pct)', '1:4', 'no parenthesis is open here', ')', 'and, or, or the end of the expression'],
  ['pct, pct', '1:4', 'this belongs to no list', ',', 'and, or, or the end of the expression'],
  ["kind in 'a'", '1:9', 'in takes a list', "'a'", '('],
  ['kind in ()', '1:10', 'a value is missing', ')', 'a column, a value or ('],
  ['claims in (1; 2)', '1:13', 'this sign has no meaning here', ';', sign],
  ['claims in (1 2)', '1:14', 'the list is not closed', '2', ', or )'],
  ['claims between 1, 2', '1:17', 'between takes two values', ',', 'and'],
  ['claims not between 1 and 2', '1:12', 'not stands behind a value only in not in', 'between', 'in'],
  ['pct is nul', '1:8', 'is asks only for null', 'nul', 'null', 'null'],
  [
    `${'('.repeat(101)}pct${')'.repeat(101)}`,
    '1:101',
    'the expression is nested too deeply',
    '(',
    'at most 100 parentheses and nots inside one another',
  ],
];

function faultOf(text: string): FaultReport {
  try {
    parseExpression(text, columns);
  } catch (error) {
    expect(error).toBeInstanceOf(UserFault);
    return reportFault(error);
  }
  throw new Error(`no fault in ${text}`);
}

describe('wrong expressions', () => {
  it.each(golden.map((line) => [line[0], line] as const))('%s', (text, [, place, what, found, expected, near]) => {
    const [line, column] = place.split(':').map(Number);
    expect(faultOf(text)).toEqual({
      code: 'expression-wrong',
      message: near === undefined ? what : `${what} (did you mean ${near}?)`,
      place: { line, column },
      found,
      expected,
      ...(near === undefined ? {} : { didYouMean: near }),
    });
  });

  it('places a fault in the file that holds the text', () => {
    const place = { path: 'definitions/indicators/grants.yaml', line: 12, column: 5 };
    expect(() => parseExpression('pct and\nkind', columns, { place })).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ place: { ...place, line: 13, column: 5 } }) }),
    );
  });
});
