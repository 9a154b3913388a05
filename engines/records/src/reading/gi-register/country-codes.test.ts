import { describe, expect, it } from 'vitest';
import { countryCodes } from './country-codes.js';

describe('countryCodes', () => {
  it.each([
    ['China', 'CN'],
    ['Italia', 'IT'],
    ['Viet nam', 'VN'],
    ['UNITED KINGDOM', 'GB'],
    ['Czechia, Slovakia', 'CZ; SK'],
    ['Germany, Austria, Switzerland', 'DE; AT; CH'],
  ])('reads %s as %s', (given, codes) => {
    expect(countryCodes(given)).toBe(codes);
  });

  it.each(['Ruritania', 'France, Ruritania', 'constructor'])('leaves %s as given', (given) => {
    expect(countryCodes(given)).toBe(given);
  });
});
