import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../../test/faults.js';
import { type MadePdf, type MadeText, makePdf } from '../../test/make-pdf.js';
import { type TextLimits, usualTextLimits } from '../text-limits.js';
import { readPdf } from './read-pdf.js';

async function linesOf(made: MadePdf): Promise<unknown[]> {
  const { lines } = await readPdf(makePdf(made), 'a', usualTextLimits);
  return lines.map(({ text, page, kind }) => [page, kind, text]);
}

async function faultOf(bytes: Buffer, limits: Partial<TextLimits> = {}): Promise<unknown[]> {
  return thrownBy(() => readPdf(bytes, 'd', { ...usualTextLimits, ...limits }));
}

/** Official layout: 28 characters of 16 points a line, the first line two characters in, 28 points from line to line. */
function official(paragraphs: readonly string[], from = 740): MadeText[] {
  const rows = paragraphs.flatMap((paragraph) => {
    const first = { text: paragraph.slice(0, 26), x: 79 + 32 };
    const others = paragraph.slice(26).match(/.{1,28}/gu) ?? [];
    return [first, ...others.map((text) => ({ text, x: 79 }))];
  });
  return rows.map((row, index) => ({ ...row, y: from - 28 * index }));
}

const long = (start: string, length: number): string =>
  start +
  Array.from({ length: length - start.length - 1 }, (_, index) => '各项工作任务按期完成'[index % 10]).join('') +
  '。';

describe('PDF', () => {
  const paragraphs = [long('一是审查周期', 75), '二是商标。', long('三是恰满一行', 26), long('四是', 54)];
  const expected = paragraphs.map((text) => [1, 'paragraph', text]);

  it('joins the lines of official layout into paragraphs, with a font that is not in the file', async () => {
    expect(await linesOf({ pages: [official(paragraphs)] })).toEqual(expected);
  });

  it('reads shapes by the table of characters in the file, packed streams too', async () => {
    expect(await linesOf({ pages: [official(paragraphs)], font: 'mapped', packed: true })).toEqual(expected);
  });

  it('joins a paragraph over the end of a page, and leaves headers and page numbers out', async () => {
    const [head, tail] = [official([long('甲', 26 + 28)]), official([long('乙', 40)])];
    const furniture = (page: number): MadeText[] => [
      { text: '工作要点 样例', x: 250, y: 800, size: 10 },
      { text: `— ${page} —`, x: page % 2 === 0 ? 90 : 480, y: 40, size: 14 },
    ];
    // the second page goes on with a line that is not indented
    const goesOn = [{ text: '接上页。', x: 79, y: 740 }, ...tail.map((row) => ({ ...row, y: row.y - 28 }))];
    const pages = [
      [...furniture(1), ...head],
      [...furniture(2), ...goesOn],
      [...official(['三。']), ...furniture(3)],
    ];
    expect(await linesOf({ pages })).toEqual([
      [1, 'paragraph', `${long('甲', 54)}接上页。`],
      [2, 'paragraph', long('乙', 40)],
      [3, 'paragraph', '三。'],
    ]);
  });

  it('keeps what returns inside of the text', async () => {
    const page = official(['同一句话。', '又一句话。']);
    expect(await linesOf({ pages: [page, page, page] })).toEqual(
      [1, 2, 3].flatMap((number) => [
        [number, 'paragraph', '同一句话。'],
        [number, 'paragraph', '又一句话。'],
      ]),
    );
  });

  it('tells headings in larger letters, rows with wide gaps, and text that is turned', async () => {
    const pages = [
      [
        { text: '关于工作要点的通知', x: 190, y: 780, size: 22 },
        ...official([long('正文', 60)]),
        { text: '指标', x: 100, y: 600 },
        { text: '目标', x: 250, y: 600 },
        { text: '16个月', x: 400, y: 600 },
        { text: '侧边', x: 40, y: 300, turned: 90 },
      ],
    ];
    expect(await linesOf({ pages })).toEqual([
      [1, 'heading', '关于工作要点的通知'],
      [1, 'paragraph', long('正文', 60)],
      [1, 'cell', '指标\t目标\t16个月'],
      [1, 'paragraph', '侧边'],
    ]);
  });

  it('sets pieces of a line beside each other, whatever the order they are drawn in', async () => {
    const pages = [
      [
        { text: '第三', x: 132, y: 700 },
        { text: '第一', x: 100, y: 700 },
        { text: '第一', x: 100.4, y: 700 },
        { text: '①', x: 164, y: 706, size: 8 },
        { text: '下一行', x: 100, y: 600 },
      ],
    ];
    expect(await linesOf({ pages })).toEqual([
      [1, 'paragraph', '第一第三①'],
      [1, 'paragraph', '下一行'],
    ]);
  });

  it('reads the left of two columns before the right one, between lines across both', async () => {
    const column = (x: number, text: string): MadeText[] =>
      Array.from({ length: 10 }, (_, row) => ({
        text: `${text}${row}${'栏中文字充满一行'.repeat(2)}`,
        x,
        y: 700 - 15 * row,
        size: 12,
      }));
    const title = { text: '贯通两栏的题目文字很长很长很长很长', x: 120, y: 760, size: 18 };
    const lines = await linesOf({
      pages: [[...column(310, '右'), ...column(60, '左'), title]],
    });
    const joined = (text: string): string =>
      Array.from({ length: 10 }, (_, row) => `${text}${row}${'栏中文字充满一行'.repeat(2)}`).join('');
    expect(lines).toEqual([
      [1, 'heading', title.text],
      [1, 'paragraph', joined('左') + joined('右')],
    ]);
  });

  it('reads pages that are shown turned', async () => {
    // a quarter to the right: what is written upwards is read from left to right
    const pages = [
      [
        { text: '横页', x: 300, y: 100, turned: 90 },
        { text: '次行', x: 328, y: 100, turned: 90 },
      ],
    ];
    expect(await linesOf({ pages, rotate: 90 })).toEqual([
      [1, 'paragraph', '横页'],
      [1, 'paragraph', '次行'],
    ]);
  });

  it('puts characters in the place of radicals', async () => {
    expect(await linesOf({ pages: [official(['⼯作要点，责任部⻔'])], font: 'mapped' })).toEqual([
      [1, 'paragraph', '工作要点，责任部门'],
    ]);
  });

  it('tells its title and the pages without text', async () => {
    const read = await readPdf(makePdf({ pages: [[], official(['文']), []], title: '要点' }), 'a', usualTextLimits);
    expect([read.title, read.pagesWithoutText]).toEqual(['要点', [1, 3]]);
    expect((await readPdf(makePdf({ pages: [official(['文'])] }), 'a', usualTextLimits)).title).toBe(null);
  });
});

describe('a PDF that is refused', () => {
  const page = official(['一段文字。']);

  it('has no text, or letters of which nobody knows the characters', async () => {
    expect(await faultOf(makePdf({ pages: [[], []] }))).toEqual([
      'document-textless',
      { path: 'd' },
      '2 pages without text, as of a scan',
    ]);
    expect(await faultOf(makePdf({ pages: [page], font: 'unmapped' }))).toEqual([
      'document-textless',
      { path: 'd' },
      expect.stringMatching(/letters of fonts|without text/),
    ]);
  });

  it('is encrypted', async () => {
    expect(await faultOf(makePdf({ pages: [page], encrypted: true }))).toEqual([
      'document-encrypted',
      { path: 'd' },
      'an encrypted PDF',
    ]);
  });

  it('is cut off or broken', async () => {
    const bytes = makePdf({ pages: [page] });
    expect(await faultOf(bytes.subarray(0, bytes.length - 20))).toEqual([
      'document-damaged',
      { path: 'd', byte: bytes.length - 20 },
      'a PDF that ends too early',
    ]);
    const broken = Buffer.from(
      bytes.toString('latin1').replace('/Type /Catalog', '/Type /Cttalog').replace('/Pages 2', '/Pagez 2'),
      'latin1',
    );
    expect((await faultOf(broken))[0]).toBe('document-damaged');
  });

  it('is too large: pages, characters, streams that unpack to too much, once or twice', async () => {
    expect(await faultOf(makePdf({ pages: [page, page] }), { pages: 1 })).toEqual([
      'document-too-large',
      { path: 'd' },
      '2 pages',
    ]);
    expect((await faultOf(makePdf({ pages: [page, page] }), { characters: 9 }))[0]).toBe('document-too-large');
    const bomb = Buffer.from(' '.repeat(2_000_000));
    for (const content of [bomb, deflateSync(bomb)]) {
      expect(await faultOf(makePdf({ pages: [page], content, packed: true }), { partBytes: 1_000_000 })).toEqual([
        'document-too-large',
        { path: 'd', byte: expect.any(Number) },
        'a stream of more than 1000000 bytes',
      ]);
    }
  });
});
