import { describe, expect, it } from 'vitest';
import { byteOrderMark, firstWrongByte, textEncoding } from './text-encoding.js';

describe('text encodings', () => {
  it('are known by their usual spellings', () => {
    const names = ['UTF-8', 'utf8', 'GB18030', 'gbk', 'GB2312', 'latin1'];
    expect(names.map(textEncoding)).toEqual(['utf-8', 'utf-8', 'gb18030', 'gb18030', 'gb18030', null]);
  });

  it('know their byte order marks', () => {
    expect(byteOrderMark(Buffer.from('\ufeffa'), 'utf-8')).toBe(3);
    expect(byteOrderMark(Buffer.from('84319533', 'hex'), 'gb18030')).toBe(4);
    expect(byteOrderMark(Buffer.from('a'), 'utf-8')).toBe(0);
  });

  it.each([
    ['utf-8', '61e4b8ad62', null],
    ['utf-8', '61ff62', 1],
    // a lead byte without its continuation: the sequence starts at the lead byte
    ['utf-8', '6161c9ea', 2],
    ['utf-8', 'e4b8ade4b8', 3],
    // 中 in GB18030, then four bytes, then a lead byte before a line end
    ['gb18030', 'd6d0', null],
    ['gb18030', 'd6d08130813061', null],
    ['gb18030', 'd6d0d60a', 2],
    ['gb18030', '61ff', 1],
    ['gb18030', 'd6d0813081', 2],
    // NUL is no text, and may stand before what is no character
    ['utf-8', '616100ff', 2],
    ['gb18030', 'd6d0006100', 2],
  ] as const)('%s finds the first wrong byte of %s', (encoding, hex, byte) => {
    expect(firstWrongByte(Buffer.from(hex, 'hex'), encoding)).toBe(byte);
  });
});
