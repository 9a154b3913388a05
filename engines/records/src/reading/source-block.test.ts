import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, places } from '../../test/sources.js';
import { grant, sequenceListing } from '../../test/uspto-documents.js';
import type { ReadItem } from './record.js';
import type { BlockPiece } from './source-block.js';
import { cutRows } from './table/cut-rows.js';
import { readMapping } from './table/read-mapping.js';
import { readTable } from './table/read-table.js';
import { TableCursor } from './table/table-cursor.js';
import { TableRows } from './table/table-rows.js';
import { cutDocuments } from './uspto/cut-documents.js';
import { DocumentsReader } from './uspto/documents-reader.js';
import { readUspto } from './uspto/read-uspto.js';

async function piecesOf(cut: AsyncIterable<BlockPiece>): Promise<BlockPiece[]> {
  const pieces: BlockPiece[] = [];
  for await (const piece of cut) pieces.push(piece);
  return pieces;
}

const size = fc.integer({ min: 8, max: 3000 });
const chunk = fc.integer({ min: 1, max: 5000 });

describe('documents in blocks', () => {
  const wrong = Buffer.from(grant({ number: '15000003', body: '<p>text</p>' }));
  wrong[wrong.indexOf('text')] = 0xff;
  const twice = Buffer.from(grant({ number: '15000010', body: '<p>text, far from <b>here</b></p>' }));
  twice[twice.indexOf('text')] = 0;
  twice[twice.indexOf('here')] = 0xff;
  const whole = Buffer.concat([
    Buffer.from(`\ufeff\n${grant({ number: '15000001', body: '<inventor>张三的发明和创造</inventor>' })}\n\n`),
    Buffer.from(sequenceListing),
    wrong,
    twice,
    Buffer.from(grant({ number: '15000004', body: '<open>' })),
    Buffer.from(grant({ number: '15000005' }).replace('UTF-8', 'GBK')),
    Buffer.from(grant({ number: '15000006', body: '<p>a &nbsp; b</p>' })),
    Buffer.from(grant({ number: '15000007', body: `<p>${'long '.repeat(2000)}</p>` })),
    Buffer.from(`<?xml${grant({ number: '15000008' })}`),
    Buffer.from(grant({ number: '15000009' })),
  ]);

  function readPieces(pieces: readonly BlockPiece[]): ReadItem[] {
    let reader = new DocumentsReader();
    return pieces.flatMap((piece) => {
      if (piece.opens) reader = new DocumentsReader(piece.position);
      const items = reader.push(piece.bytes);
      if (!piece.closes) return items;
      return [...items, ...(piece.endsFile ? reader.endFile().items : reader.endBlock())];
    });
  }

  it('are the documents of the file, whatever the blocks and the chunks', async () => {
    const plain = await collect(readUspto(bytesSource(whole, whole.length)));
    expect(plain.map(({ type }) => type)).toContain('quarantined');
    expect(plain.filter(({ type }) => type === 'record').length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(size, chunk, async (bytes, chunkBytes) => {
        const pieces = await piecesOf(cutDocuments(bytesSource(whole, chunkBytes), bytes));
        expect(Buffer.concat(pieces.map((piece) => piece.bytes)).equals(whole)).toBe(true);
        expect(readPieces(pieces)).toEqual(plain);
        expect(await collect(readUspto(bytesSource(whole, chunkBytes)))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('stay short while a document is long, and are views that own their memory', async () => {
    const pieces = await piecesOf(cutDocuments(bytesSource(whole, 100), 500));
    expect(Math.max(...pieces.map(({ bytes }) => bytes.length))).toBeLessThan(3000);
    const memories = new Set(pieces.map(({ bytes }) => bytes.buffer));
    expect(memories.size).toBe(pieces.length);
  });
});

describe('rows in blocks', () => {
  const mapping = readMapping('table: patents\ncolumns: { number: 号, filed_on: 日, title: 名 }\n', 'm.yaml');
  const rows = Array.from({ length: 60 }, (_, index) => {
    const title = index % 4 === 0 ? `"名,\r\n""${index}""\n"` : `名${index}`;
    const day = index % 7 === 3 ? '昨天' : '2023-01-02';
    return `20231${String(index).padStart(7, '0')},${day},${title}${['\n', '\r\n', '\r', '\n\n\r\n'][index % 4]}`;
  });
  const whole = Buffer.from(`\ufeff\n号,日,"名"\r\n${rows.join('')},,\n202310009999,2023-01-03,末`);

  it('are the rows of the file with their bytes and lines, whatever the blocks and the chunks', async () => {
    const plain = await collect(readTable(bytesSource(whole, whole.length), mapping, { places, file: 't.csv' }));
    expect(plain).toHaveLength(62);
    await fc.assert(
      fc.asyncProperty(size, chunk, async (bytes, chunkBytes) => {
        const form = { ...mapping, file: 't.csv' };
        const items: ReadItem[] = [];
        for (const piece of await piecesOf(cutRows(bytesSource(whole, chunkBytes), form, bytes))) {
          if (piece.header === null || piece.line === null) throw new Error('a piece without header or line');
          const table = new TableRows(piece.header, mapping, { places, file: 't.csv' });
          const cursor = new TableCursor(form, { position: piece.position, line: piece.line });
          for (const row of cursor.push(piece.bytes)) items.push(table.read(row));
          for (const row of cursor.end()) items.push(table.read(row));
        }
        expect(items).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});
