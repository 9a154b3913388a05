import { type FaultReport, reportFault, UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { withoutQuote } from './quoted-faults.js';

const found = (code: FaultReport['code'], words: string) =>
  reportFault(
    new UserFault(code, { place: { path: 'a', byte: 3 }, found: words, expected: 'x', values: { what: words } }),
  );

describe('a fault without what it quotes', () => {
  it('keeps its code, its place and what would be right', () => {
    expect(withoutQuote(found('xml-malformed', 'unexpected 王小明'))).toEqual({
      code: 'xml-malformed',
      message: 'the XML is not well-formed',
      place: { path: 'a', byte: 3 },
      found: null,
      expected: 'x',
    });
  });

  it('has no word of the file that was near the right one', () => {
    const near = reportFault(new UserFault('column-missing', { found: 'a, b', expected: 'c', didYouMean: 'b' }));
    expect(near.message).toContain('did you mean b');
    expect(JSON.stringify(withoutQuote(near))).not.toMatch(/did|"b"|a, b/);
  });

  it('tells nothing of a fault of the software, whose words are not known', () => {
    expect(withoutQuote(reportFault(new Error('cannot convert 王小明')))).toMatchObject({
      message: 'a fault of the software',
    });
  });

  it('is the same one where nothing is quoted, whatever its code', () => {
    for (const fault of [
      found('file-truncated', 'the end of the file at byte 7'),
      found('part-too-large', 'more than 9 bytes'),
      reportFault(new UserFault('file-empty', { expected: 'a table' })),
    ]) {
      expect(withoutQuote(fault)).toBe(fault);
    }
  });
});
