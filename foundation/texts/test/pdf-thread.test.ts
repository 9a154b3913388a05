import { describe, expect, it } from 'vitest';
import { readTextDocument, type TextLimits } from '../src/index.js';
import { thrownBy } from './faults.js';
import { makePdf } from './make-pdf.js';

const pdfProgram = new URL('../dist/pdf/pdf-thread.js', import.meta.url);
const pages = [[{ text: '知识产权', x: 100, y: 700 }]];

function read(content: Uint8Array, limits: Partial<TextLimits> = {}, program = pdfProgram) {
  return readTextDocument({ name: 'a.pdf', content }, { limits, pdfProgram: program });
}

function program(text: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}

describe('the thread that reads PDF', () => {
  it('gives the text, and leaves the bytes to whoever handed them over', async () => {
    const content = makePdf({ pages });
    const { format, lines } = await read(content);
    expect(format).toBe('pdf');
    expect(lines).toEqual([
      { text: '知识产权', page: 1, kind: 'paragraph', level: null, place: { path: 'a.pdf', line: 1 } },
    ]);
    expect(content.length).toBeGreaterThan(1000);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gives the fault of the file', async () => {
    expect(await thrownBy(() => read(makePdf({ pages, encrypted: true })))).toEqual([
      'document-encrypted',
      { path: 'a.pdf' },
      'an encrypted PDF',
    ]);
  });

  it('is ended when it takes too long', async () => {
    expect(await thrownBy(() => read(makePdf({ pages }), { milliseconds: 200 }, program('for (;;);')))).toEqual([
      'document-too-large',
      { path: 'a.pdf' },
      'a PDF that takes more than 0.2 seconds',
    ]);
  });

  it('is ended when it takes too much memory', async () => {
    const hoarder = program('const kept = []; for (;;) kept.push(new Array(1000).fill({}));');
    expect(await thrownBy(() => read(makePdf({ pages }), { heapMegabytes: 16 }, hoarder))).toEqual([
      'document-too-large',
      { path: 'a.pdf' },
      'a PDF that takes more than 16 MB of memory',
    ]);
  });

  it('may fail only as our own fault', async () => {
    await expect(read(makePdf({ pages }), {}, program('throw new Error("broken")'))).rejects.toMatchObject({
      code: 'own-fault',
    });
    await expect(read(makePdf({ pages }), {}, program('process.exit(3)'))).rejects.toMatchObject({ code: 'own-fault' });
  });
});
