import { recordTables, type TableShape } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Session } from '../index.js';
import { maskedColumnsOf, maskedName, shownColumns } from './masks.js';

it.each([
  ['华为技术有限公司', '华＊＊'],
  ['张三', '张＊＊'],
  ['张', '＊＊'],
  ['𠮷田', '𠮷＊＊'],
  ['Smith, John', 'S＊＊'],
  ['', '＊＊'],
])('shows %s as %s', (name, mask) => {
  expect(maskedName(name)).toBe(mask);
});

it('masks in SQL as it does here', async () => {
  const session = await Session.open();
  const columns = { row: 'integer', name: 'text', address: 'text', credit_code: 'text' } as const;
  await session.createTable({ name: 'holders', columns });
  const whole = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(whole), { minLength: 1, maxLength: 40 }), async (names) => {
      await session.run('DELETE FROM holders');
      await session.append({ name: 'holders', columns }, [names.map((_, row) => row), names, names, names]);
      const shown = shownColumns('patent_holders', 'masked');
      expect(await session.rows(`SELECT ${shown} FROM holders ORDER BY row`)).toEqual(
        names.map((name, row) => ({
          row,
          name: name === null ? null : maskedName(name),
          address: null,
          credit_code: null,
        })),
      );
    }),
    { numRuns: 50 },
  );
  session.close();
});

it('leaves every column plain in a plain session, and masks only columns that are there', () => {
  for (const [table, { columns }] of Object.entries<TableShape>(recordTables)) {
    expect(shownColumns(table, 'plain')).toBe('*');
    expect(Object.keys(columns)).toEqual(expect.arrayContaining(maskedColumnsOf(table)));
  }
});
