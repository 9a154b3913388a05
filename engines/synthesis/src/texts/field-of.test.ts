import { describe, expect, it } from 'vitest';
import { fieldOf } from './field-of.js';

describe('fieldOf', () => {
  it.each([
    ['device', 'G02F', '光电与电力'],
    ['device', 'A61B', '医疗与仪器'],
    ['device', 'F16H', '机械加工'],
    ['device', 'F16K', '环境与家居'],
    ['method', 'G06F', '数据处理'],
    ['method', 'H04N', '图像处理'],
    ['method', 'H04W', '通信'],
    ['matter', 'C07D', '有机合成'],
    ['matter', 'C07K', '生物技术'],
  ] as const)('finds the field of a %s in %s', (style, subclass, name) => {
    expect(fieldOf(style, subclass).name).toBe(name);
  });

  it('has a field for a subclass that no field names, and words in every field', () => {
    for (const style of ['device', 'method', 'matter'] as const) {
      const field = fieldOf(style, 'Z99Z');
      expect(field.name).not.toBe('');
      expect(field.nouns.length).toBeGreaterThan(30);
      expect(field.doings.length).toBeGreaterThan(10);
      expect(field.effects.length).toBeGreaterThan(10);
    }
  });
});
