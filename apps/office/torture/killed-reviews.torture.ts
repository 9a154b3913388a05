import { join } from 'node:path';
import { Office } from '@zhiheng/office';
import { systemClock } from '@zhiheng/vocabulary';
import { expect, it } from 'vitest';
import { fiftyKills } from './fifty-kills.js';

const script = join(import.meta.dirname, 'reviewing-drafts.mjs');

interface Acknowledged {
  readonly name: string;
  readonly fields?: readonly { readonly id: string; readonly version: number }[];
  readonly edition?: number;
}

interface Rows {
  programme_decisions: { draft: string; field: string; version: number; decision: string; batch: string | null };
  programme_accepted: { hash: string; reopened_at: string | null };
  programme_editions: { edition: number; hash: string };
}

/** Acts that are on the disk, once everything was found to fit: decisions, texts, editions, and the chain. */
async function look(folder: string, said: readonly Acknowledged[]): Promise<number> {
  const office = await Office.open({ folder, clock: systemClock });
  try {
    expect(await office.ledger.verify()).toMatchObject({ ok: true, faults: [] });
    const database = office.ledger.database<Rows>();
    const decisions = await database.selectFrom('programme_decisions').selectAll().execute();
    const editions = await database.selectFrom('programme_editions').selectAll().orderBy('edition').execute();
    const accepted = await database.selectFrom('programme_accepted').selectAll().execute();
    const acts = (await office.ledger.acts()).filter(({ kind }) => kind.startsWith('programme:'));
    const of = (kind: string) => acts.filter((act) => act.kind === `programme:${kind}`);
    // Every act brought all of its fields, and nothing came without an act; the versions of a field have no gap.
    const named = of('decide').flatMap(
      ({ after }) => (after as { fields: { field: string; decision: string }[] }).fields,
    );
    const text = (one: { field: string; decision: string }) => `${one.field} ${one.decision}`;
    expect(decisions.map(text).sort()).toEqual(named.map(text).sort());
    const versions = new Map<string, number[]>();
    for (const { field, version } of decisions) versions.set(field, [...(versions.get(field) ?? []), version]);
    for (const [field, counted] of versions) {
      expect([field, ...counted.sort((a, b) => a - b)]).toEqual([field, ...counted.map((_, at) => at + 1)]);
    }
    // Each text that was accepted is whole and readable: those that were opened again, and the one in force.
    const texts = of('accept').map(({ hash }) => hash);
    const open = accepted[0] !== undefined && accepted[0].reopened_at !== null;
    const kept = [...editions.map(({ hash }) => hash), ...accepted.flatMap(({ hash }) => (open ? [] : [hash]))];
    expect(kept).toEqual(texts);
    for (const hash of texts) expect(await office.store.getJson(hash)).toMatchObject({ kept: 'zhiheng-programme/1' });
    expect(of('reopen').length).toBe(editions.length);
    for (const { name, fields = [], edition } of said) {
      for (const { id, version } of fields) {
        expect([name, id, versions.get(id)?.includes(version)]).toEqual([name, id, true]);
      }
      if (edition !== undefined) expect(editions.map((one) => one.edition)).toContain(edition);
    }
    const several = new Set(decisions.flatMap(({ batch }) => (batch === null ? [] : [batch])));
    expect(several.size).toBeLessThanOrEqual(of('decide').length);
    return acts.length;
  } finally {
    await office.close();
  }
}

it('50 kills during a review lose no act that was acknowledged, and leave none half', async () => {
  const { acknowledged, kinds } = await fiftyKills(script, 12, look);
  expect(acknowledged).toBeGreaterThan(200);
  expect(kinds).toBeGreaterThan(4);
});
