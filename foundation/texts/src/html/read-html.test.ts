import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../test/making/gb18030.js';
import { faultOf } from '../../test/faults.js';
import { readTextDocument } from '../read-text-document.js';

async function linesOf(html: string | Buffer): Promise<unknown[]> {
  const { format, lines } = await readTextDocument({ name: 'page', content: Buffer.from(html) });
  expect(format).toBe('html');
  return lines.map(({ text, kind, level }) => (level === null ? [kind, text] : [kind, text, level]));
}

describe('HTML', () => {
  it('gives the text of its blocks and nothing that is run, styled, hidden or noted', async () => {
    const html = `<!-- note --><!DOCTYPE html><html><head><title> 工作
      要点 </title><style>p{}</style><script>document.write('<p>written</p>')</script></head>
      <body><h2>第一章 总则</h2><p>为了<b>做好</b>工作，<!-- c -->制定
      本要点。</p><p hidden>h</p><p style="display: none">n</p><noscript>s</noscript><template>t</template>
      <div>A &amp; B&nbsp;&lt;5&gt;<br>第二行<div>inner</div>after</div><iframe src="x">i</iframe></body></html>`;
    expect(await linesOf(html)).toEqual([
      ['heading', '第一章 总则', 2],
      ['paragraph', '为了做好工作，制定本要点。'],
      ['paragraph', 'A & B\u00a0<5>'],
      ['paragraph', '第二行'],
      ['paragraph', 'inner'],
      ['paragraph', 'after'],
    ]);
    expect((await readTextDocument({ name: 'p', content: Buffer.from(html) })).title).toBe('工作 要点');
  });

  it('writes the numbers of lists as a browser shows them', async () => {
    const html = `<body><ol><li>甲<ol type="a" start="3"><li>c</li><li value="7">g<p>more</p></li></ol></li><li>乙</li></ol>
      <ul><li>丙</li></ul><ul style="list-style: none"><li>丁</li></ul><ol type="I"><li>戊<br>己</li></ol>`;
    expect(await linesOf(html)).toEqual([
      ['list', '1. 甲', 1],
      ['list', 'c. c', 2],
      ['list', 'g. g', 2],
      ['paragraph', 'more'],
      ['list', '2. 乙', 1],
      ['list', '• 丙', 1],
      ['list', '丁', 1],
      ['list', 'I. 戊', 1],
      ['paragraph', '己'],
    ]);
  });

  it('gives a row of a table as one line, with empty cells where one spans', async () => {
    const html = `<table><caption>表1</caption><thead><tr><th>指标<th colspan="2">目标</thead>
      <tr><td rowspan="2">周期</td><td>16</td><td>个<br>月</td></tr><tr><td>4</td><td>月</td></tr><tr><td></td><td></td></tr></table>`;
    expect(await linesOf(html)).toEqual([
      ['paragraph', '表1'],
      ['cell', '指标\t目标\t'],
      ['cell', '周期\t16\t个 月'],
      ['cell', '\t4\t月'],
    ]);
  });

  it('sets no more than 200 columns of empty cells, however cells span', async () => {
    const rows = '<tr><td rowspan="9999" colspan="150">x<td>y</tr>'.repeat(3);
    const lines = await linesOf(`<table>${rows}</table>`);
    expect(lines).toEqual([
      ['cell', `x${'\t'.repeat(150)}y`],
      ['cell', `${'\t'.repeat(150)}x${'\t'.repeat(50)}y`],
      ['cell', `${'\t'.repeat(200)}x\ty`],
    ]);
  });

  it('takes a table that lays out a page for its content', async () => {
    const html =
      '<table><tr><td>菜单</td><td><h1>标题</h1><p>一段</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table><table><tr><td><p>x<p>y</table>';
    expect(await linesOf(html)).toEqual([
      ['paragraph', '菜单'],
      ['heading', '标题', 1],
      ['paragraph', '一段'],
      ['cell', 'a\tb'],
      ['paragraph', 'x'],
      ['paragraph', 'y'],
    ]);
  });

  it('keeps the lines of preformatted text', async () => {
    expect(await linesOf('<pre>a  b\n\n  c\td</pre>')).toEqual([
      ['paragraph', 'a  b'],
      ['paragraph', '  c d'],
    ]);
  });

  it('is decoded by its mark, by what it declares, or by trial', async () => {
    const page = (head: string): string => `<html><head>${head}</head><body>知识产权</body></html>`;
    const expected = [['paragraph', '知识产权']];
    expect(await linesOf(gb18030(page('<meta charset="gb2312">')))).toEqual(expected);
    expect(await linesOf(gb18030(page('')))).toEqual(expected);
    expect(
      await linesOf(Buffer.from(page('<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'))),
    ).toEqual(expected);
    expect(await linesOf(Buffer.from(`\ufeff${page('')}`, 'utf16le'))).toEqual(expected);
    // 知 in Big5, which is another character in GB18030
    const big5 = Buffer.concat([Buffer.from('<meta charset=big5><p>'), Buffer.from([0xaa, 0xbe])]);
    expect(await linesOf(big5)).toEqual([['paragraph', '知']]);
    expect(await linesOf(Buffer.from(page('<meta charset="gb2312">')))).toEqual(expected);
  });

  it('is refused where it shows no text', async () => {
    expect(await faultOf(Buffer.from('<html><body><script>a</script><img src=x></body></html>'))).toEqual([
      'document-textless',
      { path: 'd' },
      'a page without text of its own',
    ]);
  });

  it('is refused where it would take hours: depth, elements, moves of nodes', async () => {
    expect(await faultOf(Buffer.from('<div>'.repeat(600)))).toEqual([
      'document-too-large',
      { path: 'd' },
      'elements nested more than 512 deep',
    ]);
    expect(await faultOf(Buffer.from('<p>a'.repeat(600)), { elements: 500 })).toEqual([
      'document-too-large',
      { path: 'd' },
      'more than 500 elements',
    ]);
    expect(await faultOf(Buffer.from(`<p><table>${'<i></i>x'.repeat(50_000)}`))).toEqual([
      'document-too-large',
      { path: 'd' },
      'markup that has to be moved about',
    ]);
  });
});
