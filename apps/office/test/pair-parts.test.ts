import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LakeSession, openLakeSession, type Release } from '@zhiheng/lake';
import { carryOut, type Office } from '@zhiheng/office';
import { type ApplicationText, FormerPairs, NearTexts, type TextPair, takeOut } from '@zhiheng/screening';
import { dayNumber, localOperator, type Scope, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showPairs, writePairs } from '../src/screening/pair-parts.js';
import { segmentsOfPairs, type WrittenPairs } from '../src/screening/written-pairs.js';
import { filingsMapping, filingsTable, monthlyFilings } from './monthly-filings.js';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
const field = 'claim';
const rule = { leastPairs: 20, mostParts: 3 };
const shenzhen: Scope = { areas: ['440300'], personal: 'plain' };
let office: Office;
let release: Release;
let texts: ApplicationText[];
afterAll(async () => {
  await office.close();
  small.remove();
});

beforeAll(async () => {
  office = await small.open();
  const filings = monthlyFilings(25, 8).flat();
  // Every third was filed in another region.
  const table = filingsTable(filings)
    .split('\n')
    .map((line, index) => (index % 3 === 2 ? line.replace('广东省深圳市南山区', '北京市海淀区') : line));
  writeFileSync(join(small.path, 'filings.csv'), table.join('\n'));
  writeFileSync(join(small.path, 'f.yaml'), filingsMapping);
  const call = { office, actor: localOperator('test'), onProgress: () => {} };
  await carryOut('load', { paths: [join(small.path, 'filings.csv')], mapping: join(small.path, 'f.yaml') }, call);
  await carryOut('release-create', { name: 'all', accept: [] }, call);
  release = (await office.store.getJson((await office.release()).act.hash)) as Release;
  const session = await openLakeSession(release, office.store, wholeOffice);
  const rows = await session.rows<{ id: string; filed: string; claim: string }>(
    'SELECT p.id, p.filed_on AS filed, t.first_claim AS claim FROM patents AS p JOIN patent_texts AS t ON t.id = p.id ORDER BY p.id',
  );
  session.close();
  texts = rows.map(({ id, filed, claim }) => ({ number: id, day: dayNumber(filed), text: claim }));
});

interface Row {
  readonly pair: number;
  readonly id: string;
  readonly side: string;
  readonly told: string;
}

const rowsOf = (session: LakeSession) =>
  session.rows<Row>(
    `SELECT pair, id, side, field || ' ' || kind || ' ' || CAST(jaccard AS VARCHAR) || ' ' || CAST(containment AS VARCHAR) AS told FROM text_pair ORDER BY pair, side`,
  );

/** Rows as a scope shows them. */
async function shown(written: WrittenPairs, scope = wholeOffice): Promise<Row[]> {
  const session = await openLakeSession(release, office.store, scope, {
    beside: Object.values(segmentsOfPairs(written)).flat(),
  });
  try {
    await showPairs(session, written);
    return await rowsOf(session);
  } finally {
    session.close();
  }
}

/** Pairs as they are told, whatever their numbers. */
async function toldBy(written: WrittenPairs): Promise<string[]> {
  const pairs = new Map<number, Row[]>();
  for (const row of await shown(written)) pairs.set(row.pair, [...(pairs.get(row.pair) ?? []), row]);
  return [...pairs.values()].map((rows) => rows.map(({ id, side, told }) => `${side} ${id} ${told}`).join(', ')).sort();
}

/** Texts that come and leave, month by month, and what each month writes. */
async function* months() {
  const near = new NearTexts({ field });
  let now = texts.slice(0, 200);
  await near.take(now);
  let written = await writePairs(office.store, [{ columns: near.pairColumns(), changed: null }], null, rule);
  yield { written, columns: near.pairColumns(), now };
  for (let from = 200; from < texts.length; from += 20) {
    const before = new FormerPairs(near.state);
    const left = new Set(now.filter((_, index) => index % 70 === from % 17).map(({ number }) => number));
    takeOut(near.state, left);
    const news = texts.slice(from, from + 20);
    now = [...now.filter(({ number }) => !left.has(number)), ...news];
    const known = new Map(now.map(({ number, text }) => [number, text]));
    const textsOf = (numbers: readonly string[]) => Promise.resolve(numbers.map((one) => known.get(one) ?? ''));
    const later = new NearTexts({ field, textsOf }, near.state);
    await later.take(news);
    const columns = later.pairColumns();
    written = await writePairs(office.store, [{ columns, changed: columns.changedSince(before) }], written, rule);
    yield { written, columns, now };
  }
}

async function anew(of: readonly ApplicationText[]) {
  const near = new NearTexts({ field });
  await near.take(of);
  return writePairs(office.store, [{ columns: near.pairColumns(), changed: null }], null);
}

describe('pairs that are written part by part', () => {
  it('are those that are written as one, and become one again; a region sees its own applications of them', async () => {
    const parts: number[] = [];
    let gone = 0;
    for await (const { written, now } of months()) {
      const told = await toldBy(written);
      expect(told).toEqual(await toldBy(await anew(now)));
      const rows = await shown(written);
      expect(new Set(rows.map(({ pair }) => pair)).size).toBe(rows.length / 2);
      const ours = new Set(texts.filter((_, index) => index % 3 !== 1).map(({ number }) => number));
      const visible = await shown(written, shenzhen);
      expect(visible).toEqual(rows.filter(({ id }) => ours.has(id)));
      expect(visible.length).toBeLessThan(rows.length);
      parts.push(written.since.length);
      gone += written.since.at(-1)?.gone?.rows ?? 0;
    }
    expect(parts).toEqual([0, 1, 2, 3, 0, 1]);
    expect(gone).toBeGreaterThan(3);
  });

  it('are written as one where few are there, where many changed, and where a part is not as it was', async () => {
    const all: { written: WrittenPairs; pairs: TextPair[] }[] = [];
    for await (const { written, columns } of months()) all.push({ written, pairs: columns.all() });
    const [, second] = all;
    if (second === undefined) throw new Error('no second month');
    const near = new NearTexts({ field });
    await near.take(texts);
    const columns = near.pairColumns();
    const whole = await writePairs(office.store, [{ columns, changed: null }], null);
    const few = { came: columns.all().slice(0, 1), gone: [] };
    const write = (changed: typeof few, least = 20) =>
      writePairs(office.store, [{ columns, changed }], second.written, { ...rule, leastPairs: least });
    expect((await write(few)).since).toHaveLength(2);
    expect(await write({ came: [], gone: [] })).toBe(second.written);
    expect(await write(few, columns.count + 1)).toEqual(whole);
    expect(await write({ came: columns.all().slice(0, Math.ceil(columns.count / 3)), gone: [] })).toEqual(whole);
    await expect(
      writePairs(
        office.store,
        [{ columns, changed: { came: [], gone: [{ a: 'x', b: 'y', field, kind: 'near' }] } }],
        second.written,
        rule,
      ),
    ).rejects.toThrow('are not among');
    const lost = second.written.since[0]?.segment.sha256 ?? '';
    rmSync(office.store.pathOf(lost, 'parquet'));
    await office.close();
    office = await small.open();
    expect(await write(few)).toEqual(whole);
  });
});
