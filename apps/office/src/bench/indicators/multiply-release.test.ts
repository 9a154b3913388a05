import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComputedDefinition, StoredObservation } from '@zhiheng/indicators';
import { isComputed } from '@zhiheng/indicators';
import { openLakeSession } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownSpan } from '../../known-span.js';
import { segmentsOfSet, setOf, showSet } from '../../stored-set.js';
import { findVintage } from '../../vintages.js';
import { writeCatalogue } from './bench-definitions.js';
import { indicatorMeasures } from './indicator-measures.js';
import { openMeasuredOffice, timedCommand } from './measured-office.js';
import { monthRelease } from './next-month.js';
import { copyOffice } from './office-copy.js';

const times = 11;
/** Of every kind: holders, owners, codes of tables, events, conditions that overlap, a cohort that is followed. */
const counted = [
  'first-applicants',
  'patent-grants',
  'patent-grants-key-digital',
  'patents-in-force-by-owner',
  'high-value-inventions-in-force',
  'invention-pendency',
];
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-times-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const definitions = join(folder, 'definitions');
const once = { folder: join(folder, 'once/office'), definitions };
const more = { folder: join(folder, 'more/office'), definitions };

interface Computed {
  readonly definition: ComputedDefinition;
  readonly rows: ReadonlyMap<string, StoredObservation>;
}

async function computedIn(at: typeof once): Promise<Map<string, Computed>> {
  await indicatorMeasures.compute({ office: at });
  const office = await openMeasuredOffice(at);
  try {
    const { vintage } = (await findVintage(office)) ?? {};
    if (vintage === undefined) throw new Error('nothing was computed');
    const { release } = await office.release(vintage.release);
    const beside = vintage.indicators.flatMap(({ observations }) => segmentsOfSet(observations));
    const session = await openLakeSession(release, office.store, wholeOffice, { beside });
    const found = new Map<string, Computed>();
    for (const { definition, observations } of vintage.indicators) {
      if (!isComputed(definition) || observations === null) continue;
      const relation = await showSet(session, 'told', setOf(observations), knownSpan(vintage));
      const rows = await session.rows<StoredObservation>(
        `SELECT office, dataset, area, period, breakdown, statistic, value, n, numerator FROM ${relation}`,
      );
      const keyOf = ({ office: by, dataset, area, period, breakdown, statistic }: StoredObservation) =>
        [by, dataset, area, period, breakdown ?? '', statistic ?? ''].join(' ');
      found.set(definition.id, { definition, rows: new Map(rows.map((row) => [keyOf(row), row])) });
    }
    session.close();
    return found;
  } finally {
    await office.close();
  }
}

describe('an office with each of its records several times', () => {
  let base: Map<string, Computed>;
  let multiplied: Map<string, Computed>;
  beforeAll(async () => {
    mkdirSync(once.folder, { recursive: true });
    await writeCatalogue(definitions);
    for (const name of readdirSync(join(definitions, 'indicators'))) {
      if (name.endsWith('.yaml') && !counted.includes(name.slice(0, -5))) rmSync(join(definitions, 'indicators', name));
    }
    await indicatorMeasures.make({ office: once, patents: 500, seed: 8 });
    await copyOffice(once.folder, more.folder);
    await indicatorMeasures.multiply({ office: more, times });
    base = await computedIn(once);
    multiplied = await computedIn(more);
  }, 120_000);

  it('holds them under numbers of their own, with the coverage that it had', async () => {
    const [before, after] = [await openMeasuredOffice(once), await openMeasuredOffice(more)];
    const [{ release: one }, { release: all }] = [await before.release(), await after.release()];
    expect(all.name).toBe('first-times-11');
    expect(all.coverage).toEqual(one.coverage);
    const rowsOf = ({ tables }: typeof one, by = 1) =>
      Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows * by]));
    expect(rowsOf(all)).toEqual(rowsOf(one, times));
    expect((await timedCommand(after, 'release-verify', {})).answer).toMatchObject({ ok: true, faults: [] });
    const session = await openLakeSession(all, after.store, wholeOffice);
    const [joined] = await session.rows(`SELECT
  (SELECT count(DISTINCT id) FROM patents) AS patents,
  (SELECT count(*) FROM patent_holders AS h JOIN patents AS p USING (id)) AS holders,
  (SELECT count(*) FROM patent_events AS e JOIN patents AS p ON p.id = e.patent) AS events,
  (SELECT count(*) FROM patent_holders AS h JOIN party_names AS named
    ON named.key = md5(concat(h.name, chr(31), coalesce(h.credit_code, ''), chr(31), coalesce(h.country, ''), chr(31), coalesce(h.area, '')))
    JOIN parties AS party ON party.party = named.party) AS parties`);
    session.close();
    const plain = await openLakeSession(one, before.store, wholeOffice);
    const [known] = await plain.rows<{ holders: number; events: number }>(`SELECT
  (SELECT count(*) FROM patent_holders WHERE name <> '') AS holders,
  (SELECT count(*) FROM patent_events AS e JOIN patents AS p ON p.id = e.patent) AS events`);
    plain.close();
    expect(joined).toEqual({
      patents: times * (one.tables.patents?.rows ?? 0),
      holders: times * (one.tables.patent_holders?.rows ?? 0),
      events: times * (known?.events ?? 0),
      parties: times * (known?.holders ?? 0),
    });
    await before.close();
    await after.close();
  });

  const kindOf = (isDuration: boolean) =>
    [...base].filter(([, { definition }]) => (definition.kind === 'duration') === isDuration);
  const toldOnce = (id: string, rows: Computed['rows']) => {
    const found = multiplied.get(id)?.rows ?? new Map<string, StoredObservation>();
    expect([...found.keys()].sort(), id).toEqual([...rows.keys()].sort());
    return [...rows].map(([key, row]) => ({ key: `${id} ${key}`, row, other: found.get(key) }));
  };

  it('counts so many times the records and the holders', () => {
    const all = kindOf(false).flatMap(([id, { rows }]) => toldOnce(id, rows));
    const unlike = all.filter(
      ({ row, other }) => other?.n !== row.n * times || Math.abs(other.value - row.value * times) > 1e-9,
    );
    expect(unlike.slice(0, 5)).toEqual([]);
    expect(all.length).toBeGreaterThan(10_000);
  });

  it('has the same durations: what takes the middle of two cases may lie between others', () => {
    const all = kindOf(true).flatMap(([id, { rows }]) => toldOnce(id, rows));
    const counted = all.filter(({ row }) => row.statistic === 'n');
    expect(counted.filter(({ row, other }) => other?.value !== row.value * times)).toEqual([]);
    // Of one case, and of the middle of an odd number of them, there is nothing to lie between.
    const same = all.filter(
      ({ row: { statistic, n } }) =>
        ['mean', 'share-within-target', 'survival-median'].includes(statistic ?? '') ||
        (statistic !== 'n' && n === 1) ||
        (statistic === 'median' && n % 2 === 1),
    );
    const unlike = same.filter(({ row, other }) => !(Math.abs((other?.value ?? Number.NaN) - row.value) <= 1e-9));
    expect(unlike.slice(0, 5)).toEqual([]);
    expect(same.length).toBeGreaterThan(1000);
  });

  it('has its month multiplied too: gone on with, it tells what is told when it is computed whole', async () => {
    const { name } = await indicatorMeasures.newest({ office: once });
    expect(name).toBe('first');
    const [going, whole] = ['going', 'whole'].map((at) => ({ folder: join(folder, at, 'office'), definitions }));
    if (going === undefined || whole === undefined) throw new Error('no folders');
    await copyOffice(once.folder, going.folder);
    await indicatorMeasures.addMonth({ office: going, into: join(folder, 'going/month') });
    await indicatorMeasures.multiply({ office: going, times: 3, of: name });
    await copyOffice(going.folder, whole.folder);
    const before = await computedIn(going);
    const known = await partsOf(going, 'patent-grants');
    for (const at of [going, whole]) await indicatorMeasures.multiply({ office: at, times: 3, of: monthRelease });
    const office = await openMeasuredOffice(going);
    const { release: was } = await office.release(`${name}-times-3`);
    const { release: is } = await office.release(`${monthRelease}-times-3`);
    const { release: month } = await office.release(monthRelease);
    await office.close();
    // What was loaded before is the same, and stands in the same segments.
    const hashes = ({ tables }: typeof is) => (tables.patents?.segments ?? []).map(({ sha256 }) => sha256);
    expect(hashes(is).slice(0, hashes(was).length)).toEqual(hashes(was));
    expect(hashes(is).length).toBe(hashes(was).length + 3);
    expect(is.tables.patents?.rows).toBe(3 * (month.tables.patents?.rows ?? 0));
    const [after, anew] = [await computedIn(going), await computedIn(whole)];
    expect(after).toEqual(anew);
    expect(after).not.toEqual(before);
    expect(await partsOf(going, 'patent-grants')).toBe(known + 1);
  }, 120_000);
});

/** Of how many parts the newest set of a definition is. */
async function partsOf(at: typeof once, id: string): Promise<number> {
  const office = await openMeasuredOffice(at);
  try {
    const found = await findVintage(office);
    const one = found?.vintage.indicators.find(({ definition }) => definition.id === id);
    if (one === undefined || one.observations === null) throw new Error(`${id} was not computed`);
    return setOf(one.observations).parts.length;
  } finally {
    await office.close();
  }
}
