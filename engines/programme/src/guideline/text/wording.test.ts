import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldLine } from './fold-line.js';
import { readWording } from './wording.js';

const glossary = readFileSync(new URL('../../../../../definitions/programmes/wording.csv', import.meta.url), 'utf8');
const restored = (text: string) => readWording(glossary, 'wording.csv').restore(foldLine({ number: 1, text }));

describe('converted wording', () => {
  it.each([
    ['配合法務部推動修改', '配合司法部推动修改'],
    ['電子證照共享套用', '电子证照共享应用'],
    ['專題資料庫與巨觀政策', '专题数据库与宏观政策'],
    ['裁決程序、宣告無效', '裁决程序、宣告无效'],
    ['積體電路布圖設計', '集成电路布图设计'],
    ['智慧財產權最佳化,数位化', '知识产权优化,数字化'],
    ['与東協合作，智慧型化升級', '与东盟合作,智能化升级'],
  ])('%s', (text, meant) => {
    expect(restored(text).text).toBe(meant);
  });

  it('keeps the places of the source', () => {
    const text = restored('在最佳化創新環境');
    expect(text.text).toBe('在优化创新环境');
    expect(text.span(1, 2)).toEqual({ line: 1, from: 2, to: 5 });
    expect(text.span(3, 2)).toEqual({ line: 1, from: 5, to: 7 });
  });

  it('refuses a line without a pair', () => {
    expect(() => readWording('converted,meant\n套用\n', 'w.csv')).toThrow(
      expect.objectContaining({ code: 'programme-wrong' }),
    );
  });
});
