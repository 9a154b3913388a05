import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PieceCutter } from './piece-cutter.js';

function cut(text: string, sizes: readonly number[]) {
  const bytes = Buffer.from(text);
  const cutter = new PieceCutter();
  const pieces: { position: number; bytes: Buffer }[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    pieces.push(...cutter.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return { pieces, rest: cutter.rest() };
}

describe('PieceCutter', () => {
  it('cuts in front of the start and end tags of doc', () => {
    const { pieces, rest } = cut('<a doc="x">doc<doc><b/></doc>\n</a>', [1000]);
    expect(pieces.map(({ position, bytes }) => [position, bytes.toString()])).toEqual([
      [0, '<a doc="x">doc'],
      [14, '<doc><b/>'],
      [23, '</doc>\n</a>'],
    ]);
    expect(rest).toEqual({ position: 34, bytes: Buffer.alloc(0) });
  });

  it('keeps back a tag or a character that the end cuts off', () => {
    expect(cut('<a></d', [2]).rest).toEqual({ position: 3, bytes: Buffer.from('</d') });
    const cutter = new PieceCutter();
    cutter.push(Buffer.from('茶茶').subarray(0, 5));
    expect(cutter.rest()).toEqual({ position: 3, bytes: Buffer.from('茶').subarray(0, 2) });
  });

  it('loses no byte, splits no character, and starts every tag of doc a piece, whatever the chunks', () => {
    const word = fc.constantFrom(
      '<doc',
      '</doc>',
      '<doc>',
      '<',
      '/',
      '<do',
      '</',
      'd',
      'oc',
      '>',
      ' ',
      '茶',
      '\u{20000}',
      'é',
    );
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), sizes, (words, chunks) => {
        const text = words.join('');
        const { pieces, rest } = cut(text, chunks);
        expect(pieces.map(({ bytes }) => bytes.toString()).join('') + rest.bytes.toString()).toBe(text);
        const starts = new Set(pieces.map(({ position }) => position));
        for (const { index } of text.matchAll(/<\/?doc/g)) {
          expect(starts.has(Buffer.byteLength(text.slice(0, index)))).toBe(true);
        }
      }),
    );
  });
});
