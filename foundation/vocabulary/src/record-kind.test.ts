import { describe, expect, it } from 'vitest';
import { recordKindName } from './record-kind.js';

describe('names of kinds', () => {
  it.each([
    ['invention', '发明专利'],
    ['security_interest', '质押'],
    ['service_mark', '服务商标'],
  ])('%s', (kind, name) => expect(recordKindName(kind)?.['zh-Hans']).toBe(name));

  it.each(['letters_of_marque', 'toString', ''])('%s has none', (kind) => expect(recordKindName(kind)).toBeNull());
});
