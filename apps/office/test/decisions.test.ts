import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import type {
  DecidedAnswer,
  DecisionImportAnswer,
  DecisionsAnswer,
  FigureExplanation,
  RecordsAnswer,
  VintageComparison,
} from '@zhiheng/office';
import { afterAll, describe, expect, it } from 'vitest';
import { type Vintage, vintageSegments } from '../src/vintage.js';
import { SmallOffice } from './small-office.js';

const shipped = [
  'patent-applications',
  'patent-applications-notified',
  'patent-applications-deducted',
  'patent-applications-net',
  'patent-applications-deducted-by-decision',
  'patent-applications-net-by-decision',
];
const byOwner = 'deducted-by-owner';
const head = 'n,k,f,a\n';
/** Four applications of January, four of February. */
const table = `${head}${[1, 2, 3, 4, 5, 6, 7, 8]
  .map((at) => `20231000000${at},invention,2023-0${at < 5 ? 1 : 2}-05,广东省深圳市南山区`)
  .join('\n')}\n`;
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, address: a }
defaults: { office: CN }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], completeness: full }
`;
const deeds = `table: deeds
columns: { number: 登记号, kind: { from: 类型, codes: { 转移: transfer } }, patents: 专利, recorded_on: 登记日, to_parties: 受让人, to_addresses: 地址 }
covers: { recorded: [2023-01-01, 2023-12-31], completeness: full }
`;
const id = (at: number) => `CN:20231000000${at}`;

async function prepared(): Promise<SmallOffice> {
  const small = new SmallOffice();
  const definitions = join(import.meta.dirname, '../../../definitions/indicators');
  for (const name of shipped)
    copyFileSync(join(definitions, `${name}.yaml`), join(small.definitions, 'indicators', `${name}.yaml`));
  const owned = readFileSync(join(definitions, 'patent-applications-deducted-by-decision.yaml'), 'utf8')
    .replace('id: patent-applications-deducted-by-decision', `id: ${byOwner}`)
    .replace('at: filing', 'at: event');
  writeFileSync(join(small.definitions, 'indicators', `${byOwner}.yaml`), owned);
  const write = (name: string, text: string) => writeFileSync(join(small.path, name), text);
  write('t.csv', table);
  write('m.yaml', mapping);
  // The seventh goes to Beijing after its notice and before it is decided.
  write('d.csv', `登记号,类型,专利,登记日,受让人,地址\nD1,转移,202310000007,2023-05-01,乙公司,北京市海淀区\n`);
  write('d.yaml', deeds);
  await small.run('load', { paths: [join(small.path, 't.csv')], mapping: join(small.path, 'm.yaml') });
  await small.run('load', { paths: [join(small.path, 'd.csv')], mapping: join(small.path, 'd.yaml') });
  await small.run('release-create', { name: 'r' });
  return small;
}

const offices: SmallOffice[] = [];
afterAll(() => {
  for (const office of offices) office.remove();
});

const decide = async (small: SmallOffice, at: number, ground: string, outcome: string, effective: string) =>
  (
    await small.run('decide', {
      ...{ applications: [id(at)], ground, outcome, effective, reason: 'by hand' },
    })
  ).json as DecidedAnswer;

const compute = async (small: SmallOffice, effective = '2023-12-31') =>
  ((await small.run('compute', { effective })).json as { vintage: string }).vintage;

/** Values by period, of Guangdong. */
async function values(small: SmallOffice, indicator: string, periods: string[], vintage?: string, area = '440000') {
  const { json } = await small.run('figure', {
    ...{ indicator, area: [area], period: periods, origin: 'computed', dataset: 'real' },
    ...(vintage === undefined ? {} : { vintage }),
  });
  const rows = (json as FigureRow[]).filter(({ breakdown }) => Object.keys(breakdown).length === 0);
  return periods.map((period) => {
    const row = rows.find((one) => one.period === period);
    return row === undefined ? 'no row' : row.status === 'missing' ? 'missing' : row.value;
  });
}

const periods = ['2023-01', '2023-02', '2023-04', '2023-05', '2023-06', '2023'];

describe('decisions about applications', () => {
  it('are withheld from figures as long as nothing is decided', async () => {
    const small = await prepared();
    offices.push(small);
    await compute(small);
    expect(await values(small, 'patent-applications', ['2023-01', '2023'])).toEqual([4, 8]);
    for (const indicator of shipped.slice(1)) {
      expect(await values(small, indicator, ['2023-01', '2023']), indicator).toEqual(['missing', 'missing']);
    }
  });

  it('deduct an application once, leave other grounds when one is restored, and make new vintages', async () => {
    const [small] = offices as [SmallOffice];
    // Withdrawn after notice.
    await decide(small, 1, '411-1', 'notified', '2023-03-01');
    await decide(small, 1, '411-1', 'withdrawn-after-notice', '2023-04-10');
    // Two grounds, of which one is restored.
    await decide(small, 2, '411-1', 'refused', '2023-05-05');
    await decide(small, 2, '411-2', 'refused', '2023-06-01');
    const restored = await decide(small, 2, '411-1', 'restored', '2023-07-01');
    expect(restored.facts).toEqual([
      {
        ...{ id: id(2), notifiedOn: null, deductedOn: '2023-06-01', deductionGround: '411-2' },
        ...{ deductionOutcome: 'refused', restoredOn: null },
      },
    ]);
    // Notified, and maintained.
    await decide(small, 5, '411-3', 'notified', '2023-03-02');
    await decide(small, 5, '411-3', 'maintained', '2023-05-02');
    // Transferred with the deduction pending.
    await decide(small, 7, '411-6', 'notified', '2023-04-01');
    await decide(small, 7, '411-6', 'deemed-withdrawn', '2023-06-10');

    const first = await compute(small);
    // What a vintage rests on is not cleared away.
    await small.run('release-collect', {});
    expect(await values(small, 'patent-applications', periods)).toEqual([4, 4, 0, 0, 0, 8]);
    expect(await values(small, 'patent-applications-notified', periods)).toEqual([1, 2, 0, 0, 0, 3]);
    expect(await values(small, 'patent-applications-deducted', periods)).toEqual([2, 1, 0, 0, 0, 3]);
    expect(await values(small, 'patent-applications-net', periods)).toEqual([2, 3, 0, 0, 0, 5]);
    expect(await values(small, 'patent-applications-deducted-by-decision', periods)).toEqual([0, 0, 1, 0, 2, 3]);
    expect(await values(small, 'patent-applications-net-by-decision', periods)).toEqual([4, 4, -1, 0, -2, 5]);
    // Where its owner of the day of decision is.
    expect(await values(small, byOwner, periods)).toEqual([0, 0, 1, 0, 1, 2]);
    expect(await values(small, byOwner, periods, undefined, '110000')).toEqual([0, 0, 0, 0, 1, 1]);

    // As of the end of May the second ground was not there yet, and the first not taken back.
    const may = await compute(small, '2023-05-31');
    expect(await values(small, 'patent-applications-deducted-by-decision', periods, may)).toEqual([0, 0, 1, 1, 0, 2]);
    expect(await values(small, 'patent-applications-deducted', periods, may)).toEqual([2, 0, 0, 0, 0, 2]);

    // A decision written down now for a day in the past: the old vintage stays to the byte.
    const kept = await vintageOf(small, first);
    const before = bytesOf(small, kept);
    await decide(small, 6, '411-1', 'deemed-withdrawn', '2023-02-20');
    const second = await compute(small);
    expect(second).not.toBe(first);
    expect(await values(small, 'patent-applications-net', periods)).toEqual([2, 2, 0, 0, 0, 4]);
    expect(await values(small, 'patent-applications-deducted-by-decision', ['2023-02', '2023-06'])).toEqual([1, 2]);
    expect(await values(small, 'patent-applications-net', periods, first)).toEqual([2, 3, 0, 0, 0, 5]);
    expect(bytesOf(small, await vintageOf(small, first))).toEqual(before);
    // Gross counts rest on no decision: their set is taken over as it is.
    const setOf = async (name: string, indicator: string) =>
      (await vintageOf(small, name)).indicators.find(({ definition }) => definition.id === indicator)?.observations;
    expect(await setOf(second, 'patent-applications')).toEqual(await setOf(first, 'patent-applications'));
    expect(await setOf(second, 'patent-applications-net')).not.toEqual(await setOf(first, 'patent-applications-net'));

    // Compared, the difference is what was decided: a zero before is a zero.
    const compared = (
      await small.run('vintage-compare', {
        before: first,
        after: second,
        area: ['440000'],
        period: ['2023-02'],
        limit: 100,
      })
    ).json as VintageComparison;
    const seen = compared.rows.filter(({ breakdown }) => Object.keys(breakdown).length === 0);
    expect(
      Object.fromEntries(seen.map(({ indicator, before, after, reasons }) => [indicator, [before, after, reasons]])),
    ).toEqual({
      'patent-applications-deducted': [1, 2, [{ kind: 'decided', count: null }]],
      'patent-applications-deducted-by-decision': [0, 1, [{ kind: 'decided', count: null }]],
      'patent-applications-net': [3, 2, [{ kind: 'decided', count: null }]],
      'patent-applications-net-by-decision': [4, 3, [{ kind: 'decided', count: null }]],
      [byOwner]: [0, 1, [{ kind: 'decided', count: null }]],
    });

    // The difference opens to the application.
    const opened = async (vintage: string) =>
      (
        (
          await small.run('records', {
            indicator: 'patent-applications-net',
            area: '440000',
            period: '2023-02',
            vintage,
          })
        ).json as RecordsAnswer
      ).rows.map((row) => row.id);
    expect(await opened(first)).toEqual([5, 6, 8].map(id));
    expect(await opened(second)).toEqual([5, 8].map(id));
    const left = await small.run('records', {
      ...{ indicator: 'patent-applications-net', area: '440000', period: '2023-02', leftOut: true },
    });
    expect((left.json as RecordsAnswer).rows.map((row) => [row.id, row.leftOutBy])).toContainEqual([
      id(6),
      'deducted_on is null',
    ]);

    // And so does its explanation: what was there before and counts no more is the application that was decided about.
    const explained = (
      await small.run('explain', {
        ...{ indicator: 'patent-applications-net', area: '440000', period: '2023-02', side: 'removed' },
        ...{ before: first, after: second },
      })
    ).json as FigureExplanation;
    expect(explained.reasons).toEqual([{ kind: 'decided', count: 1 }]);
    expect(explained.page).toMatchObject({ total: 1, visible: 1 });
    expect(explained.page?.rows).toMatchObject([
      { id: id(6), otherwise: 'left-out', leftOutThere: 'deducted_on is null' },
    ]);

    // An act is taken back.
    const list = (await small.run('decisions-list', { application: id(6) })).json as DecisionsAnswer;
    const undone = (await small.run('decisions-undo', { act: list.rows[0]?.act, reason: 'a mistake' }))
      .json as DecidedAnswer;
    expect(undone.facts).toEqual([]);
    const third = await compute(small);
    expect(await values(small, 'patent-applications-net', periods, third)).toEqual([2, 3, 0, 0, 0, 5]);
    expect(await values(small, 'patent-applications-net', periods, second)).toEqual([2, 2, 0, 0, 0, 4]);
  });

  it('gone on with give what is computed whole', async () => {
    const [small] = offices as [SmallOffice];
    const whole = await prepared();
    offices.push(whole);
    for (const [at, ground, outcome, day] of [
      [1, '411-1', 'withdrawn-after-notice', '2023-04-10'],
      [1, '411-1', 'notified', '2023-03-01'],
      [2, '411-2', 'refused', '2023-06-01'],
      [5, '411-3', 'notified', '2023-03-02'],
      [7, '411-6', 'notified', '2023-04-01'],
      [7, '411-6', 'deemed-withdrawn', '2023-06-10'],
    ] as const) {
      await decide(whole, at, ground, outcome, day);
    }
    await compute(whole);
    const all = async (office: SmallOffice, indicator: string) => {
      const period = ['2023', '2023-H1', '2023-Q1', '2023-Q2', '2023-06-YTD', ...periods];
      const input = { indicator, area: ['ALL', 'CN', '440000', '440300', '110000'], period, by: 'kind' };
      const rows = (await office.run('figure', { ...input, origin: 'computed' })).json as FigureRow[];
      return rows.map(({ vintage: _, ...row }) => row);
    };
    for (const indicator of [...shipped, byOwner]) {
      const rows = await all(small, indicator);
      expect(rows.length, indicator).toBeGreaterThan(10);
      expect(rows, indicator).toEqual(await all(whole, indicator));
    }
  });

  it('come in as a list that others decided: all of it, or with a word the rows that are right', async () => {
    const [, small] = offices as [SmallOffice, SmallOffice];
    const write = (name: string, text: string) => {
      writeFileSync(join(small.path, name), text);
      return join(small.path, name);
    };
    const list = `号,通知日,依据,结果,结果日
${[
  '202310000003,2023.03.03,一,主动撤回,2023.04.04',
  '202310000007,2023.04.01,六,视为撤回,2023.06.10',
  ',,,,',
  '202399999999,2023.03.03,二,,',
].join('\n')}\n`;
    const listMapping = write(
      'l.yaml',
      `table: decisions
columns:
  number: 号
  notified_on: { from: 通知日, date: YYYY.MM.DD }
  ground: { from: 依据, codes: { 一: 411-1, 二: 411-2, 六: 411-6 } }
  outcome: { from: 结果, codes: { 主动撤回: withdrawn-after-notice, 视为撤回: deemed-withdrawn } }
  effective_on: { from: 结果日, date: YYYY.MM.DD }
`,
    );
    const faulty = write('faulty.csv', `${list}202310000004,2023.05.05,一,主动撤回,2023.04.04\n`);
    const input = { mapping: listMapping, reason: 'the list of the year' };
    await expect(small.run('decisions-import', { path: faulty, ...input })).rejects.toMatchObject({
      code: 'decisions-wrong',
      detail: { place: { line: 6, field: 'effective_on' }, found: '2023-04-04', values: { count: '1', read: '5' } },
    });
    expect(((await small.run('decisions-list', { application: id(3) })).json as DecisionsAnswer).rows).toEqual([]);

    const taken = (await small.run('decisions-import', { path: faulty, ...input, keepComplete: true }))
      .json as DecisionImportAnswer;
    expect(taken).toMatchObject({
      ...{ read: 5, loaded: 2, duplicates: 1, ignored: 1, quarantined: 1, decisions: 3, unknown: 1, outsideGround: 0 },
      ...{ outcomes: { notified: 2, 'withdrawn-after-notice': 1 }, list: 'faulty.csv' },
      faults: [{ line: 6, field: 'effective_on', code: 'date-wrong' }],
    });
    await expect(small.run('decisions-import', { path: write('list.csv', list), ...input })).rejects.toMatchObject({
      code: 'decisions-known',
    });
    await compute(small);
    expect(await values(small, 'patent-applications-net', ['2023-01', '2023-02'])).toEqual([1, 3]);
    // Such a list is no file to load.
    await expect(small.run('load', { paths: [faulty], mapping: listMapping })).rejects.toMatchObject({
      code: 'mapping-wrong',
    });
  });

  it('are refused for what is not there, and say what would be right', async () => {
    const [small] = offices as [SmallOffice];
    const about = { applications: [id(1)], ground: '411-1', outcome: 'refused', effective: '2023-08-01', reason: 'x' };
    const refused = async (changed: object) => small.run('decide', { ...about, ...changed }).catch((fault) => fault);
    expect(await refused({ applications: ['CN:209900000000'] })).toMatchObject({ code: 'not-found' });
    expect(await refused({ ground: '411-11' })).toMatchObject({
      code: 'ground-unknown',
      detail: { didYouMean: '411-1' },
    });
    expect(await refused({ outcome: 'refuse' })).toMatchObject({ code: 'usage', detail: { didYouMean: 'refused' } });
    expect(await refused({ effective: '2024-02-01' })).toMatchObject({ code: 'date-wrong' });
    expect(await refused({ ground: '77-1' })).toMatchObject({ code: 'date-wrong' });
    expect(await refused({ effective: '2999-01-01' })).toMatchObject({ code: 'date-wrong' });
    expect(await refused({ reason: ' ' })).toMatchObject({ code: 'reason-missing' });
    await decide(small, 8, '411-1', 'refused', '2023-08-01');
    await expect(decide(small, 8, '411-1', 'refused', '2023-08-01')).rejects.toMatchObject({ code: 'state-changed' });
  });
});

async function vintageOf(small: SmallOffice, name: string): Promise<Vintage> {
  return small.use(async (office) => {
    const act = await office.ledger.last('vintage', name);
    return (await office.store.getJson(act?.hash ?? '')) as Vintage;
  });
}

/** Every file that a vintage names, as bytes. */
function bytesOf(small: SmallOffice, vintage: Vintage): Map<string, string> {
  const segments = vintageSegments(vintage);
  const path = (sha256: string) => join(small.data, 'lake/objects', sha256.slice(0, 2), `${sha256}.parquet`);
  return new Map(segments.map(({ sha256 }) => [sha256, readFileSync(path(sha256)).toString('base64')]));
}
