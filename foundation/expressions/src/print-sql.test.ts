import { describe, expect, it } from 'vitest';
import type { Dialect } from './dialect.js';
import { dialects } from './dialects.js';
import { parseDate, parseExpression } from './parse-expression.js';
import { patentLists } from './patent-lists.js';
import { printSql } from './print-sql.js';

const columns = { kind: 'text', granted_on: 'date', filed_on: 'date', claims: 'integer' } as const;
const three = [dialects.duckdb, dialects.trino, dialects.postgres];
const inAll = (text: string) => three.map((dialect) => printSql(parseExpression(text, columns), dialect));

describe('printSql', () => {
  it('moves dates', () => {
    expect(inAll('granted_on < filed_on - 6 months')).toEqual([
      `"granted_on" < (CAST("filed_on" + INTERVAL (-6) MONTHS AS DATE))`,
      `"granted_on" < (date_add('month', -6, "filed_on"))`,
      `"granted_on" < (CAST("filed_on" + INTERVAL '-6 months' AS DATE))`,
    ]);
  });

  it('asks for whole texts by code point', () => {
    expect(inAll(String.raw`kind matches 'H\d\.'`)).toEqual([
      String.raw`regexp_full_match("kind", 'H\d\.')`,
      String.raw`regexp_like("kind", '\A(?:H[0-9]\.)\z')`,
      String.raw`"kind" ~ '^(?:H[0-9]\.)$'`,
    ]);
    expect(inAll("kind >= 'b'")).toEqual([`"kind" >= 'b'`, `"kind" >= 'b'`, `"kind" COLLATE "C" >= 'b'`]);
    expect(inAll("kind between 'a' and 'b'")[2]).toBe(`"kind" COLLATE "C" BETWEEN 'a' AND 'b'`);
  });

  it('counts days', () => {
    expect(inAll('days(filed_on, granted_on) > 30')).toEqual([
      '(("granted_on" - "filed_on")) > 30',
      `(date_diff('day', "filed_on", "granted_on")) > 30`,
      '(("granted_on" - "filed_on")) > 30',
    ]);
  });

  it('prints a date alone, and parameters as their values', () => {
    const shape = { columns, lists: {}, parameters: { years: { type: 'integer', value: 10 } as const } };
    expect(printSql(parseDate('filed_on + $years years', shape), dialects.trino)).toBe(
      `date_add('year', 10, "filed_on")`,
    );
  });

  it('takes the SQL of columns and of answers from the caller', () => {
    const shape = { columns, lists: patentLists, parameters: {} };
    const tree = parseExpression('claims > count(holders) and has(pledge)', shape);
    const names = { column: (name: string) => `p.${name}`, call: ({ kind }: { kind: string }) => `a.${kind}` };
    expect(printSql(tree, dialects.duckdb, names)).toBe('(p.claims > a.count) AND a.has');
  });

  it('leaves the forms of values to the dialect', () => {
    const other: Dialect = {
      ...dialects.duckdb,
      date: (day) => `toDate('${day}')`,
      identifier: (name) => `\`${name}\``,
      wholeMatch: (operand, pattern) => `match(${operand}, '^(?:${pattern})$')`,
    };
    expect(printSql(parseExpression('granted_on = 2023-05-30', columns), other)).toBe(
      "`granted_on` = toDate('2023-05-30')",
    );
    expect(printSql(parseExpression("kind matches 'a+'", columns), other)).toBe("match(`kind`, '^(?:a+)$')");
  });
});
