import { resolve } from 'node:path';
import { languages } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRows, readChecks, readFoundRows, runChecks } from '../src/index.js';
import { CheckTables } from './check-tables.js';
import { planted } from './planted-rows.js';

const readings = readChecks(resolve(import.meta.dirname, '../../../definitions'));
const asOf = '2024-05-05';

describe('the checks that come with the software', () => {
  let tables: CheckTables;
  beforeAll(async () => {
    tables = await CheckTables.open();
  });
  afterAll(() => tables.session.close());

  it('are read without fault, thirty and more, each planted here', () => {
    expect(readings.flatMap(({ faults }) => faults.map(String))).toEqual([]);
    expect(readings.map(({ id }) => id)).toEqual(Object.keys(planted).sort());
    expect(readings.length).toBeGreaterThanOrEqual(30);
  });

  it('speak in three languages, no two checks with one name', () => {
    for (const language of languages) {
      const names = readings.map(({ check }) => check?.names[language]);
      expect(new Set(names).size, language).toBe(readings.length);
      const texts = readings.flatMap(({ check }) => [check?.introduction[language], check?.advice[language]]);
      expect(texts.filter((text) => (text ?? '').length < 5)).toEqual([]);
    }
  });

  it.each(readings.map((reading) => [reading.id, reading] as const))(
    '%s finds its fault and nothing else',
    async (id, reading) => {
      const plan = planted[id];
      if (plan === undefined || reading.check === null) throw new Error(`nothing planted for ${id}`);
      await tables.hold(plan.rows);
      const ground = { asOf, coverage: plan.coverage ?? [] };
      const expected = plan.found ?? ['bad'];
      const [result] = await runChecks(tables.session, [reading], ground);
      expect(result).toMatchObject({ id, ran: true, fault: null, count: expected.length });
      const keys = await findRows(tables.session, reading.check, ground, { limit: 10 });
      const found = await readFoundRows(tables.session, reading.check, ground, keys);
      expect(found).toMatchObject({ visible: expected.length, next: null });
      expect(found.rows.map((row) => row.id)).toEqual(expected);
      // A record of several rows: the second is the planted one.
      if (found.rows[0]?.position !== null && expected.length > 0) expect(found.rows[0]?.position).toBe(2);
    },
  );
});
