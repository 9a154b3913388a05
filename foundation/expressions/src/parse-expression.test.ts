import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns-of.js';
import { conjunctsOf } from './conjuncts-of.js';
import { parseExpression } from './parse-expression.js';
import { printSource } from './print-source.js';
import type { Columns } from './value-type.js';

const columns: Columns = {
  a: 'boolean',
  b: 'boolean',
  c: 'boolean',
  kind: 'text',
  filed_on: 'date',
  claims: 'integer',
};
const canonical = (text: string) => printSource(parseExpression(text, columns));

describe('parseExpression', () => {
  it('gives a typed tree with places', () => {
    expect(parseExpression("kind = 'design'\n  and not a", columns)).toEqual({
      kind: 'and',
      type: 'boolean',
      place: { line: 1, column: 1 },
      parts: [
        {
          kind: 'comparison',
          type: 'boolean',
          operator: '=',
          place: { line: 1, column: 1 },
          left: { kind: 'column', type: 'text', name: 'kind', place: { line: 1, column: 1 } },
          right: { kind: 'literal', type: 'text', value: 'design', place: { line: 1, column: 8 } },
        },
        {
          kind: 'not',
          type: 'boolean',
          place: { line: 2, column: 7 },
          operand: { kind: 'column', type: 'boolean', name: 'a', place: { line: 2, column: 11 } },
        },
      ],
    });
  });

  it('freezes every node', () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    const text = "not (a or b) and kind not in ('x', 'y') and claims between 1 and 9 and filed_on is null";
    expect(frozen(parseExpression(text, columns))).toBe(true);
  });

  it('binds not before and, and before or', () => {
    expect(canonical('(not (a)) and b or (c and a)')).toBe('not a and b or c and a');
    expect(canonical('not (a and b) or c')).toBe('not (a and b) or c');
    expect(canonical('a and (b or c)')).toBe('a and (b or c)');
    expect(canonical('not (claims = 1)')).toBe('not claims = 1');
    expect(canonical('(not a) = b')).toBe('(not a) = b');
  });

  it('dissolves conjunctions in conjunctions', () => {
    expect(
      conjunctsOf(parseExpression('a and (b and (c and a = b))', columns)).map((part) => printSource(part)),
    ).toEqual(['a', 'b', 'c', 'a = b']);
    expect(conjunctsOf(parseExpression('a or b', columns)).map((part) => printSource(part))).toEqual(['a or b']);
  });

  it('ends between at its own and', () => {
    const tree = parseExpression('claims between 1 and 9 and a', columns);
    expect(conjunctsOf(tree).map((part) => printSource(part))).toEqual(['claims between 1 and 9', 'a']);
  });

  it('passes over comments and blanks of every kind', () => {
    expect(canonical("# which\r\n\tkind='a' # not 'b'\n\u3000and\u00a0a#")).toBe("kind = 'a' and a");
    expect(canonical("kind = '# no comment'")).toBe("kind = '# no comment'");
  });

  it('writes numbers in one form', () => {
    expect(canonical('claims in (-0, -7, 1.50, 2.0, 0.00000050)')).toBe('claims in (0, -7, 1.5, 2.0, 0.0000005)');
  });

  it('counts columns in characters and keeps the path of the file', () => {
    const place = { path: 'a.yaml', line: 7, column: 10, byte: 99 };
    const [first, second] = conjunctsOf(parseExpression("kind = '𠮷' and a\nand b", columns, { place }));
    expect(first?.place).toEqual({ path: 'a.yaml', line: 7, column: 10 });
    expect(second?.place).toEqual({ path: 'a.yaml', line: 7, column: 25 });
    const third = conjunctsOf(parseExpression('a\nand b', columns, { place }))[1];
    expect(third?.place).toEqual({ path: 'a.yaml', line: 8, column: 14 });
  });

  it('names the columns used, each once, sorted', () => {
    expect(columnsOf(parseExpression("kind in ('x', kind) or not (b = (claims = 1)) or a", columns))).toEqual([
      'a',
      'b',
      'claims',
      'kind',
    ]);
  });

  it('reads its own text back at the deepest nesting', () => {
    const nots = `${'not '.repeat(100)}claims = 1`;
    expect(canonical(nots)).toBe(nots);
    const parentheses = `${'('.repeat(100)}claims = 1${')'.repeat(100)}`;
    expect(canonical(parentheses)).toBe('claims = 1');
  });
});
