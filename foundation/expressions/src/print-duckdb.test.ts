import { describe, expect, it } from 'vitest';
import { standardSql } from './dialect.js';
import { parseExpression } from './parse-expression.js';
import { printDuckDb } from './print-duckdb.js';

const columns = { kind: 'text', granted_on: 'date', claims: 'integer', pct: 'boolean' } as const;

describe('printDuckDb', () => {
  it('writes quoted SQL with every compound operand in parentheses', () => {
    const text = "kind not in ('a''b', '发明') and (not pct or granted_on between 2023-05-30 and 2024-02-29)";
    expect(printDuckDb(parseExpression(text, columns))).toBe(
      `("kind" NOT IN ('a''b', '发明')) AND ((NOT "pct") OR ("granted_on" BETWEEN DATE '2023-05-30' AND DATE '2024-02-29'))`,
    );
    expect(printDuckDb(parseExpression('((claims != -1.50) is not null) = false', columns))).toBe(
      '(("claims" <> -1.5) IS NOT NULL) = FALSE',
    );
  });

  it('takes the SQL of a column from the caller', () => {
    const tree = parseExpression('claims > 1 and pct is null', columns);
    expect(printDuckDb(tree, (name) => `p."${name}"`)).toBe('(p."claims" > 1) AND (p."pct" IS NULL)');
  });

  it('leaves no way out of a quoted text or name', () => {
    const tree = parseExpression("kind = '''; DROP TABLE patents; --'", columns);
    expect(printDuckDb(tree)).toBe(`"kind" = '''; DROP TABLE patents; --'`);
    expect(standardSql.identifier('a" OR "b')).toBe('"a"" OR ""b"');
  });
});
