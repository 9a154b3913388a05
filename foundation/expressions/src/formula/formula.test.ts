import { UserFault } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula } from './evaluate-formula.js';
import { formulaNames } from './formula.js';
import { parseFormula } from './parse-formula.js';
import { printFormula } from './print-formula.js';

const names = ['a', 'b', 'grants'];
const value = (text: string, values: Record<string, number | null> = { a: 6, b: 4, grants: 92.1 }) =>
  evaluateFormula(parseFormula(text, names), values)?.toNumber() ?? null;

describe('the value of a formula', () => {
  it.each([
    ['a + b * 2', 14],
    ['(a + b) * 2', 20],
    ['a - b - 1', 1],
    ['a - (b - 1)', 3],
    ['a / b / 2', 0.75],
    ['a / (b / 2)', 3],
    ['-a * -b', 24],
    ['- -a', 6],
    ['0.1 + 0.2', 0.3],
    ['grants * 10000', 921_000],
    ['a # first\n/ b', 1.5],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it('is null where a value is missing or zero divides', () => {
    expect(value('a + b', { a: null, b: 1 })).toBeNull();
    expect(value('a * 0', { a: null })).toBeNull();
    expect(value('a / b', { a: 1, b: 0 })).toBeNull();
    expect(value('b / (a - 6)')).toBeNull();
    expect(value('-a', { a: null })).toBeNull();
  });

  it('has no value for a name without an entry', () => {
    expect(() => value('a', {})).toThrow('no value for a');
  });
});

describe('a formula', () => {
  it('names its parts once, in order', () => {
    expect(formulaNames(parseFormula('b * (a + b) / 2', names))).toEqual(['b', 'a']);
  });

  it.each([
    ['a + grant', 1, 5, 'grant', 'grants'],
    ['a × b', 1, 3, '×', '*'],
    ['（a)', 1, 1, '（', '('],
    ['a ÷ b', 1, 3, '÷', '/'],
    ['(a + b', 1, 7, 'the end of the formula', null],
    ['a + b)', 1, 6, ')', null],
    ['a b', 1, 3, 'b', null],
    ['a +', 1, 4, 'the end of the formula', null],
    ['', 1, 1, 'the end of the formula', null],
    ['* a', 1, 1, '*', null],
    ['a *\n  10k', 2, 3, '10k', null],
    ['a + 01', 1, 5, '01', null],
    ['a ^ 2', 1, 3, '^', null],
  ])('is refused at its place: %j', (text, line, column, found, didYouMean) => {
    const fault = (() => {
      try {
        parseFormula(text, names);
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(fault).toBeInstanceOf(UserFault);
    const { code, detail } = fault as UserFault;
    expect({ code, ...detail.place, found: detail.found, didYouMean: detail.didYouMean ?? null }).toEqual({
      code: 'expression-wrong',
      line,
      column,
      found,
      didYouMean,
    });
  });

  it('is not nested without end', () => {
    expect(() => parseFormula(`${'('.repeat(101)}a${')'.repeat(101)}`, names)).toThrow('nested too deeply');
    expect(value(`${'('.repeat(100)}a${')'.repeat(100)}`)).toBe(6);
  });
});

const trees = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('a', 'b', 'grants', '0', '2', '0.5'),
    tie('formula').map((inner) => `-(${inner})`),
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
      .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
  ),
})).formula;

describe('the canonical text of a formula', () => {
  it('keeps only the parentheses that matter', () => {
    expect(printFormula(parseFormula('((a)*b)-((a-b))', names))).toBe('a * b - (a - b)');
    expect(printFormula(parseFormula('(a/b)/(2)', names))).toBe('a / b / 2');
    expect(printFormula(parseFormula('-(a+b)*(-2)', names))).toBe('-(a + b) * -2');
  });

  it('has the value of the formula, and is its own canonical text', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), (text, a, b) => {
        const values = { a, b, grants: 7 };
        const formula = parseFormula(text, names);
        const canonical = printFormula(formula);
        const again = parseFormula(canonical, names);
        expect(evaluateFormula(again, values)?.toString()).toBe(evaluateFormula(formula, values)?.toString());
        expect(printFormula(again)).toBe(canonical);
      }),
    );
  });
});
