import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import {
  carryOut,
  type FigureExplanation,
  type FigureHistory,
  type PairedRecords,
  type VintageAnswer,
  type VintageComparison,
} from '@zhiheng/office';
import { type Actor, localOperator } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ComparedOffice } from './compared-office.js';

const office = new ComparedOffice();
afterAll(() => office.remove());
const definition = join(office.definitions, 'indicators/patent-grants.yaml');
const areas = join(office.definitions, 'reference/areas.csv');

/** Every object of the lake as it lies on the disk. */
function objects(): Map<string, string> {
  const folder = join(office.data, 'lake/objects');
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:parquet|json)$/.test(name));
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

describe('vintages of which each changes one thing', async () => {
  const one = await office.release('first');
  const kept = objects();
  const two = await office.release('second');
  const shipped = readFileSync(definition, 'utf8');
  writeFileSync(definition, shipped.replace("'plant')\n", "'plant') and granted_on < 2023-03-01\n"));
  const three = await office.compute();
  // One area fewer is listed: nothing lies in it.
  const listed = readFileSync(areas, 'utf8');
  writeFileSync(areas, listed.replace(/^659012,.*\n/m, ''));
  const four = await office.compute();
  const ask = async <T>(name: string, input: object) => (await office.run(name, input)).json as T;

  it('name each the reason, and count the records that it concerns', async () => {
    const explain = (before: string, after: string) =>
      ask<FigureExplanation>('explain', { before, after, indicator: 'patent-grants', area: 'ALL', period: '2023' });
    const redefined = await explain(two, three);
    // Of 1, 3, 4, 5 and 6 only 1 and 3 were granted before March.
    expect(redefined.records).toMatchObject({ before: 5, after: 2, removed: { total: 3, gone: 0, leftOut: 3 } });
    expect(redefined.reasons).toEqual([{ kind: 'redefined', count: 3 }]);
    const both = await explain(one, three);
    // 1 and 3 count in both; 2 and 5 do no more; nothing came.
    expect(both.records).toMatchObject({ before: 4, after: 2, both: 2, added: { total: 0 }, removed: { leftOut: 2 } });
    expect(both.reasons).toEqual([
      { kind: 'changed', count: 2 },
      { kind: 'redefined', count: null },
    ]);
    const reference = await explain(three, four);
    expect(reference.records).toMatchObject({ before: 2, after: 2, both: 2 });
    expect(reference.reasons).toEqual([{ kind: 'reference', count: 0 }]);
  });

  it('compare nothing where both hold the same files', async () => {
    const compare = (before: string, after: string) => ask<VintageComparison>('vintage-compare', { before, after });
    const { indicators, rows } = await compare(two, three);
    expect(indicators.map(({ indicator, same, redefined }) => [indicator, same, redefined])).toEqual([
      ['invention-pendency', true, false],
      ['patent-applications', true, false],
      ['patent-grants', false, true],
      ['patents-in-force', true, false],
    ]);
    expect(new Set(rows.map(({ indicator }) => indicator))).toEqual(new Set(['patent-grants']));
    expect(rows[0]?.reasons).toEqual([{ kind: 'redefined', count: null }]);
    const equal = await compare(three, four);
    expect(equal.totals.different).toBe(0);
    expect(equal.totals.equal).toBeGreaterThan(500);
  });

  it('tell of a figure what it was, the newest first, and why it changed', async () => {
    const history = await ask<FigureHistory>('vintage-history', {
      ...{ indicator: 'patent-grants', area: 'ALL', period: '2023', counted: true },
    });
    expect(
      history.revisions.map(({ vintage, values, revised, reasons }) => [vintage, values[0]?.value, revised, reasons]),
    ).toEqual([
      [four, 2, false, []],
      [three, 2, true, [{ kind: 'redefined', count: 3 }]],
      [
        two,
        5,
        true,
        [
          { kind: 'added', count: 1 },
          { kind: 'changed', count: 2 },
        ],
      ],
      [one, 4, false, []],
    ]);
    expect(history.revisions.map(({ computedBy }) => computedBy)).toEqual(Array(4).fill(['local:test']));
    const page = await ask<FigureHistory>('vintage-history', {
      ...{ indicator: 'patent-grants', area: 'ALL', period: '2023', limit: 2, from: three },
    });
    expect([page.revisions.map(({ vintage }) => vintage), page.next]).toEqual([[three, two], one]);
  });

  it('tell the editions of a published figure, superseded ones too', async () => {
    const { editions } = await ask<FigureHistory>('vintage-history', {
      ...{ indicator: 'patent-grants', area: 'CN', period: '2023', by: 'kind=invention' },
    });
    const file = readFileSync(join(office.definitions, 'reference/published/national-series.csv'), 'utf8');
    const lines = file.split('\n').filter((line) => line.startsWith('invention-grants,2023,'));
    expect(editions.length).toBe(lines.filter((line) => line.includes(',CN,')).length);
    const grants = await ask<FigureHistory>('vintage-history', {
      ...{ indicator: 'patent-grants', area: 'ALL', period: '2022', by: 'kind=invention' },
    });
    expect(grants.editions.map(({ publication: { words } }) => [words.source['zh-Hans'], words.note?.en])).toEqual([
      ['《知识产权统计年报2022》表a1', 'press figure 79.8 (10k)'],
    ]);
  });

  it('keep what was computed before byte by byte', async () => {
    await ask('release-collect', {});
    const now = objects();
    const vintages = await ask<VintageAnswer[]>('vintage-list', {});
    expect(vintages.map(({ vintage, standing }) => [vintage, standing])).toEqual(
      [one, two, three, four].map((vintage) => [vintage, 'computed']),
    );
    const named = await office.use(async ({ ledger, store }) => {
      const act = await ledger.last('vintage', one);
      return JSON.stringify(await store.getJson(act?.hash ?? ''));
    });
    const held = [...kept].filter(([name]) => named.includes(name.replace(/^.*\//, '').replace(/\..*$/, '')));
    expect(held.length).toBeGreaterThan(5);
    for (const [name, bytes] of held) expect(now.get(name) === bytes, name).toBe(true);
  });

  it('add up wherever they are opened: before, and what came, less what went, is after, and each is the figure', async () => {
    const vintages = [one, two, three, four];
    let checked = 0;
    await office.use(async (open) => {
      const run = async <T>(name: string, input: object) =>
        (await carryOut(name, input, { office: open, actor: localOperator('test'), onProgress: () => {} })).json as T;
      const property = fc.asyncProperty(
        fc.constantFrom('patent-grants', 'patent-applications', 'patents-in-force', 'invention-pendency'),
        fc.constantFrom('ALL', 'CN-ML', '440000', '440300', '110000', '440305'),
        fc.constantFrom('2022', '2023', '2023-H1', '2023-Q1', '2023-05', '2023-03-YTD'),
        fc.constantFrom(...vintages.flatMap((a) => vintages.filter((b) => a !== b).map((b) => [a, b] as const))),
        async (indicator, area, period, [before, after]) => {
          const asked = { indicator, area, period };
          const { records } = await run<FigureExplanation>('explain', { ...asked, before, after });
          const { added, removed, both, ...told } = records as PairedRecords;
          expect(told.before + added.total - removed.total).toBe(told.after);
          expect([both + added.total, both + removed.total]).toEqual([told.after, told.before]);
          expect(added.fresh + added.admitted).toBe(added.total);
          expect(removed.gone + removed.leftOut).toBe(removed.total);
          for (const [vintage, n] of [
            [before, told.before],
            [after, told.after],
          ] as const) {
            const rows = await run<FigureRow[]>('figure', {
              ...{ indicator, vintage, area: [area], period: [period], origin: 'computed' },
              ...(indicator === 'invention-pendency' ? { statistic: 'n' } : {}),
            });
            // A stock is not told beyond what is known.
            const [row] = rows;
            if (row?.value == null) continue;
            expect(row.value).toBe(n);
            checked += 1;
          }
        },
      );
      // What was drawn can have no values: then more is drawn.
      for (let round = 0; round < 4 && checked <= 40; round += 1) await fc.assert(property, { numRuns: 40 });
    });
    expect(checked).toBeGreaterThan(40);
  });
});

describe('an explanation under rights', async () => {
  const growth = 'invention-grant-growth';
  const small = new ComparedOffice();
  afterAll(() => small.remove());
  copyFileSync(
    join(import.meta.dirname, `../../../definitions/indicators/${growth}.yaml`),
    join(small.definitions, `indicators/${growth}.yaml`),
  );
  const [before, after] = [await small.release('first'), await small.release('second')];
  const guangdong: Actor = {
    ...localOperator('test'),
    ...{ person: 'account:wang', kind: 'account', account: 'wang', roles: ['region'], areas: ['440000'] },
  };
  const beijing: Actor = { ...guangdong, areas: ['110000'] };
  const explainAs = (actor: Actor, input: object) =>
    small.use(async (open) => {
      const asked = { before, after, indicator: 'patent-grants', area: 'ALL', period: '2023', ...input };
      const { json } = await carryOut('explain', asked, { office: open, actor, onProgress: () => {} });
      const acts = await open.ledger.acts('read:personal');
      return { ...(json as FigureExplanation), acts };
    });

  it('counts the whole office, and shows the records of one’s own area in the vintage where they count', async () => {
    const removed = await explainAs(beijing, { side: 'removed' });
    expect(removed.records).toMatchObject({ before: 4, after: 5, removed: { total: 1 } });
    expect(removed.page).toMatchObject({ total: 1, visible: 0, withheldByRight: 1, rows: [], next: null });
    // 3 lay in Beijing, and counts as one of Shenzhen now.
    const moved = await explainAs(beijing, { area: '110000', side: 'removed' });
    expect(moved.page?.rows).toMatchObject([{ id: 'CN:202210000003', otherwise: 'left-out', leftOutThere: null }]);
    const came = await explainAs(guangdong, { area: '440000', side: 'added' });
    expect(came.page).toMatchObject({ total: 3, visible: 3, withheldByRight: 0 });
    expect(came.page?.rows.map(({ id, otherwise }) => [id, otherwise])).toEqual([
      ['CN:202210000003', 'left-out'],
      ['CN:202210000004', 'left-out'],
      ['CN:202310000006', 'absent'],
    ]);
    const all = await explainAs(guangdong, { side: 'both', limit: 1 });
    expect(all.page).toMatchObject({ total: 3, visible: 2, withheldByRight: 1, next: 'CN:202210000001' });
  });

  it('of a made figure leads to its parts', async () => {
    const made = await explainAs(localOperator('test'), { indicator: growth });
    expect(made.records).toBeNull();
    expect(
      made.parts.map(({ part, indicator, period, before: was, after: now }) => [part, indicator, period, was, now]),
    ).toEqual([
      ['of', 'patent-grants', '2023', 4, 5],
      ['base', 'patent-grants', '2022', 0, 1],
    ]);
    const part = await explainAs(localOperator('test'), { indicator: growth, part: 'base', side: 'added' });
    expect(part).toMatchObject({ indicator: 'patent-grants', period: '2022', records: { before: 0, after: 1 } });
    expect(part.page?.rows.map(({ id }) => id)).toEqual(['CN:202210000002']);
  });
});
