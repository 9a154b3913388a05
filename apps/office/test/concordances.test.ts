import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ClassificationComparison,
  ClassificationLoad,
  ClassificationRow,
  ComputeAnswer,
  DefinitionPreview,
  EditionsAnswer,
  RecordsAnswer,
  TableProposalRow,
  WhyAnswer,
} from '@zhiheng/office';
import { carryOut } from '@zhiheng/office';
import { type Actor, localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecords } from '../src/figures.js';
import type { Vintage } from '../src/vintage.js';
import { SmallOffice } from './small-office.js';

const shipped = join(import.meta.dirname, '../../../definitions');
const mapping = `table: patents
columns:
  number: 号
  title: 题
  classes: { from: 类, split: ; , scheme: ipc }
  filed_on: 申请日
  granted_on: 授权日
  area: 地
defaults: { kind: invention }
covers:
  kinds: [invention]
  filed: [2020-01-01, 2023-12-31]
  granted: [2020-01-01, 2023-12-31]
  ceased: [2020-01-01, 2023-12-31]
  in_force_from: 2020-01-01
  completeness: full
`;
const head = '号,题,类,申请日,授权日,地\n';
const first = `${head}${[
  '202210000001,电池壳,H01M10/052;G06F1/00,2022-01-05,2023-01-10,440000',
  '202210000002,铅蓄电池,H01M10/06,2022-01-05,2023-01-11,440000',
  '202210000003,一种电池寿命预测方法,G06N3/08,2022-01-05,2023-02-10,310000',
  '202210000004,图像识别,G06N3/08,2022-01-05,2023-02-11,310000',
  '202210000005,电池,H01M,2022-01-05,2023-03-10,440000',
].join('\n')}\n`;
/** The second has another class, the third another title, and one comes. */
const second = `${head}${[
  '202210000002,铅蓄电池,H01M10/04,2022-01-05,2023-01-11,440000',
  '202210000003,一种寿命预测方法,G06N3/08,2022-01-05,2023-02-10,310000',
  '202210000006,基于gpu的加速装置,G06N3/063,2022-01-05,2023-03-12,440000',
].join('\n')}\n`;
const editionColumns = 'classification,version,old,edition,new,note,origin,provisional\n';
const columns = 'classification,version,code,name,rule,mode,pattern,keywords\n';
const storage = `${columns}${[
  'green-low-carbon-2022,own,1.1,电池,1,include,H01M10*,',
  'green-low-carbon-2022,own,1.1,电池,1,exclude,H01M10/06*,',
  'green-low-carbon-2022,own,1.2,智能,1,include,G06N*,',
  'green-low-carbon-2022,own,1.2,智能,1,include,,电池|GPU',
  'green-low-carbon-2022,own,2,存储,1,include,G06F1*,',
].join('\n')}\n`;
/** The same, without the exclusion. */
const wider = storage.replace(/.*exclude.*\n/, '').replaceAll(',own,', ',own-2,');

const definition = (id: string, where: string, kind = 'flow') => `id: ${id}
names: { zh-Hans: 数, zh-Hant: 數, en: number }
summary: { zh-Hans: 数, zh-Hant: 數, en: number }
unit: patents
decimals: 0
kind: ${kind}
table: patents
where: "${where}"
attribution: { holder: first, at: filing }
${kind === 'flow' ? 'date: granted_on\nevent: granted' : 'starts: granted_on\nends: ceased_on\nstart_event: granted\nend_event: ceased'}
breakdowns: [kind]
source: { text: 试 }
provisional: true
`;
const inTable = "kind = 'invention' and classified('green-low-carbon-2022', '1')";

/** A statistician beside the operator, who loads. */
const li: Actor = {
  ...localOperator('test'),
  ...{ person: 'account:li', kind: 'account', account: 'li', organisation: 'general-office', roles: ['statistician'] },
};

describe('concordance tables in an office', () => {
  const small = new SmallOffice();
  const write = (name: string, text: string) => writeFileSync(join(small.path, name), text);
  const load = (name: string) =>
    small.run('load', { paths: [join(small.path, `${name}.csv`)], mapping: join(small.path, 'm.yaml') });
  const compute = async () => (await small.run('compute', {})).json as ComputeAnswer;
  const loadTable = async (text: string) => {
    const answer = (await small.run('classification-load', { text, file: 'own.csv' })).json as ClassificationLoad;
    const { loaded } = answer;
    if (loaded === null || !loaded.changed) return answer;
    // It does not hold yet, and never by the act of whoever loaded it.
    expect(await ownTextOf(loaded.id)).not.toBe(text);
    const step = { table: loaded.id };
    await expect(small.run('classification-accept', step)).rejects.toMatchObject({ code: 'not-allowed' });
    await small.use((office) => carryOut('classification-accept', step, { office, actor: li, onProgress: () => {} }));
    expect(await ownTextOf(loaded.id)).toBe(text);
    return answer;
  };
  const ownTextOf = (id: string) => small.use(async (office) => office.tables.texts[id]);
  const idsOf = async (indicator: string, period = '2023') => {
    const { json } = await small.run('records', { indicator, area: 'ALL', period });
    const { total, rows } = json as RecordsAnswer;
    expect(rows).toHaveLength(total);
    return rows.map(({ number }) => Number(String(number).slice(-2)));
  };
  const vintageNamed = (name: string) =>
    small.use(async (office) => {
      const act = await office.ledger.last('vintage', name);
      return (await office.store.getJson(act?.hash ?? '')) as Vintage;
    });

  beforeAll(async () => {
    cpSync(join(shipped, 'classifications'), join(small.definitions, 'classifications'), { recursive: true });
    write('m.yaml', mapping);
    write('first.csv', first);
    write('second.csv', second);
    await load('first');
    await small.run('release-create', { name: 'r1' });
  });
  afterAll(() => small.remove());

  it('are a slot until the office loads its own', async () => {
    const rows = (await small.run('classification-list', {})).json as ClassificationRow[];
    expect(rows.map(({ id, status, own, patterns, absent }) => [id, status, own, patterns, absent.length])).toEqual([
      ['digital-economy-core-2023', 'slot', false, 0, 0],
      ['green-low-carbon-2022', 'slot', false, 0, 0],
      ['green-technology', 'table', false, 801, 29],
      ['key-digital-2023', 'table', false, 4890, 4],
      ['new-three-2024', 'table', false, 317, 3],
      ['sei-2021', 'table', false, 2672, 54],
      ['wipo-35', 'table', false, 764, 12],
    ]);
    const answer = await loadTable(storage);
    expect(answer).toMatchObject({ ok: true, loaded: { id: 'green-low-carbon-2022', version: 'own', changed: true } });
    expect(answer.loaded?.difference.codes.added).toEqual(['1.1', '1.2', '2']);
    expect((await loadTable(storage)).loaded?.changed).toBe(false);
  });

  it('hold only when a second person accepted them, who sees what they change; one waits at a time', async () => {
    const third = storage.replaceAll(',own,', ',own-3,').replace('电池|GPU', '电池|GPU|芯片');
    const load = { text: third, file: 'third.csv', reason: 'chips' };
    await small.run('classification-load', load);
    await expect(small.run('classification-load', load)).rejects.toMatchObject({ code: 'classification-refused' });
    const [waiting] = (await small.run('classification-proposals', {})).json as TableProposalRow[];
    expect(waiting).toMatchObject({
      ...{ table: 'green-low-carbon-2022', tableVersion: 'own-3', file: 'third.csv', state: 'proposed' },
      ...{ loadedBy: 'local:test', reason: 'chips', acts: ['return', 'withdraw'] },
    });
    const sides = { a: { id: 'green-low-carbon-2022' }, b: { id: 'green-low-carbon-2022', proposed: true } };
    const { b, patterns } = (await small.run('classification-compare', sides)).json as ClassificationComparison;
    expect([b.version, b.from]).toEqual(['own-3', 'proposed']);
    expect(patterns.added.map(({ keyword }) => keyword)).toEqual(['芯片']);
    // What nobody accepted is kept while it waits, and holds nowhere.
    await small.look();
    expect(await ownTextOf('green-low-carbon-2022')).toBe(storage);
    const returned = { table: 'green-low-carbon-2022', reason: 'no chips' };
    const asSecond = (name: string, input: object) =>
      small.use((office) => carryOut(name, input, { office, actor: li, onProgress: () => {} }));
    const { json } = await asSecond('classification-return', returned);
    expect(json).toMatchObject({ state: 'returned', acts: [] });
    expect((await small.run('classification-proposals', {})).json).toEqual([]);
    await expect(asSecond('classification-accept', returned)).rejects.toMatchObject({ code: 'not-allowed' });
    // Loaded by the second person, it is not theirs to accept.
    await asSecond('classification-load', load);
    await expect(asSecond('classification-accept', returned)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(small.run('classification-accept', returned)).rejects.toMatchObject({ code: 'not-allowed' });
    await asSecond('classification-withdraw', returned);
    expect(await ownTextOf('green-low-carbon-2022')).toBe(storage);
  });

  it('refuse a wrong table whole', async () => {
    const wrong = await small.run('classification-load', { text: storage.replace('H01M10*', 'H1M*'), file: 'own.csv' });
    expect(wrong.exit).toBe(1);
    expect((wrong.json as ClassificationLoad).faults).toMatchObject([
      { file: 'own.csv', line: 2, column: 44, field: 'pattern', code: 'classification-wrong', found: 'H1M*' },
    ]);
    const unknown = await loadTable(storage.replaceAll('green-low-carbon-2022', 'green-low-carbon-2021'));
    expect(unknown.faults[0]).toMatchObject({ line: 2, column: 1, didYouMean: 'green-low-carbon-2022' });
    expect((await small.look()).acts.filter((act) => act.startsWith('classification '))).toHaveLength(1);
  });

  it('decide which records count, by classes and texts', async () => {
    write('definitions/indicators/storage.yaml', definition('storage', inTable));
    write('definitions/indicators/storage-in-force.yaml', definition('storage-in-force', inTable, 'stock'));
    write('definitions/indicators/two.yaml', definition('two', "classified('new-three-2024', '2')"));
    await compute();
    // The first by its class, the third by class and title; a subclass alone is in no group.
    expect(await idsOf('storage')).toEqual([1, 3]);
    expect(await idsOf('storage-in-force')).toEqual([1, 3]);
  });

  it('are asked of what a later load brings alone, and of the states that hold now', async () => {
    const before = await vintageNamed((await compute()).vintage);
    await load('second');
    await small.run('release-create', { name: 'r2' });
    const after = await vintageNamed((await compute()).vintage);
    expect(await idsOf('storage')).toEqual([1, 2, 6]);
    expect(await idsOf('storage-in-force')).toEqual([1, 2, 6]);
    const segments = ({ tags = [] }: Vintage) =>
      tags.map(({ table, revision, segment }) => [table, revision, segment.sha256]);
    const table = 'green-low-carbon-2022';
    expect(segments(before).map(([id, revision]) => [id, revision])).toEqual([
      [table, 1],
      ['new-three-2024', 1],
    ]);
    expect(segments(after).filter(([, revision]) => revision === 1)).toEqual(segments(before));
    expect(after.tags?.filter((one) => one.revision === 2).map((one) => [one.table, one.segment.rows])).toEqual([
      // The second has 1.1, the sixth 1.2; without the word the third has none.
      [table, 2],
      ['new-three-2024', expect.any(Number)],
    ]);
    // The admission goes on: its second part has the records that the second load brought.
    expect(after.admissions?.map(({ parts }) => parts.admission?.map(({ rows }) => rows))).toEqual([[5, 3]]);
  });

  it('say the same of each record by the plain evaluator as by SQL', async () => {
    for (const indicator of ['storage', 'storage-in-force', 'two']) {
      for (const number of [1, 2, 3, 4, 5, 6]) {
        const id = `CN:20221000000${number}`;
        const why = (await small.run('why', { indicator, area: 'ALL', period: '2023', id })).json as WhyAnswer;
        expect(why.sql.agrees, `${indicator} ${id}`).toBe(true);
        if (indicator === 'storage') expect(why.admitted).toBe([1, 2, 6].includes(number));
      }
    }
    const why = (await small.run('why', { indicator: 'storage', area: 'ALL', period: '2023', id: 'CN:202210000006' }))
      .json;
    expect(JSON.stringify((why as WhyAnswer).tests)).toContain('{"scheme":"green-low-carbon-2022","code":"1.2"}');
  });

  it('open within a narrowed scope, with and without an admission', async () => {
    const input = { indicator: 'storage', area: 'ALL', period: '2023' };
    const scope = { areas: ['440000'], personal: 'masked' } as const;
    const opened = await small.use((office) => readRecords(office, input, scope));
    expect([opened.total, opened.visible, opened.withheldByRight]).toEqual([3, 3, 0]);
    const elsewhere = await small.use((office) => readRecords(office, input, { ...scope, areas: ['310000'] }));
    expect([elsewhere.total, elsewhere.visible]).toEqual([3, 0]);
    const left = await small.use((office) =>
      readRecords(office, { ...input, leftOut: true }, { ...scope, areas: ['310000'] }),
    );
    expect(left.rows.map(({ number, leftOutBy }) => [number, leftOutBy])).toEqual([
      ['202210000003', "classified('green-low-carbon-2022', '1')"],
      ['202210000004', "classified('green-low-carbon-2022', '1')"],
    ]);
  });

  it('can be asked by a draft that nobody has computed', async () => {
    const text = definition('storage', "kind = 'invention' and classified('wipo-35', '6')");
    const { json } = await small.run('indicator-preview', { text, area: ['ALL'], period: ['2023'] });
    const { rows, added, removed } = json as DefinitionPreview;
    // Computer technology: G06F and G06N; not H01M.
    expect(rows.map(({ breakdown, draft, inForce }) => [breakdown, draft?.value, inForce?.value])).toContainEqual([
      {},
      4,
      3,
    ]);
    expect([added.total, removed.total]).toEqual([2, 1]);
    const wrong = definition('storage', "classified('wipo-35', '36')");
    await expect(small.run('indicator-preview', { text: wrong })).rejects.toMatchObject({ code: 'expression-wrong' });
  });

  it('recompute what asks them when they change, and nothing else', async () => {
    const answer = await small.run('classification-compare', {
      a: { id: 'green-low-carbon-2022' },
      b: { text: wider },
    });
    const { codes, patterns, records } = answer.json as ClassificationComparison;
    expect(codes).toEqual({ added: [], removed: [], renamed: [] });
    expect(patterns.added).toEqual([]);
    expect(patterns.removed.map(({ mode, pattern }) => [mode, pattern])).toEqual([['exclude', 'H01M10/06*']]);
    // Nothing is classified there now: the second record was, in its earlier state.
    expect(records).toEqual({ release: 'r2', changed: [] });
    const narrow = storage.replace('H01M10*', 'H01M10/052');
    const compared = await small.run('classification-compare', {
      a: { id: 'green-low-carbon-2022' },
      b: { text: narrow },
    });
    const table = 'green-low-carbon-2022';
    expect((compared.json as ClassificationComparison).records?.changed).toEqual([
      { table, code: '1', before: 3, after: 2, joined: 0, left: 1 },
      { table, code: '1.1', before: 2, after: 1, joined: 0, left: 1 },
    ]);
    const all = await compute();
    expect(all.reused).toBe(5);
    expect((await loadTable(narrow)).loaded?.indicators).toEqual(['storage', 'storage-in-force']);
    expect((await compute()).reused).toBe(3);
    expect(await idsOf('storage')).toEqual([1, 6]);
    const lacking = await loadTable(`${columns}green-low-carbon-2022,own,2,存储,1,include,G06F1*,\n`);
    expect(lacking.faults).toMatchObject([{ code: 'expression-wrong', file: 'indicators/storage.yaml' }]);
    expect(await idsOf('storage')).toEqual([1, 6]);
  });

  it('carry symbols of other editions over by a list, which an office can load itself', async () => {
    const shippedList = (await small.run('classification-editions', {})).json as EditionsAnswer;
    expect([shippedList.own, shippedList.version, shippedList.rows.length]).toEqual([false, '1', 58]);
    const { json } = await small.run('classification-editions', { table: 'wipo-35' });
    expect((json as EditionsAnswer).standing?.doubts.map(({ code, symbol }) => [code, symbol])).toEqual([
      ['13', 'G06F19*'],
    ]);
    // By this list the neural networks of G06N 3/08 had been H01M 10/04 once.
    const list = `${editionColumns}ipc-editions,own,H01M10/04*,2019.01,G06N3*,made up,hand,no\n`;
    const side = { b: { text: list, file: 'list.csv' } };
    const compared = await small.run('classification-compare', { a: { id: 'ipc-editions' }, ...side });
    const { codes, records } = compared.json as ClassificationComparison;
    expect([codes.added, codes.removed.length]).toEqual([['H01M10/04'].map((one) => `${one}*`), 58]);
    // The third, fourth and sixth are of G06N 3: by wipo-35 they join electrical machinery; the second is H01M 10/04 and joins computers.
    expect(records?.changed.filter(({ table }) => table === 'wipo-35')).toEqual([
      { table: 'wipo-35', code: '1', before: 3, after: 6, joined: 3, left: 0 },
      { table: 'wipo-35', code: '6', before: 4, after: 5, joined: 1, left: 0 },
    ]);
    await expect(small.run('classification-compare', { a: { id: 'wipo-35' }, ...side })).rejects.toMatchObject({
      code: 'usage',
    });
    const wrong = await loadTable(list.replace('2019.01', 'new'));
    expect(wrong.faults).toMatchObject([{ file: 'own.csv', line: 2, field: 'edition', found: 'new' }]);
  });

  it('are kept as they were with the vintages that asked them', async () => {
    await small.look();
    const vintages = (await small.run('vintage-list', {})).json as { vintage: string; release: string }[];
    const older = vintages.filter(({ release }) => release === 'r2')[0]?.vintage;
    const asked = { indicator: 'storage', area: 'ALL', period: '2023', id: 'CN:202210000002' };
    const [then, now] = [await small.run('why', { ...asked, vintage: older }), await small.run('why', asked)];
    expect([(then.json as WhyAnswer).admitted, (now.json as WhyAnswer).admitted]).toEqual([true, false]);
    expect([(then.json as WhyAnswer).sql.agrees, (now.json as WhyAnswer).sql.agrees]).toEqual([true, true]);
  });
});
