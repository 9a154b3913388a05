import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../test/making/gb18030.js';
import { faultOf } from '../../test/faults.js';
import { readTextDocument } from '../read-text-document.js';

async function textsOf(content: Uint8Array): Promise<string[]> {
  const { format, lines } = await readTextDocument({ name: 'a.txt', content });
  expect(format).toBe('txt');
  expect(lines.map(({ place }) => place)).toEqual(lines.map((_, index) => ({ path: 'a.txt', line: index + 1 })));
  return lines.map(({ text }) => text);
}

const written = '一、总体要求\r\n\r\n　　稳中求进。\t见附件\n尾';
const read = ['一、总体要求', '', '　　稳中求进。\t见附件', '尾'];

describe('plain text', () => {
  it('keeps every line of the file as it stands, the empty ones too', async () => {
    expect(await textsOf(Buffer.from(written))).toEqual(read);
    expect(await textsOf(Buffer.from('a\nb\n'))).toEqual(['a', 'b']);
    expect(await textsOf(Buffer.from('a\rb\n\n'))).toEqual(['a', 'b', '']);
  });

  it('is read in UTF-8 and UTF-16 with their marks, and in GB18030 where it is no UTF-8', async () => {
    expect(await textsOf(Buffer.from(`\ufeff${written}`))).toEqual(read);
    expect(await textsOf(Buffer.from(`\ufeff${written}`, 'utf16le'))).toEqual(read);
    expect(await textsOf(Buffer.from(`\ufeff${written}`, 'utf16le').swap16())).toEqual(read);
    expect(await textsOf(gb18030(written))).toEqual(read);
  });

  it('is refused with the byte where neither encoding goes on', async () => {
    const bytes = Buffer.concat([Buffer.from('知衡，知衡'), Buffer.from([0xff, 0xff]), Buffer.from('。')]);
    expect(await faultOf(bytes)).toEqual([
      'document-damaged',
      { path: 'd', byte: 15 },
      'bytes that are not text in utf-8 or gb18030',
    ]);
  });

  it('is refused where it is empty, blank or no text', async () => {
    expect(await faultOf(Buffer.alloc(0))).toEqual(['file-empty', { path: 'd' }, 'no bytes']);
    expect(await faultOf(Buffer.from(' \n\u3000\n'))).toEqual(['document-textless', { path: 'd' }, 'blanks alone']);
    for (const bytes of [Buffer.from([1, 2, 3, 65]), Buffer.concat([Buffer.from('abc'), Buffer.alloc(9)])]) {
      expect(await faultOf(bytes)).toEqual(['document-refused', { path: 'd' }, 'binary data of an unknown form']);
    }
  });

  it('is refused beyond its limits', async () => {
    const lines = Buffer.from('a\n'.repeat(10));
    expect(await faultOf(lines, { plainBytes: 19 })).toEqual(['document-too-large', { path: 'd' }, '20 bytes']);
    expect(await faultOf(lines, { lines: 9 })).toEqual(['document-too-large', { path: 'd' }, 'more than 9 lines']);
    expect(await faultOf(lines, { characters: 4 })).toEqual([
      'document-too-large',
      { path: 'd', line: 5 },
      'more than 4 characters',
    ]);
    expect(await faultOf(lines, { plainBytes: 20, lines: 10, characters: 10 })).toEqual(['no fault']);
  });
});
