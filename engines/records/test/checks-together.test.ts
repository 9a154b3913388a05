import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CheckSession, readChecks, runChecks } from '../src/index.js';
import { CheckTables, type Rows } from './check-tables.js';
import { covering, planted } from './planted-rows.js';

const readings = readChecks(resolve(import.meta.dirname, '../../../definitions'));
const ground = { asOf: '2024-05-05', coverage: [covering('filed'), covering('closed'), covering('ceased')] };
const heldTogether = [
  'patent-granted-before-filed',
  'patent-outcome-without-closing',
  'patent-filed-outside-coverage',
  'holder-credit-code-wrong',
  'event-before-filing',
];

let tables: CheckTables;
beforeAll(async () => {
  tables = await CheckTables.open();
});
afterAll(() => tables.session.close());

/** The rows planted for these checks, those of each under ids of their own. */
function rowsOf(ids: readonly string[]): Rows {
  const rows: Record<string, Record<string, string | number | null>[]> = {};
  for (const check of ids) {
    const named = (id: unknown) => (typeof id === 'string' ? `${check} ${id}` : null);
    for (const [table, list] of Object.entries(planted[check]?.rows ?? {})) {
      const told = list.map((row) => ({
        ...row,
        id: named(row.id),
        ...('patent' in row ? { patent: named(row.patent) } : {}),
      }));
      rows[table] = [...(rows[table] ?? []), ...told];
    }
  }
  return rows;
}

it('finds by checks that look at the same rows what each finds alone, in the order asked for', async () => {
  await tables.hold(rowsOf(heldTogether));
  let asked = 0;
  const counting: CheckSession = {
    rows: (sql, parameters) => {
      asked += 1;
      return tables.session.rows(sql, parameters);
    },
    registerTable: (...input) => tables.session.registerTable(...input),
  };
  const together = await runChecks(counting, readings, ground);
  expect(asked).toBeLessThan(readings.length);
  const alone = [];
  for (const reading of readings) alone.push(...(await runChecks(tables.session, [reading], ground)));
  expect(together).toEqual(alone);
  for (const id of heldTogether) expect(together.find((one) => one.id === id)?.count, id).toBeGreaterThan(0);
});
