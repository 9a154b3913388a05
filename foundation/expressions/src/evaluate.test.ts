import { OwnFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.js';
import { parseExpression } from './parse-expression.js';
import type { Columns } from './value-type.js';

const columns: Columns = {
  a: 'boolean',
  b: 'boolean',
  kind: 'text',
  other: 'text',
  claims: 'integer',
  fee: 'decimal',
  granted_on: 'date',
};
const nothing = { a: null, b: null, kind: null, other: null, claims: null, fee: null, granted_on: null };

function answer(text: string, record: Partial<Record<keyof typeof nothing, string | number | boolean>> = {}) {
  return evaluate(parseExpression(text, columns), { ...nothing, ...record });
}

const [T, F, N] = [true, false, null];

describe('three-valued logic', () => {
  // a, b, a and b, a or b, a = b, a != b
  it.each([
    [T, T, T, T, T, F],
    [T, F, F, T, F, T],
    [T, N, N, T, N, N],
    [F, T, F, T, F, T],
    [F, F, F, F, T, F],
    [F, N, F, N, N, N],
    [N, T, N, T, N, N],
    [N, F, F, N, N, N],
    [N, N, N, N, N, N],
  ])('a %s, b %s: and %s, or %s, = %s, != %s', (a, b, and, or, equal, unequal) => {
    const given = { ...nothing, a, b };
    const tree = (text: string) => evaluate(parseExpression(text, columns), given);
    expect([tree('a and b'), tree('a or b'), tree('a = b'), tree('a != b')]).toEqual([and, or, equal, unequal]);
  });

  it.each([
    [T, F, F, T],
    [F, T, F, T],
    [N, N, T, F],
  ])('a %s: not %s, is null %s, is not null %s', (a, not, isNull, isNotNull) => {
    const tree = (text: string) => evaluate(parseExpression(text, columns), { ...nothing, a });
    expect([tree('not a'), tree('a is null'), tree('a is not null')]).toEqual([not, isNull, isNotNull]);
  });

  // claims, fee, claims in (1, fee), claims not in (1, fee)
  it.each([
    [1, 2, T, F],
    [2, 2, T, F],
    [3, 2, F, T],
    [1, N, T, F],
    [3, N, N, N],
    [N, 2, N, N],
    [N, N, N, N],
  ])('claims %s, fee %s: in %s, not in %s', (claims, fee, inside, outside) => {
    const tree = (text: string) => evaluate(parseExpression(text, columns), { ...nothing, claims, fee });
    expect([tree('claims in (1, fee)'), tree('claims not in (1, fee)')]).toEqual([inside, outside]);
  });

  // 5 between claims and fee
  it.each([
    [4, 6, T],
    [5, 5, T],
    [6, 9, F],
    [N, 4, F],
    [6, N, F],
    [N, 6, N],
    [4, N, N],
    [N, N, N],
  ])('5 between %s and %s is %s', (claims, fee, expected) => {
    const tree = parseExpression('5 between claims and fee', columns);
    expect(evaluate(tree, { ...nothing, claims, fee })).toBe(expected);
  });

  it('makes a value of an open test in parentheses', () => {
    expect(answer('(claims = 1) is null')).toBe(true);
    expect(answer('(claims = 1) = false', { claims: 2 })).toBe(true);
    expect(answer('(claims = 1 or a) in (true, b)', { claims: 1 })).toBe(true);
  });
});

describe('comparison of values', () => {
  it('orders days by the calendar', () => {
    expect(answer('granted_on >= 2023-05-30', { granted_on: '2023-05-30' })).toBe(true);
    expect(answer('granted_on > 2024-02-28', { granted_on: '2024-02-29' })).toBe(true);
    expect(answer('granted_on between 2022-12-01 and 2022-12-31', { granted_on: '2023-01-01' })).toBe(false);
  });

  it('compares whole and decimal numbers by value', () => {
    expect(answer('claims = 10.0', { claims: 10 })).toBe(true);
    expect(answer('fee < claims', { fee: -0.5, claims: 0 })).toBe(true);
    expect(answer('claims > 9', { claims: 10 })).toBe(true);
  });

  it('orders texts by code point, not by the halves of far characters', () => {
    expect(answer("kind < '𠮷'", { kind: '\u{ffee}' })).toBe(true);
    expect(answer('kind < other', { kind: 'Z', other: 'a' })).toBe(true);
    expect(answer('kind > other', { kind: 'ab', other: 'a' })).toBe(true);
    expect(answer("kind = 'it''s'", { kind: "it's" })).toBe(true);
  });

  it('refuses a record that does not fit its columns', () => {
    expect(() => evaluate(parseExpression('claims = 1', columns), {})).toThrow(OwnFault);
    expect(() => answer('claims = 1', { claims: '1' })).toThrow('claims of the record is no integer: 1');
    expect(() => answer('claims = 1', { claims: 2 ** 53 })).toThrow(OwnFault);
    expect(() => answer('fee = 1', { fee: Number.NaN })).toThrow(OwnFault);
    expect(() => answer('granted_on is null', { granted_on: '2023-02-29' })).toThrow(OwnFault);
  });
});
