import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check-definition.js';
import { patentRecordColumns } from './patent-record-columns.js';
import { readDefinition } from './read-definition.js';

const flow = `id: grants
names: { zh-Hans: 授权量, zh-Hant: 授權量, en: Grants }
summary: { zh-Hans: 甲, zh-Hant: 甲, en: A }
unit: patents
decimals: 0
kind: flow
better: higher
table: patents
where: kind = 'invention'
attribution: { holder: first, at: filing }
date: granted_on
event: granted
breakdowns: [kind]
published:
  - series: invention-grants
    breakdown: { kind: invention }
source: { text: 年报, date: '2023' }
provisional: true
traps:
  - { zh-Hans: 乙, zh-Hant: 乙, en: B }
`;
const duration = flow
  .replace('kind: flow', 'kind: duration')
  .replace(
    'date: granted_on\nevent: granted\n',
    'clock: { start: filed_on, end: closed_on, end_event: closed, convention: days, target: 16 }\n',
  )
  .replace('    breakdown: { kind: invention }', '    statistic: mean');
const read = (text: string) => readDefinition(text, 'indicators/grants.yaml');
const faults = (text: string) => checkDefinition(text, 'indicators/grants.yaml').faults;
const changed = (from: string, to: string, text = flow) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('reading a definition', () => {
  it('gives a flow with its published place', () => {
    expect(read(flow)).toMatchObject({
      id: 'grants',
      names: { 'zh-Hant': '授權量' },
      kind: 'flow',
      date: 'granted_on',
      event: 'granted',
      where: "kind = 'invention'",
      source: { text: '年报', article: null, date: '2023', url: null },
      published: [{ series: 'invention-grants', breakdown: { kind: 'invention' }, statistic: null }],
      file: 'indicators/grants.yaml',
      text: flow,
    });
  });

  it('gives a stock and a duration', () => {
    const stock = flow
      .replace('kind: flow', 'kind: stock')
      .replace(
        'date: granted_on\nevent: granted',
        'starts: granted_on\nends: ceased_on\nstart_event: granted\nend_event: ceased',
      );
    expect(read(stock)).toMatchObject({ kind: 'stock', starts: 'granted_on', ends: 'ceased_on', endEvent: 'ceased' });
    expect(read(duration)).toMatchObject({
      clock: { start: 'filed_on', end: 'closed_on', endEvent: 'closed', convention: 'days', target: 16 },
      published: [{ breakdown: {}, statistic: 'mean' }],
    });
  });

  it('lets a reported series stand without a table', () => {
    const reported = flow
      .replace(/table:[\s\S]*?published:/, 'published:')
      .replace('kind: flow', 'kind: reported')
      .replace('    breakdown: { kind: invention }\n', '');
    expect(read(reported)).toMatchObject({ kind: 'reported', published: [{ breakdown: {}, statistic: null }] });
    expect(faults(reported.replace(/published:\n.*\n/, ''))).toMatchObject([{ field: 'published', line: 1 }]);
    expect(faults(reported.replace(/published:\n.*\n/, 'published: []\n'))).toMatchObject([
      { field: 'published', line: 8 },
    ]);
  });
});

describe('the hash of a definition', () => {
  const hash = (text: string) => read(text).hash;

  it('ignores words and writing', () => {
    for (const same of [
      changed('授权量', '专利授权量'),
      changed('unit: patents', 'unit: 10k-patents'),
      changed('en: B', 'en: C'),
      changed('provisional: true', 'provisional: false'),
      changed("kind = 'invention'", "(  kind='invention' )"),
    ]) {
      expect(hash(same)).toBe(hash(flow));
    }
  });

  it('changes with what changes the figure', () => {
    const others = [
      changed("'invention'", "'design'"),
      changed('date: granted_on\nevent: granted', 'date: filed_on\nevent: filed'),
      changed('{ kind: invention }', '{ kind: design }'),
      changed('holder: first', 'holder: each'),
      changed('at: filing', 'at: event'),
      changed('    breakdown: { kind: invention }\n', ''),
      duration,
      changed('convention: days', 'convention: boundaries', duration),
      changed('target: 16', 'target: 17', duration),
    ];
    expect(new Set([flow, ...others].map(hash)).size).toBe(others.length + 1);
  });
});

describe('a fault of a definition', () => {
  it.each([
    ['a wrong key', changed('decimals: 0', 'decimls: 0'), 5, 1, 'decimls', 'decimals'],
    ['a unit', changed('unit: patents', 'unit: patent'), 4, 7, 'unit', 'patents'],
    ['a kind', changed('kind: flow', 'kind: flows'), 6, 7, 'kind', 'flow'],
    ['a column', changed('date: granted_on', 'date: grantd_on'), 11, 7, 'date', 'granted_on'],
    ['an event', changed('event: granted', 'event: grantd'), 12, 8, 'event', 'granted'],
    ['an event of another date', changed('event: granted', 'event: filed'), 12, 8, 'event', null],
    ['a type', changed('decimals: 0', 'decimals: none'), 5, 11, 'decimals', null],
    ['a range', changed('decimals: 0', 'decimals: 0.5'), 5, 11, 'decimals', null],
    [
      'a stage of monitoring',
      changed('provisional: true', 'provisional: true\nmonitoring: pilotted'),
      19,
      13,
      'monitoring',
      'piloted',
    ],
    ['a truth', changed('provisional: true', 'provisional: yes'), 18, 14, 'provisional', null],
    ['an id', changed('id: grants', 'id: Grants'), 1, 5, 'id', null],
    [
      'a text for a map',
      changed('names: { zh-Hans: 授权量, zh-Hant: 授權量, en: Grants }', 'names: Grants'),
      2,
      8,
      'names',
      null,
    ],
    ['a missing language', changed(', en: B', ''), 20, 5, 'traps[0].en', null],
    ['a wrong language', changed('zh-Hant: 授權量', 'zh-Hanr: 授權量'), 2, 24, 'names.zh-Hanr', 'zh-Hant'],
    ['a date of the source', changed("date: '2023'", "date: '2023-13'"), 17, 27, 'source.date', null],
    [
      'a breakdown',
      changed('breakdowns: [kind]', 'breakdowns: [kind, holder_typ]'),
      13,
      20,
      'breakdowns[1]',
      'holder_type',
    ],
    [
      'a breakdown value',
      changed('{ kind: invention }', '{ kind: inventions }'),
      16,
      24,
      'published[0].breakdown.kind',
      'invention',
    ],
    [
      'a statistic of a flow',
      changed('    breakdown: { kind: invention }', '    statistic: mean'),
      16,
      16,
      'published[0].statistic',
      null,
    ],
    ['a convention', changed('convention: days', 'convention: day', duration), 11, 74, 'clock.convention', 'days'],
    ['a holder', changed('holder: first', 'holder: every'), 10, 24, 'attribution.holder', null],
    ['a day of owners', changed('at: filing', 'at: events'), 10, 35, 'attribution.at', 'event'],
    ['owners at the end of a flow', changed('at: filing', 'at: period-end'), 10, 35, 'attribution.at', null],
    ['owners of a duration', changed('at: filing', 'at: event', duration), 10, 35, 'attribution.at', null],
    ['a target', changed('target: 16', 'target: 0', duration), 11, 88, 'clock.target', null],
  ])('is placed: %s', (_, text, line, column, field, didYouMean) => {
    const found = faults(text);
    expect(found).toContainEqual(
      expect.objectContaining({
        file: 'indicators/grants.yaml',
        line,
        column,
        field,
        didYouMean,
        code: 'definition-wrong',
      }),
    );
    expect(() => readDefinition(text, 'indicators/grants.yaml')).toThrow(
      expect.objectContaining({ code: found[0]?.code, message: found[0]?.message }),
    );
  });

  it('is told beside every other, from the top down', () => {
    const text = flow
      .replace('unit: patents', 'unit: patent')
      .replace('holder: first', 'holder: last')
      .replace('text: 年报, ', '');
    expect(faults(text).map((fault) => [fault.line, fault.field])).toEqual([
      [4, 'unit'],
      [10, 'attribution.holder'],
      [17, 'source.text'],
    ]);
    expect(checkDefinition(flow, 'x.yaml')).toEqual({ ok: true, faults: [] });
  });

  it('is told once for a misspelt key, and for each key that is lacking', () => {
    expect(faults(changed('decimals: 0', 'decimls: 0'))).toHaveLength(1);
    expect(faults(flow.replace('kind: flow\n', '').replace('unit: patents\n', '')).map((fault) => fault.field)).toEqual(
      ['unit', 'kind'],
    );
  });

  it('is found in broken YAML, twice the same key, and an empty file', () => {
    expect(faults('id: [a\nkind: flow')[0]).toMatchObject({ line: 2, code: 'definition-wrong' });
    expect(faults(`${flow}unit: months\n`)[0]).toMatchObject({ line: 21, column: 1 });
    expect(faults('')[0]).toMatchObject({ line: 1, column: 1 });
    expect(faults('- a\n')[0]).toMatchObject({ line: 1, message: 'the file holds no keys' });
  });

  it('is a series that does not exist, and an id that is not the file', () => {
    const context = { series: new Set(['invention-grants', 'design-grants']), id: 'grants' };
    expect(checkDefinition(flow, 'f', context).ok).toBe(true);
    expect(
      checkDefinition(changed('series: invention-grants', 'series: inventions-grants'), 'f', context).faults,
    ).toMatchObject([{ line: 15, column: 13, didYouMean: 'invention-grants' }]);
    expect(checkDefinition(changed('id: grants', 'id: grant'), 'f', context).faults).toMatchObject([
      { line: 1, column: 5, expected: 'grants' },
    ]);
  });
});

describe('a fault inside a condition', () => {
  const where = (written: string) => faults(changed("where: kind = 'invention'", written))[0];

  it.each([
    ['plain', "where: kind = 'invention' and grantd_on is null", 9, 31],
    ['after Chinese', "where: title = '一种𠀀' and grantd_on is null", 9, 26],
    ['in double quotes', `where: "kind = 'invention' and grantd_on is null"`, 9, 32],
    ['in single quotes', "where: 'kind = ''invention'' and grantd_on is null'", 9, 34],
    ['in a block', "where: |\n  kind = 'invention'\n  and grantd_on is null", 11, 7],
    ['in a folded block', "where: >-\n  kind = 'invention'\n  and grantd_on is null", 11, 7],
    ['over two plain lines', "where: kind = 'invention'\n  and grantd_on is null", 10, 7],
  ])('has its place in the file: %s', (_, written, line, column) => {
    expect(where(written)).toMatchObject({
      line,
      column,
      code: 'expression-wrong',
      field: 'where',
      didYouMean: 'granted_on',
    });
  });

  it('is a missing condition, told once', () => {
    expect(faults(changed("where: kind = 'invention'\n", ''))).toMatchObject([{ field: 'where', line: 1 }]);
  });

  it('at the end of the text sits behind it', () => {
    expect(where('where: kind =')).toMatchObject({ line: 9, column: 14, code: 'expression-wrong' });
  });
});

describe('columns of a patent record', () => {
  it('are what the record says, without the bookkeeping of the store', () => {
    expect(patentRecordColumns).toMatchObject({
      id: 'text',
      kind: 'text',
      filed_on: 'date',
      claim_count: 'integer',
      ceased_on: 'date',
      area: 'text',
      holder: 'text',
      title: 'text',
    });
    for (const hidden of ['revision', 'content_hash', 'source', 'source_position']) {
      expect(patentRecordColumns).not.toHaveProperty(hidden);
    }
  });
});
