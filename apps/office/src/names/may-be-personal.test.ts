import { describe, expect, it } from 'vitest';
import { mayBePersonal } from './may-be-personal.js';

describe('a name of a holder', () => {
  it.each([
    '深圳市腾讯计算机系统有限公司',
    '中国科学院计算技术研究所',
    '华南理工大学',
    '國立臺灣大學醫學院',
    'トヨタ自動車株式会社',
    'Acme Widgets, Inc.',
    'Beispiel Maschinenbau GmbH',
    'ACME CORPORATION',
    'Procter & Gamble Co., Ltd.',
  ])('is certainly not that of a person: %s', (name) => {
    expect(mayBePersonal(name)).toBe(false);
  });

  it.each([
    '李四光',
    '欧阳修文',
    '阿卜杜拉·买买提',
    'SMITH, John',
    // Forms that people’s own businesses have, and what merely looks like a form.
    '张三',
    '张大学',
    '上官银行',
    '深圳市李四光商店',
    '李四光五金厂',
    '张三（有限合伙）',
    '腾讯科技',
    'Lincoln',
    'AG',
    // Several in one cell.
    '李四光;深圳市腾讯计算机系统有限公司',
    'John Smith and Acme Inc.',
    '李四光、华南理工大学',
  ])('may be that of a person: %s', (name) => {
    expect(mayBePersonal(name)).toBe(true);
  });

  it('is none where it is blank', () => {
    expect(mayBePersonal(' ')).toBe(false);
  });
});
