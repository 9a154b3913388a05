import { describe, expect, it } from 'vitest';
import { checkDigitOf, readApplicationNumber } from './index.js';

describe('Chinese application numbers', () => {
  it('computes the check digits of two known numbers', () => {
    expect(checkDigitOf('202610479601')).toBe('8');
    expect(checkDigitOf('201610311380')).toBe('X');
  });

  it('drops prefixes, points and check digits and tells the kind', () => {
    expect(readApplicationNumber('CN', 'CN201610311380.X')).toEqual({ number: '201610311380', kind: 'invention' });
    expect(readApplicationNumber('CN', 'ZL 2026104796018')).toEqual({ number: '202610479601', kind: 'invention' });
    expect(readApplicationNumber('CN', '85100095')).toEqual({ number: '85100095', kind: 'invention' });
    expect(readApplicationNumber('CN', '202330123456')).toMatchObject({ kind: 'design' });
    expect(readApplicationNumber('CN', '202390123456')).toMatchObject({ kind: 'utility_model' });
  });

  it('refuses a wrong check digit, a wrong length and an unknown kind digit', () => {
    expect(readApplicationNumber('CN', '201610311380.1')).toMatchObject({ fault: 'check-digit-wrong' });
    expect(readApplicationNumber('CN', '2016103113')).toMatchObject({ fault: 'number-wrong' });
    expect(readApplicationNumber('CN', '201670311380')).toMatchObject({ fault: 'number-wrong' });
  });
});

describe('numbers of the USPTO', () => {
  it('are series code and serial', () => {
    expect(readApplicationNumber('US', '10/339,710')).toEqual({ number: '10339710', kind: null });
    expect(readApplicationNumber('US', '29410027')).toEqual({ number: '29410027', kind: 'design' });
    expect(readApplicationNumber('US', '339710')).toMatchObject({ fault: 'number-wrong' });
  });
});
