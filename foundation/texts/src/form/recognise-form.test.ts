import { describe, expect, it } from 'vitest';
import { makeZip } from '../../../../test/making/make-zip.js';
import { faultOf } from '../../test/faults.js';
import { makeDocx, paragraph } from '../../test/make-docx.js';
import { readTextDocument } from '../read-text-document.js';
import { recogniseForm } from './recognise-form.js';

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const holding = (stream: string, before: number): Buffer =>
  Buffer.concat([compound, Buffer.alloc(before), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]);
const zipOf = (...names: string[]): Promise<Buffer> => makeZip(names.map((name) => ({ name, data: '<a/>' })));

describe('what is recognised and not read', () => {
  it.each([
    ['DOC or WPS, of Word 97 to 2003', holding('WordDocument', 500)],
    ['DOC or WPS, of Word 97 to 2003', holding('WordDocument', 1024 * 1024 - 20)],
    ['XLS, a workbook of Excel 97 to 2003', holding('Workbook', 500)],
    ['a compound file (OLE) of an unknown kind', holding('Contents', 500)],
    ['RTF', Buffer.from('{\\rtf1\\ansi a}')],
    ['a picture (JPEG)', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a picture (PNG)', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a packed file (gzip)', Buffer.from('1f8b0800', 'hex')],
    ['a web archive (MHTML)', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x')],
    ['Word 2003 XML', Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>')],
    ['a DOCX in one XML file (Flat OPC)', Buffer.from('<?xml version="1.0"?><pkg:package/>')],
    ['an XML file that is not HTML', Buffer.from('<?xml version="1.0"?>\n<list><p>a</p></list>')],
  ])('%s', async (named, content) => {
    expect(await faultOf(content)).toEqual(['document-refused', { path: 'd' }, named]);
  });

  it.each([
    ['OFD', ['OFD.xml', 'Doc_0/Document.xml']],
    ['XLSX, a workbook', ['[Content_Types].xml', 'xl/workbook.xml']],
    ['PPTX, slides', ['[Content_Types].xml', 'ppt/presentation.xml']],
    ['ODT, or another OpenDocument file', ['mimetype', 'content.xml']],
    ['EPUB', ['mimetype', 'META-INF/container.xml']],
    ['a zip file that is no document', ['a.txt']],
  ])('%s, a zip file', async (named, names) => {
    expect(await faultOf(await zipOf(...names))).toEqual(['document-refused', { path: 'd' }, named]);
  });

  it('an Office file with a password', async () => {
    expect(await faultOf(holding('EncryptedPackage', 900))).toEqual([
      'document-encrypted',
      { path: 'd' },
      'an encrypted Office file',
    ]);
  });
});

describe('formats', () => {
  const formatOf = async (name: string, content: Uint8Array): Promise<string> =>
    (await readTextDocument({ name, content })).format;

  it('are found by content, whatever the name says', async () => {
    expect(await formatOf('a.pdf', await makeDocx({ body: paragraph('a') }))).toBe('docx');
    expect(await formatOf('a.docx', Buffer.from('plain'))).toBe('txt');
    expect(await formatOf('a.txt', Buffer.from(' <!-- x -->\n<!doctype HTML><p>a'))).toBe('html');
    expect(
      await formatOf(
        'a.txt',
        Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>a</body></html>'),
      ),
    ).toBe('html');
    expect(await formatOf('a.txt', Buffer.from('<b>粗</b>'))).toBe('html');
    expect(await formatOf('a.html', Buffer.from('<指标> 与 <目标>'))).toBe('txt');
    expect(await formatOf('a.eml', Buffer.from('From: 知识产权局\n正文'))).toBe('txt');
  });

  it('of PDF may have blanks before, text about it may not pass for it', () => {
    expect(recogniseForm(Buffer.from('\r\n%PDF-1.7')).form).toBe('pdf');
    expect(recogniseForm(Buffer.from('\ufeff%PDF-1.4')).form).toBe('pdf');
    expect(recogniseForm(Buffer.from('A file begins with %PDF-1.4')).form).toBe('text');
  });
});
