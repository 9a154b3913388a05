import { dayNumber, type TableShape } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Session, type Value } from './index.js';

const shape: TableShape = {
  name: 'given',
  columns: {
    row: 'integer',
    text: 'text',
    word: 'text',
    number: 'integer',
    hash: 'hash',
    day: 'date',
    amount: 'decimal',
  },
};

/** What stands in the table, read back as text by the engine. */
async function appended(columns: readonly (readonly Value[])[], batches = 1): Promise<object[]> {
  const session = await Session.open();
  try {
    await session.createTable(shape);
    const appender = await session.openAppender(shape);
    const size = Math.ceil((columns[0]?.length ?? 0) / batches);
    for (let at = 0; at < (columns[0]?.length ?? 0); at += size) {
      appender.append(columns.map((column) => column.slice(at, at + size)));
    }
    appender.close();
    return await session.rows(
      `SELECT text, strlen(text) AS bytes, word, CAST(number AS VARCHAR) AS number, CAST(hash AS VARCHAR) AS hash,
       CAST(day AS VARCHAR) AS day, CAST(amount AS VARCHAR) AS amount FROM given ORDER BY row`,
    );
  } finally {
    session.close();
  }
}

const day = fc.integer({ min: dayNumber('1790-01-01'), max: dayNumber('2100-12-31') });
const asDay = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 16 }),
  fc.constantFrom(
    '',
    '发明专利',
    '发明专利号',
    'twelve bytes',
    'thirteen byte',
    '北京拟蔚彧专利代理事务所（普通合伙）',
    'a\0b',
    'é'.repeat(6),
    'é'.repeat(7),
  ),
);
const row = fc.record({
  text: fc.option(text),
  word: fc.option(fc.constantFrom('utility_model', 'invention', 'a text that comes again and again')),
  number: fc.option(fc.maxSafeInteger()),
  hash: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  day: fc.option(day),
  cents: fc.option(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n })),
});
const asAmount = (cents: bigint) => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe('appended columns', () => {
  it('are what was given, whatever lies in them and however they are batched', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        async (some, batches) => {
          // More than a chunk, so that cells are used again.
          const rows = Array.from({ length: 120 }, () => some).flat();
          const columns: Value[][] = [
            rows.map((_, index) => index),
            rows.map((one) => one.text),
            rows.map((one) => one.word),
            rows.map((one) => one.number),
            rows.map((one) => one.hash),
            rows.map((one) => (one.day === null ? null : asDay(one.day))),
            rows.map((one) => (one.cents === null ? null : asAmount(one.cents))),
          ];
          const whole = (given: string) => Buffer.from(given, 'utf8').toString('utf8');
          expect(await appended(columns, batches)).toEqual(
            rows.map((one) => ({
              text: one.text === null ? null : whole(one.text),
              bytes: one.text === null ? null : Buffer.byteLength(one.text),
              word: one.word,
              number: one.number === null ? null : String(one.number),
              hash: one.hash === null ? null : String(one.hash),
              day: one.day === null ? null : asDay(one.day),
              amount: one.cents === null ? null : asAmount(one.cents),
            })),
          );
        },
      ),
      { numRuns: 15 },
    );
  });

  it('group with equal texts that the engine makes itself', async () => {
    const session = await Session.open();
    const words = ['发明专利', 'design', '一种用于数据处理的装置', 'design', '发明专利', ''];
    await session.createTable({ name: 'given', columns: { word: 'text' } });
    await session.append({ name: 'given', columns: { word: 'text' } }, [words]);
    expect(
      await session.rows(
        `SELECT word, count(*) AS count FROM (SELECT word FROM given UNION ALL VALUES ('发明专利'), ('design'), (''), ('一种用于' || '数据处理的装置'))
         GROUP BY word ORDER BY count DESC, word`,
      ),
    ).toEqual([
      { word: 'design', count: 3 },
      { word: '发明专利', count: 3 },
      { word: '', count: 2 },
      { word: '一种用于数据处理的装置', count: 2 },
    ]);
    session.close();
  });

  it.each([
    ['number', 2n ** 63n],
    ['day', '2023-02-30x'],
    ['amount', '1.234'],
    ['amount', '1e3'],
  ])('refuse as %s what is none: %s', async (column, value) => {
    const columns = Object.keys(shape.columns).map((name): Value[] => [name === column ? value : null]);
    await expect(appended(columns)).rejects.toMatchObject({ code: 'own-fault' });
  });
});
