import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { gb18030 } from '../../../test/making/gb18030.js';
import { thrownBy } from '../test/faults.js';
import { item, makeDocx, paragraph, row } from '../test/make-docx.js';
import { makePdf } from '../test/make-pdf.js';
import { readPdf } from './pdf/read-pdf.js';
import { readTextDocument } from './read-text-document.js';
import { usualTextLimits } from './text-limits.js';

const limits = { ...usualTextLimits, partBytes: 1_000_000 };
const wellFormed: Record<string, Buffer> = {};

beforeAll(async () => {
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>';
  wellFormed.docx = await makeDocx({
    body: `${paragraph('甲')}${item('乙', 1)}<w:tbl>${row(paragraph('a'), paragraph('b'))}</w:tbl>`,
    numbering: `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    styles: '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>',
  });
  wellFormed.html = Buffer.from('<html><body><table><tr><td>甲<td>乙</table><ol><li>丙</ol><p>丁&amp;</body></html>');
  wellFormed.gb18030 = gb18030('知识产权\r\n工作要点');
  wellFormed.pdf = makePdf({
    pages: [[{ text: '知识产权', x: 90, y: 700 }], [{ text: '要点', x: 90, y: 700 }]],
    packed: true,
  });
  wellFormed['mapped pdf'] = makePdf({ pages: [[{ text: '知识产权', x: 90, y: 700 }]], font: 'mapped' });
});

/** PDF here without its thread, which would hide a hang. */
async function read(content: Buffer): Promise<unknown> {
  if (content.subarray(0, 5).equals(Buffer.from('%PDF-'))) return readPdf(content, 'd', limits);
  return readTextDocument({ name: 'd', content }, { limits });
}

describe('a file that was cut off or changed', () => {
  const runs = { numRuns: 60, seed: 7 };

  it.each(['docx', 'html', 'gb18030', 'pdf', 'mapped pdf'])(
    'ends in a text or a fault of the file: %s',
    async (kind) => {
      const whole = wellFormed[kind] ?? Buffer.alloc(0);
      expect(await thrownBy(() => read(whole))).toEqual(['no fault']);
      const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 6 });
      const ends: string[] = [];
      await fc.assert(
        fc.asyncProperty(changes, fc.oneof(fc.constant(whole.length), fc.nat(whole.length)), async (flips, length) => {
          const bytes = Buffer.from(whole);
          for (const [at, flip] of flips) bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
          ends.push(String((await thrownBy(() => read(bytes.subarray(0, length))))[0]));
        }),
        runs,
      );
      // both ways out were met
      expect(ends).toContain('no fault');
      expect(ends.some((end) => /^document-/.test(end))).toBe(true);
    },
  );
});

describe('a file on the disk', () => {
  it('is read in pieces, in any order', async () => {
    const bytes = await makeDocx({ body: paragraph('知识产权') });
    const reads: number[] = [];
    const content = {
      bytes: bytes.length,
      read: (offset: number, length: number) => {
        reads.push(offset);
        return Promise.resolve(bytes.subarray(offset, offset + length));
      },
    };
    expect((await readTextDocument({ name: 'a', content })).lines.map(({ text }) => text)).toEqual(['知识产权']);
    expect(reads.length).toBeGreaterThan(3);
  });
});
