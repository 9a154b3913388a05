import { describe, expect, it } from 'vitest';
import { item, makeDocx, paragraph } from '../../test/make-docx.js';
import { readTextDocument } from '../read-text-document.js';

const level = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const model = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const instance = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

async function textsOf(numbering: string, body: string, styles?: string): Promise<string[]> {
  const made = { body, numbering, ...(styles === undefined ? {} : { styles }) };
  const { lines } = await readTextDocument({ name: 'a', content: await makeDocx(made) });
  return lines.map(({ text, kind, level: depth }) => `${kind} ${depth} ${text}`);
}

describe('automatic numbers', () => {
  it('of an official document: 一、（一）1.（1）, each level beginning anew', async () => {
    const numbering =
      model(
        0,
        level(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>'),
        level(1, 'chineseCounting', '（%2）'),
        level(2, 'decimal', '%3.'),
        level(3, 'decimal', '（%4）'),
      ) + instance(1, 0);
    const body =
      item('总体要求', 1) +
      item('思想', 1, 1) +
      item('目标', 1, 1) +
      item('周期', 1, 2) +
      item('其中', 1, 3) +
      item('授权', 1, 2) +
      paragraph('正文') +
      item('重点任务', 1) +
      item('创造', 1, 1) +
      item('甲', 1, 2);
    expect(await textsOf(numbering, body)).toEqual([
      'list 1 一、总体要求',
      'list 2 （一）思想',
      'list 2 （二）目标',
      'list 3 1. 周期',
      'list 4 （1）其中',
      'list 3 2. 授权',
      'paragraph null 正文',
      'list 1 二、重点任务',
      'list 2 （一）创造',
      'list 3 1. 甲',
    ]);
  });

  it('name the levels above, in digits where that is asked', async () => {
    const numbering =
      model(
        0,
        level(0, 'chineseCounting', '第%1章'),
        level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
        level(2, 'lowerLetter', '%1-%2-%3'),
      ) + instance(5, 0);
    expect(
      await textsOf(numbering, item('a', 5) + item('b', 5, 1) + item('c', 5, 2) + item('d', 5) + item('e', 5, 2)),
    ).toEqual(['list 1 第一章 a', 'list 2 1.1 b', 'list 3 一-1-a c', 'list 1 第二章 d', 'list 3 二-1-a e']);
  });

  it('go on over instances of one model, but where one states its start', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const changed = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1)')}</w:lvlOverride>`;
    const numbering =
      model(0, level(0, 'decimal', '%1.')) +
      instance(1, 0) +
      instance(2, 0) +
      instance(3, 0, restart) +
      instance(4, 0, changed);
    const body = [1, 2, 3, 3, 1, 4].map((numId) => item('x', numId)).join('');
    expect(await textsOf(numbering, body)).toEqual(
      ['1. x', '2. x', '5. x', '6. x', '7. x', 'VIII) x'].map((text) => `list 1 ${text}`),
    );
  });

  it('may never begin anew', async () => {
    const numbering =
      model(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '第%2条', '<w:lvlRestart w:val="0"/>')) + instance(1, 0);
    expect(await textsOf(numbering, item('a', 1) + item('b', 1, 1) + item('c', 1) + item('d', 1, 1))).toEqual([
      'list 1 1. a',
      'list 2 第1条 b',
      'list 1 2. c',
      'list 2 第2条 d',
    ]);
  });

  it('come by a style, are taken off by number 0, and are bullets', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const numbering =
      model(0, level(0, 'chineseCounting', '%1、')) +
      model(1, level(0, 'bullet', '\uf06c')) +
      instance(1, 0) +
      instance(2, 1);
    const body =
      paragraph('甲', '<w:pStyle w:val="h"/>') +
      paragraph('乙', '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph('丙', '<w:pStyle w:val="h"/>') +
      item('丁', 2) +
      item('戊', 99);
    expect(await textsOf(numbering, body, styles)).toEqual([
      'heading 1 一、甲',
      'heading 1 乙',
      'heading 1 二、丙',
      'list 1 • 丁',
      'paragraph null 戊',
    ]);
  });
});
