import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grants, inForce, reported } from '../../test/definitions.js';
import { formatBreakdown, parseBreakdown, readBreakdown, readPart } from './breakdown.js';

describe('the text of a breakdown', () => {
  it('has dimensions by name, and none for the total', () => {
    expect(formatBreakdown({})).toBeNull();
    expect(formatBreakdown({ kind: 'invention', holder_type: 'university' })).toBe(
      'holder_type=university;kind=invention',
    );
    expect(formatBreakdown({ department: 'a;b=50%' })).toBe('department=a%3Bb=50%25');
  });

  it('gives the breakdown back', () => {
    const value = fc.string({ minLength: 1 });
    const breakdowns = fc.dictionary(fc.constantFrom('kind', 'department', 'route'), value, { noNullPrototype: true });
    fc.assert(
      fc.property(breakdowns, (breakdown) => {
        expect(parseBreakdown(formatBreakdown(breakdown))).toEqual(breakdown);
      }),
    );
  });
});

describe('reading what is asked for', () => {
  const conditioned = {
    ...inForce,
    conditions: ['a', 'b'].map((id) => ({ id, names: inForce.names, where: null, dates: null, events: null })),
  };

  it.each([
    [null, []],
    ['', []],
    ['kind', [['kind', null]]],
    [
      'kind=invention, holder_type',
      [
        ['holder_type', null],
        ['kind', 'invention'],
      ],
    ],
    ['ipc_subclass=H01L', [['ipc_subclass', 'H01L']]],
    ['ipc_subclass=not-told', [['ipc_subclass', 'not-told']]],
    ['holder_type=not-told', [['holder_type', 'not-told']]],
  ])('%j', (by, expected) => {
    expect(readBreakdown(by, grants).map(({ dimension, value }) => [dimension, value])).toEqual(expected);
  });

  it.each([
    ['area', grants],
    ['kind=inventions', grants],
    ['kind=not-told', grants],
    ['kind,kind=design', grants],
    ['ipc_subclass=H01', grants],
    ['ipc_section=I', grants],
    ['department=', grants],
    ['condition', grants],
    ['condition=c', conditioned],
    ['condition=not-told', conditioned],
    ['kind', reported],
  ])('refuses %s', (by, definition) => {
    expect(() => readBreakdown(by, definition)).toThrow(expect.objectContaining({ code: 'breakdown-wrong' }));
  });

  it('knows the conditions of a stock, one or two together', () => {
    expect(readPart('condition=a+b', conditioned)).toEqual({ condition: 'a+b' });
    expect(readPart('condition=b,kind=design', conditioned)).toEqual({ condition: 'b', kind: 'design' });
    expect(() => readPart('condition', conditioned)).toThrow(expect.objectContaining({ code: 'breakdown-wrong' }));
  });
});
