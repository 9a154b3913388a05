import { type LakeSession, openLakeSession, type Release } from '@zhiheng/lake';
import { presentEngines, type SecondSession } from '@zhiheng/second-engines';
import { shownTableNames, shownTables, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

/** A synthetic office, loaded, then a table that replaces some of its records, and frozen. */
describe('a release of an office', () => {
  const small = new SmallOffice();
  let release: Release;
  let known: LakeSession;
  let sessions: SecondSession[];
  beforeAll(async () => {
    await small.synthetic({ patents: 400, marks: 100, seed: 6 });
    await small.run('load', small.table('first.csv', 1, 30));
    await small.run('load', small.table('again.csv', 11, 30));
    await small.run('release-create', { name: 'r1' });
    await small.use(async (office) => {
      ({ release } = await office.release('r1'));
      known = await openLakeSession(release, office.store, wholeOffice);
      sessions = [];
      for (const engine of presentEngines(process.env)) {
        sessions.push(await engine.over(release, office.store, shownTableNames));
      }
    });
  });
  afterAll(async () => {
    known.close();
    for (const session of sessions) await session.close();
    small.remove();
  });

  it('has rows that were replaced, or it would show little', () => {
    expect(release.tables.patents?.replaced.length).toBeGreaterThan(0);
    expect(release.tables.patents?.segments.length).toBeGreaterThan(2);
  });

  it.each(shownTableNames)('shows the same rows of %s on every engine', async (name) => {
    const columns = Object.entries(shownTables[name].columns);
    const order = columns.map(([column]) => `"${column}" NULLS FIRST`);
    // A hash has more digits than a number holds.
    const asked = columns.map(([column, type]) =>
      type === 'hash' ? `CAST("${column}" AS VARCHAR) AS text` : `"${column}"`,
    );
    const sql = `SELECT ${asked.join(', ')} FROM ${name} ORDER BY ${order.join(', ')}`;
    const expected = await known.rows(sql);
    expect(expected).toHaveLength(release.tables[name]?.rows ?? 0);
    for (const session of sessions) expect(await session.rows(sql), sql).toEqual(expected);
  });
});
