import { describe, expect, it } from 'vitest';
import { explain } from './explain.js';
import { parseExpression } from './parse-expression.js';

const columns = { kind: 'text', granted_on: 'date', ceased_on: 'date' } as const;
const tree = parseExpression(
  "kind in ('invention','design')\nand not granted_on > 2023-06-30\nand (ceased_on is null or ceased_on > 2023-06-30)",
  columns,
);

describe('explain', () => {
  it('says that all tests hold', () => {
    expect(explain(tree, { kind: 'invention', granted_on: '2023-05-30', ceased_on: '2023-08-31' })).toEqual({
      holds: true,
      tests: [
        { text: "kind in ('invention', 'design')", holds: true, place: { line: 1, column: 1 } },
        { text: 'granted_on > 2023-06-30', holds: false, place: { line: 2, column: 9 } },
        { text: 'ceased_on is null', holds: false, place: { line: 3, column: 6 } },
        { text: 'ceased_on > 2023-06-30', holds: true, place: { line: 3, column: 27 } },
      ],
      leftOutBy: null,
    });
  });

  it('names the first conjunct that left the record out', () => {
    const late = explain(tree, { kind: 'design', granted_on: '2023-07-01', ceased_on: '2023-06-30' });
    expect(late).toMatchObject({ holds: false, leftOutBy: 'not granted_on > 2023-06-30' });
    expect(late.tests.map((test) => test.holds)).toEqual([true, true, false, false]);
    const ceased = explain(tree, { kind: 'design', granted_on: '2023-06-30', ceased_on: '2023-06-30' });
    expect(ceased.leftOutBy).toBe('ceased_on is null or ceased_on > 2023-06-30');
  });

  it('counts an open test as leaving out', () => {
    const open = explain(tree, { kind: 'invention', granted_on: null, ceased_on: null });
    expect(open).toMatchObject({ holds: null, leftOutBy: 'not granted_on > 2023-06-30' });
  });
});
