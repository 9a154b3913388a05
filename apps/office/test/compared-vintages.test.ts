import type { FigureRow } from '@zhiheng/indicators';
import { carryOut, type FigureExplanation, type VintageComparison, type VintageShown } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ComparedOffice } from './compared-office.js';

const office = new ComparedOffice();
afterAll(() => office.remove());

describe('two vintages over two releases', async () => {
  const [one, two] = [await office.release('first'), await office.release('second')];
  const ask = async <T>(name: string, input: object) => (await office.run(name, input)).json as T;
  const compare = (input: object) => ask<VintageComparison>('vintage-compare', { before: one, after: two, ...input });
  const explain = (input: object) =>
    ask<FigureExplanation>('explain', {
      before: one,
      after: two,
      indicator: 'patent-grants',
      period: '2023',
      ...input,
    });

  it('are shown with what they rest on', async () => {
    const shown = await ask<VintageShown>('vintage-show', { name: one });
    expect(shown).toMatchObject({
      vintage: one,
      release: 'first',
      effective: '2024-03-01',
      computedBy: ['local:test'],
    });
    expect(Object.keys(shown.reference)).toEqual(['areas', 'published']);
    expect(shown.datasets).toEqual([{ office: 'CN', dataset: 'real' }]);
    expect(shown.definitions.map(({ id }) => id)).toContain('patent-grants');
    expect(shown.values).toBe(shown.definitions.reduce((sum, { values }) => sum + (values ?? 0), 0));
  });

  it('differ where figures that are asked one by one differ, and nowhere else', async () => {
    for (const indicator of ['patent-grants', 'patents-in-force', 'invention-pendency', 'patent-applications']) {
      const found = await compare({ indicator, limit: 9_000 });
      const rows = found.rows.filter(({ origin }) => origin === 'computed');
      const areas = ['ALL', 'CN', 'CN-ML', '110000', '310000', '440000', '510000', '440100', '440300', '510100'];
      const periods = [2021, 2022, 2023, 2024].flatMap((year) => [
        ...['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'].map((suffix) => `${year}${suffix}`),
        ...Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')).flatMap((month) => [
          `${year}-${month}`,
          `${year}-${month}-YTD`,
        ]),
      ]);
      const read = async (vintage: string) => {
        const rowsBy = (by?: string) =>
          ask<FigureRow[]>('figure', {
            ...{ indicator, vintage, area: areas, period: periods, origin: 'computed' },
            ...(by && { by }),
          });
        // Pendency is kept in total alone.
        const parts = indicator === 'invention-pendency' ? [] : await rowsBy('kind=invention');
        return new Map([...(await rowsBy()), ...parts].map((row) => [keyOf(row), row]));
      };
      const [was, now] = [await read(one), await read(two)];
      const expected = [...now.values()].flatMap((row) => {
        const before = was.get(keyOf(row));
        const same = before?.value === row.value && before.status === row.status;
        // What neither counts is stored nowhere: it is known to be nothing, or not known.
        return same || ((before?.value ?? 0) === 0 && (row.value ?? 0) === 0)
          ? []
          : [[keyOf(row), before?.value ?? null, row.value, before?.status, row.status]];
      });
      const looked = rows.filter(
        ({ area, breakdown }) => areas.includes(area) && Object.keys(breakdown).every((name) => name === 'kind'),
      );
      const byValue = looked
        .filter(({ before, after, beforeStatus, afterStatus }) => before !== after || beforeStatus !== afterStatus)
        .map((row) => [keyOf(row), row.before, row.after, row.beforeStatus, row.afterStatus]);
      expect(byValue.sort(), indicator).toEqual(expected.sort());
      expect(expected.length, indicator).toBeGreaterThan(20);
      expect(found.totals.different).toBe(found.rows.length);
      expect(found.totals.compared).toBe(found.totals.equal + found.totals.different);
    }
  });

  it('tell the largest difference first, page by page, with the records behind it', async () => {
    const grants = { indicator: 'patent-grants', area: ['ALL', '440000'], period: ['2023'] };
    const { rows, totals } = await compare({ ...grants, counted: true });
    // Granted in 2023: 1, 2, 3, 5, then 1, 3, 4, 5, 6; in Guangdong 1 and 2, then 1, 3, 4 and 6. Each is told in total and by kind.
    expect(
      rows
        .filter(({ breakdown }) => Object.keys(breakdown).length === 0)
        .map((row) => [row.area, row.before, row.after]),
    ).toEqual([
      ['440000', 2, 4],
      ['ALL', 4, 5],
    ]);
    expect(rows[0]).toMatchObject({
      size: 2,
      beforeN: 2,
      afterN: 4,
      beforeStatus: 'provisional',
      afterStatus: 'final',
    });
    // 6 is new; 3 and 4 count now, 2 no more.
    expect(rows[0]?.reasons).toEqual([
      { kind: 'added', count: 1 },
      { kind: 'changed', count: 3 },
    ]);
    expect(totals.different).toBe(rows.length);
    const pages = [await compare({ ...grants, limit: 1 }), await compare({ ...grants, limit: 1, offset: 1 })];
    expect(pages.map(({ next }) => next)).toEqual([1, 2]);
    expect(pages.flatMap((page) => page.rows.map(({ area, size }) => [area, size]))).toEqual(
      rows.slice(0, 2).map(({ area, size }) => [area, size]),
    );
  });

  it('are answered from memory when the same is asked again, and compared when something else is', async () => {
    await office.use(async (open) => {
      const sessions = vi.spyOn(open.sessions, 'use');
      const asked = async (input: object) => {
        sessions.mockClear();
        const context = { office: open, actor: localOperator('test'), onProgress: () => {} };
        const { json } = await carryOut('vintage-compare', { before: one, after: two, ...input }, context);
        return { json: json as VintageComparison, read: sessions.mock.calls.length > 0 };
      };
      const first = await asked({ indicator: 'patent-grants' });
      expect(first.read).toBe(true);
      expect(await asked({ indicator: 'patent-grants' })).toEqual({ json: first.json, read: false });
      const other = await asked({ indicator: 'patent-grants', area: ['440000'] });
      expect(other.read).toBe(true);
      expect(other.json.totals.compared).toBeLessThan(first.json.totals.compared);
      const back = await asked({ before: two, after: one, indicator: 'patent-grants' });
      expect(back.read).toBe(true);
      expect(back.json.totals.different).toBe(first.json.totals.different);
      await expect(asked({ area: ['nowhere'] })).rejects.toThrow();
      await expect(asked({ area: ['nowhere'] })).rejects.toThrow();
    });
  });

  it('explain a figure down to its records: before, and what came, less what went, is after', async () => {
    const all = await explain({ area: 'ALL', side: 'added' });
    expect(all.values).toMatchObject([{ before: 4, after: 5, beforeStatus: 'provisional', afterStatus: 'final' }]);
    expect(all.records).toEqual({
      ...{ before: 4, after: 5, both: 3 },
      added: { total: 2, fresh: 1, admitted: 1 },
      removed: { total: 1, gone: 0, leftOut: 1 },
    });
    expect(all.page?.rows.map(({ id, otherwise, leftOutThere }) => [id, otherwise, leftOutThere])).toEqual([
      ['CN:202210000004', 'left-out', 'granted_on is null'],
      ['CN:202310000006', 'absent', null],
    ]);
    const removed = await explain({ area: 'ALL', side: 'removed' });
    expect(removed.page?.rows.map(({ id, countedOn, leftOutThere }) => [id, countedOn, leftOutThere])).toEqual([
      ['CN:202210000002', '2023-01-11', 'granted_on outside 2023'],
    ]);
    // 3 lay in Beijing.
    const guangdong = await explain({ area: '440000', side: 'added' });
    expect(guangdong.records).toMatchObject({ before: 2, after: 4, added: { total: 3, fresh: 1, admitted: 2 } });
    expect(guangdong.page?.rows.map(({ id, otherwise, leftOutThere }) => [id, otherwise, leftOutThere])).toEqual([
      ['CN:202210000003', 'left-out', null],
      ['CN:202210000004', 'left-out', 'granted_on is null'],
      ['CN:202310000006', 'absent', null],
    ]);
    const both = await explain({ area: 'ALL', side: 'both', limit: 2 });
    expect(both.page).toMatchObject({ total: 3, visible: 3, next: 'CN:202210000003' });
    const rest = await explain({ area: 'ALL', side: 'both', limit: 2, from: 'CN:202210000003' });
    expect([...(both.page?.rows ?? []), ...(rest.page?.rows ?? [])].map(({ id, area }) => [id, area])).toEqual([
      ['CN:202210000001', '440305'],
      ['CN:202210000003', '440300'],
      ['CN:202210000005', '510100'],
    ]);
  });

  it('the other way round a record that came is one that is gone', async () => {
    const back = await ask<FigureExplanation>('explain', {
      ...{ before: two, after: one, indicator: 'patent-grants', area: 'ALL', period: '2023', side: 'removed' },
    });
    expect(back.records).toEqual({
      ...{ before: 5, after: 4, both: 3 },
      added: { total: 1, fresh: 0, admitted: 1 },
      removed: { total: 2, gone: 1, leftOut: 1 },
    });
    expect(back.reasons).toEqual([
      { kind: 'removed', count: 1 },
      { kind: 'changed', count: 2 },
    ]);
    expect(back.page?.rows.map(({ id, otherwise }) => [id, otherwise])).toEqual([
      ['CN:202210000004', 'left-out'],
      ['CN:202310000006', 'absent'],
    ]);
  });

  it('of a duration tell the lengths that more or fewer cases took', async () => {
    const { records, lengths } = await explain({ indicator: 'invention-pendency', area: 'ALL' });
    expect(records).toMatchObject({ before: 4, after: 5, both: 3 });
    // In days from the request: 2 took 316, and goes; 3 took 317, then 345; 4 took 369; 6 took 125.
    expect(lengths?.rows).toEqual([
      { measure: 125, before: 0, after: 1 },
      { measure: 316, before: 1, after: 0 },
      { measure: 317, before: 1, after: 0 },
      { measure: 345, before: 0, after: 1 },
      { measure: 369, before: 0, after: 1 },
    ]);
  });
});

function keyOf({ area, period, breakdown, statistic }: Pick<FigureRow, 'area' | 'period' | 'breakdown' | 'statistic'>) {
  return JSON.stringify([area, period, breakdown, statistic]);
}
