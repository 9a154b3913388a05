import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, parseExpression, printSource } from '../src/index.js';
import { shape } from './random-records.js';
import { trees } from './random-trees.js';

/** The tree without its places. */
function form(tree: Expression): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'place' ? undefined : value)));
}

describe('printSource', () => {
  it('gives a text that parses back to the same tree', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const text = printSource(tree);
        const again = parseExpression(text, shape);
        expect(form(again), text).toEqual(form(tree));
        // Of a tree read from canonical text, the places come back too.
        expect(parseExpression(printSource(again), shape), text).toEqual(again);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same tree for its text with other blanks and comments', () => {
    fc.assert(
      fc.property(trees, fc.constantFrom('\n', '\r\n\t', ' # remark\n', '   '), (tree, blank) => {
        const text = printSource(tree);
        // Blanks inside quoted texts stay as they are.
        const spread = text.replaceAll(/'(?:[^']|'')*'| /g, (part) => (part === ' ' ? blank : part));
        expect(form(parseExpression(spread, shape)), spread).toEqual(form(tree));
      }),
      { numRuns: 500 },
    );
  });
});
