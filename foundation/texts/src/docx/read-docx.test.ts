import { describe, expect, it } from 'vitest';
import { makeZip } from '../../../../test/making/make-zip.js';
import { faultOf } from '../../test/faults.js';
import { type MadeDocx, makeDocx, paragraph, row } from '../../test/make-docx.js';
import { readTextDocument } from '../read-text-document.js';

async function linesOf(made: MadeDocx): Promise<unknown[]> {
  const { format, lines } = await readTextDocument({ name: 'a', content: await makeDocx(made) });
  expect(format).toBe('docx');
  expect(lines.map(({ place }) => place.line)).toEqual(lines.map((_, index) => index + 1));
  return lines.map(({ text, kind, level }) => (level === null ? [kind, text] : [kind, text, level]));
}

const run = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;
const shape = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;

describe('DOCX', () => {
  it('gives paragraphs of their runs, with breaks of lines as lines and tabs as spaces', async () => {
    const body = `${run('<w:t>各有关</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">单位： </w:t>')}<w:p/>
      ${run('<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t><w:noBreakHyphen/><w:t>e &amp; &#x4e2d;</w:t>')}
      ${run('<w:fldChar/><w:instrText>PAGE</w:instrText><w:t>3</w:t><w:sym w:font="Wingdings" w:char="F0A8"/>')}
      <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r></w:p>`;
    expect(await linesOf({ body })).toEqual([
      ['paragraph', '各有关单位：'],
      ['paragraph', 'a b'],
      ['paragraph', 'cd-e & 中'],
      ['paragraph', '3□'],
      ['paragraph', 'shown'],
    ]);
  });

  it('finds headings by their styles and outline levels, and the title', async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="x"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>
      <w:style w:type="paragraph" w:styleId="y"><w:name w:val="deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="l"/><w:basedOn w:val="loop"/></w:style>`;
    const styled = (text: string, id: string, more = ''): string => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      styled('工作要点', 't') +
      styled('一', '1') +
      styled('二', 'x') +
      styled('三', 'y') +
      styled('四', 'loop') +
      styled('五', 'x', '<w:outlineLvl w:val="9"/>') +
      paragraph('六', '<w:outlineLvl w:val="0"/>');
    expect(await linesOf({ body, styles })).toEqual([
      ['heading', '工作要点', 0],
      ['heading', '一', 1],
      ['heading', '二', 1],
      ['heading', '三', 3],
      ['paragraph', '四'],
      ['paragraph', '五'],
      ['heading', '六', 1],
    ]);
    const titled = async (made: MadeDocx) =>
      (await readTextDocument({ name: 'a', content: await makeDocx(made) })).title;
    expect(await titled({ body, styles, title: 'b' })).toBe('工作要点');
    expect(await titled({ body: paragraph('x'), title: 'b &amp; c' })).toBe('b & c');
    expect(await titled({ body: paragraph('x') })).toBe(null);
  });

  it('leaves out what tracked changes deleted and keeps what they put in', async () => {
    const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
    const removed = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    const body = `<w:p>${text('压减到')}<w:del w:id="1"><w:r><w:delText>18</w:delText><w:t>18</w:t></w:r></w:del><w:ins w:id="2">${text('16')}</w:ins>${text('个月')}</w:p>
      <w:p>${removed}${text('前半')}</w:p><w:p>${text('后半')}</w:p>
      <w:p><w:moveFrom w:id="3">${text('moved')}</w:moveFrom></w:p><w:p><w:moveTo w:id="3">${text('moved')}</w:moveTo></w:p>
      <w:tbl>${row(paragraph('a'), paragraph('b'))}<w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>${paragraph('gone')}</w:tc></w:tr></w:tbl>
      <w:p>${removed}${text('末')}</w:p>`;
    expect(await linesOf({ body })).toEqual([
      ['paragraph', '压减到16个月'],
      ['paragraph', '前半后半'],
      ['paragraph', 'moved'],
      ['cell', 'a\tb'],
      ['paragraph', '末'],
    ]);
  });

  it('gives a row of a table as one line; a table around a text gives the text', async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('目标')}</w:tc>`;
    const inner = `<w:tbl>${row(paragraph('x'), paragraph('y'))}</w:tbl>`;
    const body = `<w:tbl><w:tr><w:tc>${paragraph('指标')}</w:tc>${wide}</w:tr>${row(paragraph('周期'), '<w:p/>', paragraph('16') + paragraph('个月'))}
      ${row('<w:p/>', '<w:p/>')}${row(paragraph('嵌'), inner)}</w:tbl><w:tbl>${row(paragraph('一段') + paragraph('二段') + inner)}</w:tbl>`;
    expect(await linesOf({ body })).toEqual([
      ['cell', '指标\t目标\t'],
      ['cell', '周期\t\t16 个月'],
      ['cell', '嵌\tx y'],
      ['paragraph', '一段'],
      ['paragraph', '二段'],
      ['cell', 'x\ty'],
    ]);
  });

  it('gives a text box once, behind the paragraph it hangs on', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${shape('框')}</mc:Choice><mc:Fallback>${shape('框')}</mc:Fallback></mc:AlternateContent>`;
    const alone = `<mc:AlternateContent><mc:Fallback>${shape('退')}</mc:Fallback></mc:AlternateContent>`;
    const body = `<w:p><w:r><w:t>前</w:t>${both}<w:t>后</w:t></w:r></w:p><w:p><w:r>${alone}</w:r></w:p>`;
    expect(await linesOf({ body })).toEqual([
      ['paragraph', '前后'],
      ['paragraph', '框'],
      ['paragraph', '退'],
    ]);
  });

  it('puts notes behind the text, numbered as the text refers to them', async () => {
    const refer = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body = `<w:p><w:r><w:t>甲</w:t></w:r>${refer('footnote', 7)}<w:r><w:t>乙</w:t></w:r>${refer('endnote', 2)}${refer('footnote', 3)}</w:p>`;
    const note = (id: number, text: string, type = ''): string =>
      `<w:footnote${type} w:id="${id}">${text}</w:footnote>`;
    const footnotes =
      note(-1, paragraph('---'), ' w:type="separator"') +
      note(3, paragraph('三') + paragraph('续')) +
      note(7, paragraph('七')) +
      note(9, paragraph('nobody'));
    const endnotes = `<w:endnote w:id="2">${paragraph('尾')}</w:endnote>`;
    expect(await linesOf({ body, footnotes, endnotes })).toEqual([
      ['paragraph', '甲[1]乙[i][2]'],
      ['paragraph', '[1] 七'],
      ['paragraph', '[2] 三'],
      ['paragraph', '续'],
      ['paragraph', '[i] 尾'],
    ]);
  });
});

describe('a DOCX made to take long', () => {
  it('is read: long chains of styles, and paragraphs that run on with very many boxes', async () => {
    const style = (id: number): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${id + 1}"/></w:style>`;
    const styles = Array.from({ length: 4_000 }, (_, id) => style(id)).join('');
    const styled = Array.from({ length: 4_000 }, (_, id) => paragraph('a', `<w:pStyle w:val="${id}"/>`));
    expect(await linesOf({ body: styled, styles })).toHaveLength(4_000);
    const box = `<w:r>${shape('b')}</w:r>`;
    const runsOn = '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>';
    const body = `<w:p>${runsOn}${box.repeat(130_000)}</w:p>${`<w:p>${runsOn}</w:p>`.repeat(1000)}${paragraph('end')}`;
    const lines = await linesOf({ body });
    expect([lines.length, lines[0], lines[1]]).toEqual([130_001, ['paragraph', 'end'], ['paragraph', 'b']]);
  });
});

describe('a DOCX that is refused', () => {
  const at = 'd!/word/document.xml';

  it('carries macros, by its content type or by the program itself', async () => {
    const type = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    expect(await faultOf(await makeDocx({ body: paragraph('a'), type }))).toEqual([
      'document-macros',
      { path: 'd' },
      type,
    ]);
    const entries = [{ name: 'word/vbaProject.bin', data: 'x' }];
    expect(await faultOf(await makeDocx({ body: paragraph('a'), entries }))).toEqual([
      'document-macros',
      { path: 'd' },
      'word/vbaProject.bin',
    ]);
  });

  it('is broken: line and column of the XML, declarations, bytes that are no text', async () => {
    // <?xml…?><w:document …><w:body> stands before it on the first line
    expect(await faultOf(await makeDocx({ body: '\n<w:p>\n</w:x>' }))).toEqual([
      'document-damaged',
      { path: at, line: 3, column: 7 },
      'XML that is not well-formed: unexpected close tag',
    ]);
    const prolog = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const [code, , found] = await faultOf(await makeDocx({ body: paragraph('a'), prolog }));
    expect([code, found]).toEqual(['document-damaged', 'a document type declaration']);
    const undeclared = await faultOf(await makeDocx({ body: paragraph('&x;') }));
    expect(undeclared).toEqual([
      'document-damaged',
      expect.objectContaining({ line: 1 }),
      'XML that is not well-formed: undefined entity',
    ]);
    expect(await faultOf(await makeDocx({ body: '<w:altChunk/>' }))).toEqual([
      'document-damaged',
      { path: at },
      'text that lies in another file',
    ]);
  });

  it('is cut off, changed or encrypted', async () => {
    const bytes = await makeDocx({ body: paragraph('工作'.repeat(500)) });
    expect((await faultOf(bytes.subarray(0, bytes.length - 30)))[0]).toBe('document-damaged');
    const changed = Buffer.from(bytes);
    const place = changed.indexOf('word/document.xml') + 40;
    changed.writeUInt8(changed.readUInt8(place) ^ 0xff, place);
    expect((await faultOf(changed)).slice(0, 2)).toEqual(['document-damaged', { path: at }]);
    const entries = [{ name: 'word/locked.xml', data: 'x', flags: 1 }];
    expect(await faultOf(await makeDocx({ body: '', entries }))).toEqual([
      'document-encrypted',
      { path: 'd!/word/locked.xml' },
      'encrypted data',
    ]);
  });

  it('holds no text', async () => {
    expect(await faultOf(await makeDocx({ body: '<w:p/><w:p><w:r><w:drawing/></w:r></w:p>' }))).toEqual([
      'document-textless',
      { path: 'd' },
      'paragraphs without text',
    ]);
  });

  it('is too large: entries, bytes that are stated or come, depth, characters', async () => {
    const entries = Array.from({ length: 6 }, (_, index) => ({ name: `word/${index}.xml`, data: '' }));
    expect((await faultOf(await makeDocx({ body: '', entries }), { entries: 9 }))[0]).toBe('document-too-large');
    const long = await makeDocx({ body: paragraph('a'.repeat(5000)) });
    expect(await faultOf(long, { partBytes: 5000 })).toEqual([
      'document-too-large',
      { path: at },
      expect.stringMatching(/^5\d\d\d bytes of text$/),
    ]);
    expect(await faultOf(long, { characters: 4999 })).toEqual([
      'document-too-large',
      { path: at },
      'more than 4999 characters',
    ]);
    const deep = await makeDocx({ body: `${'<w:sdt>'.repeat(511)}${'</w:sdt>'.repeat(511)}` });
    expect(await faultOf(deep)).toEqual([
      'document-too-large',
      expect.objectContaining({ path: at, line: 1 }),
      'elements nested more than 512 deep',
    ]);
  });

  it('is a bomb: 100 MB out of 100 KB, and one that states less than comes', async () => {
    const body = Array.from({ length: 1000 }, () => `<w:p>${' '.repeat(100_000)}</w:p>`);
    const bomb = await makeDocx({ body });
    expect(bomb.length).toBeLessThan(500_000);
    expect(await faultOf(bomb)).toEqual([
      'document-too-large',
      { path: at },
      expect.stringMatching(/^1\d{8} bytes out of \d+$/),
    ]);
    const lying = await makeZip([{ name: 'word/document.xml', data: 'x'.repeat(99), statedBytes: 9 }]);
    expect(await faultOf(lying)).toEqual(['document-damaged', { path: at }, 'more than the 9 bytes it states']);
  });
});
