import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheck } from '../src/checks/read-check.js';
import { findRows, isFailing, readFoundRows, runChecks } from '../src/index.js';
import { CheckTables } from './check-tables.js';

const words = (key: string) => `${key}: { zh-Hans: 名称说明, zh-Hant: 名稱說明, en: words }`;
const file = (id: string, ...lines: string[]) =>
  readCheck(
    [`id: ${id}`, ...lines, words('names'), words('introduction'), words('advice'), ''].join('\n'),
    `checks/${id}.yaml`,
    id,
  );
const ground = { asOf: '2024-05-05', coverage: [] };

describe('rows behind a check', () => {
  let tables: CheckTables;
  beforeAll(async () => {
    tables = await CheckTables.open();
    const holders = Array.from({ length: 5 }, (_, at) => ({
      id: `CN:${at >> 1}`,
      position: 1 + (at % 2),
      name: '',
      area: '440000',
    }));
    await tables.hold({ patent_holders: holders });
  });
  afterAll(() => tables.session.close());

  it('come in pages that together are all of them, each once', async () => {
    const { check } = file(
      'nameless',
      'severity: error',
      'table: patent_holders',
      "expression: name = ''",
      'shows: [area]',
    );
    if (check === null) throw new Error('the check has faults');
    const met: string[] = [];
    let after: string | undefined;
    do {
      const keys = await findRows(tables.session, check, ground, { limit: 2, after });
      expect(keys.visible).toBe(5);
      const page = await readFoundRows(tables.session, check, ground, keys);
      for (const { id, position, values } of page.rows) {
        expect(values).toEqual({ name: '', area: '440000' });
        met.push(`${id} ${position}`);
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(met).toEqual(['CN:0 1', 'CN:0 2', 'CN:1 1', 'CN:1 2', 'CN:2 1']);
  });

  it('are not told of a check that cannot run: it fails, and the others run', async () => {
    const broken = file('broken', 'severity: note', 'table: patent_holders', "expression: nam = ''");
    const sound = file('sound', 'severity: error', 'table: patent_holders', 'expression: area is null');
    const failing = {
      ...tables.session,
      registerTable: tables.session.registerTable,
      rows: () => Promise.reject(new Error('no')),
    };
    const results = await runChecks(tables.session, [broken, sound], ground);
    expect(results).toMatchObject([
      {
        id: 'broken',
        severity: 'error',
        ran: false,
        count: null,
        fault: { code: 'expression-wrong', place: { line: 4 } },
      },
      { id: 'sound', ran: true, count: 0 },
    ]);
    expect(results.map(isFailing)).toEqual([true, false]);
    const [unrun] = await runChecks(failing, [sound], ground);
    expect(unrun).toMatchObject({ ran: false, count: null, fault: { message: 'no' } });
    expect(isFailing(unrun ?? (results[1] as never))).toBe(true);
  });

  it('are not asked of a file at fault: each fault has its place and the nearest word', () => {
    const faults = (...lines: string[]) =>
      file('one', ...lines).faults.map(({ code, detail }) => [
        code,
        detail.place?.line,
        detail.place?.column,
        detail.didYouMean,
      ]);
    expect(faults('severity: eror', 'table: patent_holder', "expression: nam = 'x'")).toEqual([
      ['check-wrong', 2, 11, 'error'],
      ['check-wrong', 3, 8, 'patent_holders'],
    ]);
    expect(faults('severity: error', 'table: patent_holders', "expression: nam = 'x'")).toEqual([
      ['expression-wrong', 4, 13, 'name'],
    ]);
    expect(faults('severity: error', 'kind: uniqe', 'table: patents', 'columns: [grant_numbr]')[0]).toEqual([
      'check-wrong',
      3,
      7,
      'unique',
    ]);
    expect(faults('severity: error', 'kind: unique', 'table: patents', 'columns: [grant_numbr]')).toEqual([
      ['check-wrong', 5, 10, 'grant_number'],
    ]);
    expect(faults('severity: error', 'table: patents', 'expresion: kind is null')).toEqual([
      ['check-wrong', 4, 1, 'expression'],
    ]);
  });
});
