import { expect, it } from 'vitest';
import { plantHolders } from '../src/parties/planted-holders.js';
import type { HolderRow } from '../src/resolution/planted-session.js';
import { type Resolved, resolved } from './resolved.js';
import { placeSheets } from './sources.js';

/** Planted holders, every seventh of whom holds together with the one before; one inventor is too common to tell anything. */
function jointHolders(seed: number, count: number): HolderRow[] {
  const rows = plantHolders(placeSheets.areas, seed, count);
  return rows.map((row, at) => ({
    ...row,
    id: rows[at % 7 === 6 ? at - 1 : at]?.id ?? row.id,
    people: at % 20 === 0 ? [...row.people, 'PS-EVERYWHERE'] : row.people,
  }));
}

/** How many records name each party, counted row by row. */
function recordsOf(rows: readonly HolderRow[], { tables }: Resolved): Map<string, number> {
  const byName = new Map(
    tables.party_names.flatMap(({ name, credit_code, area, party }) =>
      name === null ? [] : [[JSON.stringify([name, credit_code, area]), String(party)] as const],
    ),
  );
  const records = new Map<string, Set<string>>();
  for (const { id, name, creditCode = null, area = 'XX' } of rows) {
    const party = byName.get(JSON.stringify([name, creditCode, area]));
    if (party !== undefined) records.set(party, (records.get(party) ?? new Set()).add(id));
  }
  return new Map([...records].map(([party, ids]) => [party, ids.size]));
}

it('gives the same rows in whatever number of parts records are worked off', async () => {
  const rows = jointHolders(5, 1500);
  const whole = await resolved(rows);
  for (const most of [700, 90]) {
    const { tables, report } = await resolved(rows, undefined, {}, most);
    expect(report).toEqual(whole.report);
    expect(tables).toEqual(whole.tables);
  }
  const { report, tables } = whole;
  for (const seen of [report.open, report.related, report.joinedByEvidence, report.capped.length]) {
    expect(seen).toBeGreaterThan(0);
  }
  expect(tables.party_pairs.some(({ evidence }) => String(evidence).includes('joint'))).toBe(true);
  const counted = recordsOf(rows, whole);
  const told = new Map(tables.parties.map(({ party, records }) => [String(party), records]));
  expect(counted.size).toBeGreaterThan(100);
  for (const [party, records] of counted) expect([party, told.get(party)]).toEqual([party, records]);
});
