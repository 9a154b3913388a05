import { Session } from '@zhiheng/lake';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wrongCharacterSql } from './check-character.js';

const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** GB 32100 by powers of three as they stand, without a table of weights. */
function lastOf(body: string): string {
  const sum = [...body].reduce((total, letter, index) => total + letters.indexOf(letter) * 3 ** index, 0);
  return letters.find((_, value) => (sum + value) % 31 === 0) ?? '';
}

describe('the check character of a credit code', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.open();
  });
  afterAll(() => session.close());
  const isWrong = async (codes: readonly string[]): Promise<boolean[]> => {
    await session.registerTable(
      'codes',
      { place: 'integer', code: 'text' },
      codes.map((code, at) => [at, code]),
    );
    const rows = await session.rows<{ wrong: boolean }>(
      `SELECT ${wrongCharacterSql('code')} AS wrong FROM codes ORDER BY place`,
    );
    return rows.map(({ wrong }) => wrong);
  };

  it('holds for codes that firms bear', async () => {
    const borne = ['914403001922038216', '9144030071526726XG', '91110000802100433B', '91330106673959654P'];
    expect(await isWrong(borne)).toEqual([false, false, false, false]);
  });

  it('is missed with one character changed, two exchanged, or a form that is none', async () => {
    const codes = [
      '914403001922038217',
      '914403001922032816',
      '91440300192203821',
      '9144030019220382166',
      '',
      'IOSVZ3001922038216',
    ];
    expect(await isWrong([...codes, '9144030071526726xg'])).toEqual([...codes, ''].map(() => true));
  });

  it('is that of a slow reference', async () => {
    const body = fc.string({ unit: fc.constantFrom(...letters), minLength: 17, maxLength: 17 });
    const drawn = fc.sample(fc.tuple(body, fc.constantFrom(...letters)), { numRuns: 2000, seed: 1 });
    const codes = drawn.flatMap(([text, other]) => [text + other, text + lastOf(text)]);
    const expected = codes.map((code) => code.charAt(17) !== lastOf(code.slice(0, 17)));
    expect(expected.filter((wrong) => !wrong).length).toBeGreaterThan(2000);
    expect(await isWrong(codes)).toEqual(expected);
  });
});
