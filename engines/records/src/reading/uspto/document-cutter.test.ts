import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentCutter, type DocumentPart } from './document-cutter.js';

/** Documents of a file: where each starts and its bytes. */
function documents(bytes: Buffer, sizes: readonly number[]) {
  const cutter = new DocumentCutter();
  const parts: DocumentPart[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    parts.push(...cutter.push(bytes.subarray(at, at + size)));
    at += size;
  }
  const found: { position: number; text: string }[] = [];
  for (const { position, bytes: part, opens } of parts) {
    const last = found.at(-1);
    if (opens || last === undefined) found.push({ position, text: part.toString('latin1') });
    else last.text += part.toString('latin1');
  }
  return { found, rest: cutter.rest() };
}

describe('DocumentCutter', () => {
  it('cuts where a declaration begins, not at other instructions', () => {
    const { found, rest } = documents(Buffer.from('\n<?xml v?><?xml-s a?><a/>\n<?xml\nv?><b/>'), [1000]);
    expect(found).toEqual([
      { position: 0, text: '\n' },
      { position: 1, text: '<?xml v?><?xml-s a?><a/>\n' },
      { position: 26, text: '<?xml\nv?><b/>' },
    ]);
    expect(rest.bytes).toHaveLength(0);
  });

  it('holds back a declaration that the end cuts off', () => {
    const { found, rest } = documents(Buffer.from('<?xml v?><a/><?xm'), [5]);
    expect(found.map(({ text }) => text)).toEqual(['<?xml v?><a/>']);
    expect(rest).toMatchObject({ position: 13, bytes: Buffer.from('<?xm') });
  });

  it('cuts the same whatever the chunks, and loses no byte', () => {
    const piece = fc.constantFrom('<?xml ', '<?xml', '<?xml\r\n', '<', '<?', '?>', 'x', ' ', '\n', '<a>', '<?xmlx');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (pieces, sizes) => {
          const text = pieces.join('');
          const bytes = Buffer.from(text);
          const { found, rest } = documents(bytes, sizes);
          const starts = [...text.matchAll(/<\?xml[\s]/g)].map(({ index }) => index);
          expect(found.map(({ position }) => position).filter((position) => position > 0)).toEqual(
            starts.filter((position) => position > 0),
          );
          expect(found.map((document) => document.text).join('') + rest.bytes.toString()).toBe(text);
        },
      ),
    );
  });
});
