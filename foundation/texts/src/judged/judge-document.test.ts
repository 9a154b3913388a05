import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../../../../test/making/make-zip.js';
import { makeDocx, paragraph } from '../../test/make-docx.js';
import { makePdf } from '../../test/make-pdf.js';
import { judgeDocument, previewDocument } from '../index.js';

const judged = (name: string, content: Buffer, bytes = 1_000_000) => judgeDocument({ name, content }, { bytes });
const codeOf = (name: string, content: Buffer, bytes?: number) =>
  judged(name, content, bytes).then(
    (format) => `taken as ${format}`,
    (error: { code: string }) => error.code,
  );
// One pixel, written by hand from the specification; the size stands in bytes 16 to 23.
const png = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000003000000020806000000b9eade810000000049454e44ae426082',
  'hex',
);
// SOI, an application part, a frame of 5 by 7 (height first), EOI.
const jpeg = Buffer.from('ffd8ffe000040000ffc0000b080005000701011100ffd9', 'hex');
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const workbook = (more: { name: string; data: string }[] = []) =>
  makeZip([
    { name: '[Content_Types].xml', data: types },
    {
      name: 'xl/workbook.xml',
      data: `<workbook ${main}><sheets><sheet name="进展"/><sheet name="附"/></sheets></workbook>`,
    },
    ...more,
  ]);
const pdf = makePdf({ pages: [[{ text: '已完成', x: 50, y: 700 }]] });

describe('a file that is handed in', () => {
  it('is what its content says, if its name agrees', async () => {
    expect(await judged('a.pdf', pdf)).toBe('pdf');
    expect(await judged('a.DOCX', await makeDocx({ body: paragraph('甲') }))).toBe('docx');
    expect(await judged('a.xlsx', await workbook())).toBe('xlsx');
    expect(await judged('a.png', png)).toBe('png');
    expect(await judged('a.jpg', jpeg)).toBe('jpeg');
    expect(await judged('a.txt', Buffer.from('甲,乙\n'))).toBe('txt');
    expect(await judged('a.csv', Buffer.from('甲,乙\n'))).toBe('csv');
    expect(await codeOf('a.pdf', png)).toBe('document-refused');
    expect(await codeOf('a.exe', Buffer.from('甲\n'))).toBe('document-refused');
  });

  it('is refused where it runs something, is locked, cut off, empty, too long or of another form', async () => {
    const script = Buffer.from('<html><script>alert(1)</script></html>');
    const program = [{ name: 'xl/vbaProject.bin', data: 'x' }];
    const hidden = Buffer.concat([
      Buffer.from('/Type /ObjStm >>\nstream\n'),
      deflateSync('<< /S /JavaScript /JS (app.alert(1)) >>'),
      Buffer.from('\nendstream\n'),
    ]);
    const refusals: [string, Buffer, string, number?][] = [
      ['a.txt', script, 'document-refused'],
      ['a.xlsx', await workbook(program), 'document-macros'],
      [
        'a.pdf',
        Buffer.concat([pdf.subarray(0, 60), Buffer.from('/OpenAction << /S /JavaScript >>'), pdf]),
        'document-macros',
      ],
      ['a.pdf', Buffer.concat([pdf.subarray(0, 60), hidden, pdf]), 'document-macros'],
      ['a.pdf', pdf.subarray(0, -60), 'document-damaged'],
      ['a.docx', (await makeDocx({ body: paragraph('甲') })).subarray(0, -30), 'document-damaged'],
      ['a.docx', await makeZip([{ name: 'x.txt', data: 'x' }]), 'document-refused'],
      ['a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'document-refused'],
      ['a.txt', Buffer.alloc(0), 'file-empty'],
      ['a.txt', Buffer.alloc(64), 'document-refused'],
      ['a.txt', Buffer.from('0123456789'), 'document-too-large', 9],
      ['a.svg', Buffer.from('<?xml version="1.0"?><svg onload="x()"/>'), 'document-refused'],
    ];
    for (const [name, content, code, bytes] of refusals) {
      expect([name, await codeOf(name, content, bytes)]).toEqual([name, code]);
    }
  });

  it('is previewed in words and numbers', async () => {
    const rest = { lines: [], more: false, sheets: [], picture: null, withheld: null };
    const preview = (name: string, content: Buffer, format: 'png' | 'jpeg' | 'xlsx' | 'csv' | 'docx') =>
      previewDocument({ name, content }, format);
    expect(await preview('a.png', png, 'png')).toEqual({ ...rest, picture: { width: 3, height: 2 } });
    expect(await preview('a.jpg', jpeg, 'jpeg')).toEqual({ ...rest, picture: { width: 7, height: 5 } });
    expect(await preview('a.xlsx', await workbook(), 'xlsx')).toEqual({ ...rest, sheets: ['进展', '附'] });
    expect(await preview('a.csv', Buffer.from('甲,乙\n<script>'), 'csv')).toMatchObject({
      lines: ['甲,乙', '<script>'],
    });
    const long = await preview('a.csv', Buffer.from('x\n'.repeat(300)), 'csv');
    expect([long.lines.length, long.more]).toEqual([200, true]);
    const cut = await preview('a.docx', Buffer.from('504b0304', 'hex'), 'docx');
    expect(cut).toEqual({ ...rest, withheld: 'document-damaged' });
  });
});
