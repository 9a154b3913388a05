import { expect, it } from 'vitest';
import { csvHead, csvLine } from './csv.js';

it('quotes separators, keeps numbers and disarms formulas', () => {
  expect(csvLine(['a,b', 'say "x"', -1.5, null, '=1+1', '-x', '深圳'])).toBe(
    `"a,b","say ""x""",-1.5,,'=1+1,'-x,深圳\r\n`,
  );
});

it('starts with the byte order mark', () => {
  expect(
    Buffer.from(csvHead(['id']))
      .subarray(0, 3)
      .toString('hex'),
  ).toBe('efbbbf');
});
