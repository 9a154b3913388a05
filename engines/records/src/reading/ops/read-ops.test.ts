import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, collectUntilFault, quarantinedOf, sharedFile } from '../../../test/sources.js';
import type { ReadItem } from '../record.js';
import type { SourceRecord } from '../source-record.js';
import { readOps } from './read-ops.js';

const read = (text: string | Buffer, chunk?: number) => collect(readOps(bytesSource(text, chunk), { file: 'o.xml' }));
const recordsOf = (items: readonly ReadItem[]): SourceRecord[] =>
  items.flatMap((item) => (item.type === 'record' && 'group' in item.record ? [item.record] : []));

const besideOf = (items: readonly ReadItem[]): SourceRecord[] =>
  items.flatMap((item) => (item.type === 'record' ? (item.beside ?? []) : []));
const tellsOf = (items: readonly ReadItem[]) =>
  items.map((item) => (item.type === 'record' ? (item.beside ?? []).map((one) => one.id) : item.type));

const id = (country: string, number: string, kind: string, date: string) =>
  `<document-id document-id-type="docdb"><country>${country}</country><doc-number>${number}</doc-number><kind>${kind}</kind><date>${date}</date></document-id>`;
type Number = readonly [country: string, number: string, kind: string, date: string];
const member = (published: Number, filed: Number, priority: Number, more = '') =>
  `<ops:family-member family-id="9"><publication-reference>${id(...published)}</publication-reference><application-reference>${id(...filed)}</application-reference><priority-claim>${id(...priority)}</priority-claim>${more}</ops:family-member>`;
const family = (total: number, ...members: string[]) =>
  `<ops:world-patent-data><ops:meta/><ops:patent-family total-result-count="${total}"><ops:publication-reference>${id('CN', '1', 'A', '20200101')}</ops:publication-reference>${members.join('\n')}</ops:patent-family></ops:world-patent-data>`;

const home: Number = ['CN', '201810000001', 'A', '20180105'];
const [chinese, american, european, validated] = [
  member(['CN', '108000001', 'B', '20200310'], home, home),
  member(['US', '11000001', 'B2', '20210601'], ['US', '201916000001', 'A', '20190104'], home),
  member(['EP', '3700001', 'B1', '20220202'], ['EP', '19700001', 'A', '20190104'], home),
  member(['AT', '1450001', 'T', '20220215'], ['AT', '19700001', 'T', '20190104'], home),
];

describe('readOps', () => {
  it('lists a family and its overseas grants once, on the first filing', async () => {
    const items = await read(family(4, american, european, validated, chinese));
    expect(recordsOf(items).map((one) => one.id)).toEqual([
      'US:16000001',
      'EP:19700001',
      'AT:19700001T',
      'CN:201810000001',
    ]);
    expect(tellsOf(items)).toEqual([[], [], [], ['OPS-FAMILY:CN:201810000001']]);
    const [told] = besideOf(items);
    expect(told).toMatchObject({
      group: 'patent_statements',
      office: 'CN',
      number: '201810000001',
      stateOn: '2022-02-15',
      rows: { patent_statements: [{ kind: 'family', told_by: 'OPS', patent: 'CN:201810000001' }] },
    });
    expect(told?.rows.patent_family_members).toHaveLength(4);
    expect(told?.rows.patent_events).toEqual([
      {
        patent: 'CN:201810000001',
        event: 'overseas_grant',
        event_on: '2021-06-01',
        country: 'US',
        reference: 'US11000001B2',
      },
      {
        patent: 'CN:201810000001',
        event: 'overseas_grant',
        event_on: '2022-02-02',
        country: 'EP',
        reference: 'EP3700001B1',
      },
    ]);
  });

  it('puts them on the first application when the first filing was never published', async () => {
    const items = await read(family(2, american, european));
    expect(tellsOf(items)).toEqual([['OPS-FAMILY:CN:201810000001'], []]);
    const [told] = besideOf(items);
    expect(told?.rows.patent_family_members).toHaveLength(2);
    expect(told?.rows.patent_events?.map(({ patent }) => patent)).toEqual(['CN:201810000001', 'CN:201810000001']);
  });

  it('tells neither for a part of a family', async () => {
    for (const total of [3, 5]) {
      expect(tellsOf(await read(family(total, chinese, american)))).toEqual([[], []]);
    }
  });

  it('quarantines a member at fault, and the family is a part only', async () => {
    const wrong = member(['CN', '108000002', 'A', '20190110'], ['CN', '2018100001', 'A', '20180105'], home);
    const items = await read(family(3, american, wrong, chinese));
    expect(items.map(({ type }) => type)).toEqual(['record', 'quarantined', 'record']);
    expect(quarantinedOf(items)).toMatchObject([
      { code: 'number-wrong', field: 'number', found: '2018100001', raw: wrong },
    ]);
    expect(besideOf(items)).toEqual([]);
  });

  it('dates a record of numbers alone by its filing, so that it never overwrites a fuller one', async () => {
    const document =
      '<exchange-document country="US" doc-number="11000001" kind="B2"><bibliographic-data><invention-title lang="ol">T</invention-title></bibliographic-data></exchange-document>';
    const full = member(['US', '11000001', 'B2', '20210601'], ['US', '201916000001', 'A', '20190104'], home, document);
    const records = recordsOf(await read(`${family(2, american, chinese)}`));
    expect(records.map(({ stateOn }) => stateOn)).toEqual(['2019-01-04', '2018-01-05']);
    const [fuller] = recordsOf(await read(family(2, full, chinese)));
    expect(fuller).toMatchObject({ stateOn: '2021-06-01', rows: { patent_texts: [{ title: 'T', language: null }] } });
  });

  it('never acts on a DOCTYPE', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const inside = family(1, chinese.replace('108000001', '&b;'));
    expect(quarantinedOf(await read(`${bomb}${inside}`))).toMatchObject([{ code: 'xml-malformed' }]);
    const outside = family(1, chinese).replace('<ops:meta/>', '<ops:meta>&b;</ops:meta>');
    await expect(read(`${bomb}${outside}`)).rejects.toMatchObject({ code: 'xml-malformed' });
  });

  it.each([1, 7, 64, 65_536])('throws file-truncated the same in chunks of %i bytes', async (size) => {
    const whole = family(2, chinese, american);
    const second = whole.indexOf(american);
    for (const [length, byte] of [
      [second + 50, second],
      [whole.length - 30, whole.length - 30],
    ] as const) {
      const text = whole.slice(0, length);
      const result = await collectUntilFault(readOps(bytesSource(text, size), { file: 'o.xml', keepComplete: true }));
      // a family that is not whole tells no records
      expect(result).toMatchObject({ items: [], fault: { code: 'file-truncated', detail: { place: { byte } } } });
    }
    const trailing = await collectUntilFault(readOps(bytesSource(whole.slice(0, -3), size), { keepComplete: true }));
    expect(recordsOf(trailing.items)).toHaveLength(2);
    expect(trailing.fault).toMatchObject({ code: 'file-truncated' });
  });

  it('refuses other answers by name before they end, and other roots', async () => {
    const refused = async (text: string) => (await collectUntilFault(readOps(bytesSource(text)))).fault;
    expect(await refused('<ops:world-patent-data><ops:new-inquiry>')).toMatchObject({
      code: 'format-refused',
      detail: { found: 'new-inquiry' },
    });
    expect(await refused('<fault><code>x</code></fault>')).toMatchObject({ code: 'format-unknown' });
    expect(await refused('')).toMatchObject({ code: 'file-empty' });
  });
});

/** Files with records: how many are read, then how many ignored. */
const loaded: Readonly<Record<string, readonly [records: number, ignored: number]>> = {
  'ops-ep1000000_abstract_result.xml': [0, 1],
  'ops-ep1000000_full_cycle_result.xml': [2, 0],
  'ops-example_1.xml': [1, 0],
  'ops-example_2.xml': [1, 0],
  'ops-example_3.xml': [1, 0],
  'ops-family_input.xml': [5, 0],
  'ops-get_abstract.xml': [0, 1],
  'ops-get_abstract_multiple.xml': [0, 3],
  'ops-get_biblio.xml': [1, 0],
  'ops-get_biblio_multiple.xml': [3, 0],
  'ops-get_family.xml': [3, 0],
  'ops-get_family_with_biblio.xml': [3, 0],
  'ops-get_family_with_biblio_multiple.xml': [3, 0],
  'ops-get_family_with_legal.xml': [3, 0],
  'ops-get_family_with_legal_multiple.xml': [3, 0],
  'ops-get_full_cycle_multiple.xml': [4, 0],
  'ops-get_legal.xml': [1, 0],
  'ops-get_legal_multiple.xml': [1, 0],
  'ops-search_with_constituent.xml': [3, 0],
};
const refusedByName: Readonly<Record<string, string>> = {
  'ops-convert_patent_number_epodoc.xml': 'standardization',
  'ops-convert_patent_number_multiple.xml': 'standardization',
  'ops-convert_patent_number_original.xml': 'standardization',
  'ops-get_claims.xml': 'fulltext-documents',
  'ops-get_claims_multiple.xml': 'fulltext-documents',
  'ops-get_classification_mapping.xml': 'classification-scheme',
  'ops-get_classification_schema.xml': 'classification-scheme',
  'ops-get_classification_schema_subclass.xml': 'classification-scheme',
  'ops-get_classification_statistics.xml': 'classification-search',
  'ops-get_description.xml': 'fulltext-documents',
  'ops-get_description_multiple.xml': 'fulltext-documents',
  'ops-get_fulltext.xml': 'fulltext-inquiry',
  'ops-get_fulltext_multiple.xml': 'fulltext-inquiry',
  'ops-get_published_equivalents.xml': 'equivalents-inquiry',
  'ops-get_published_equivalents_multiple.xml': 'equivalents-inquiry',
  'ops-get_register_biblio.xml': 'register-search',
  'ops-get_register_biblio_multiple.xml': 'register-search',
  'ops-get_register_events.xml': 'register-search',
  'ops-get_register_events_multiple.xml': 'register-search',
  'ops-get_register_procedural_steps.xml': 'register-search',
  'ops-get_register_procedural_steps_multiple.xml': 'register-search',
  'ops-get_register_unip.xml': 'register-search',
  'ops-get_register_unip_multiple.xml': 'register-search',
  'ops-search.xml': 'biblio-search',
  'ops-search_register.xml': 'register-search',
  'ops-search_register_with_constituent.xml': 'register-search',
};
/** Files that are no answers: a stylesheet instruction without a document, and JSON. */
const damaged: Readonly<Record<string, string>> = {
  'ops-get_classification_schema_multiple.xml': 'file-truncated',
  'ops-search_result.xml': 'xml-malformed',
};

const shared = sharedFile('patents-ep');

describe.skipIf(shared === null)('readOps on the samples', () => {
  const sample = (name: string) => readFileSync(`${shared}/${name}`);

  it('knows what becomes of every file', () => {
    const files = readdirSync(shared ?? '').filter((name) => /^ops-.*\.xml$/.test(name));
    expect([...Object.keys(loaded), ...Object.keys(refusedByName), ...Object.keys(damaged)].sort()).toEqual(
      files.sort(),
    );
  });

  it.each(Object.entries(loaded))('reads %s', async (name, [records, ignored]) => {
    const bytes = sample(name);
    const items = await read(bytes);
    expect(recordsOf(items)).toHaveLength(records);
    expect(items.filter(({ type }) => type === 'ignored')).toHaveLength(ignored);
    expect(quarantinedOf(items)).toEqual([]);
    for (const { position } of items) {
      expect(bytes.toString('latin1', position, position + 20)).toMatch(/^<(?:exchange-document|ops:family-member) /);
    }
  });

  it.each(Object.entries(refusedByName))('refuses %s as %s', async (name, found) => {
    await expect(read(sample(name))).rejects.toMatchObject({ code: 'format-refused', detail: { found } });
  });

  it.each(Object.entries(damaged))('refuses %s: %s', async (name, code) => {
    await expect(read(sample(name))).rejects.toMatchObject({ code });
  });

  it.each(['ops-get_family_with_legal.xml', 'ops-get_biblio_multiple.xml', 'ops-get_abstract_multiple.xml'])(
    'reads %s the same whatever the chunks',
    async (name) => {
      const whole = await read(sample(name));
      for (const size of [1, 7, 64]) expect(await read(sample(name), size)).toEqual(whole);
    },
  );

  it('tells members and overseas grants of the family of EP 1000000', async () => {
    const items = await read(sample('ops-family_input.xml'));
    const records = recordsOf(items);
    expect(records.map((one) => one.id)).toEqual([
      'EP:99203729',
      'AT:99203729T',
      'DE:69905327T',
      'NL:1010536',
      'US:20685698A',
    ]);
    const dutch = records[3];
    expect(tellsOf(items)).toEqual([[], [], [], ['OPS-FAMILY:NL:1010536'], []]);
    const [told] = besideOf(items);
    expect(told?.rows.patent_events).toEqual([
      {
        patent: 'NL:1010536',
        event: 'overseas_grant',
        event_on: '2003-02-12',
        country: 'EP',
        reference: 'EP1000000B1',
      },
      { patent: 'NL:1010536', event: 'overseas_grant', event_on: '2000-07-25', country: 'US', reference: 'US6093011A' },
    ]);
    expect(told?.rows.patent_family_members).toEqual(
      [
        ['EP', '99203729', '1000000', 'A1', '1999-11-08', '2000-05-17'],
        ['EP', '99203729', '1000000', 'B1', '1999-11-08', '2003-02-12'],
        ['AT', '99203729T', '232441', 'T', '1999-11-08', '2003-02-15'],
        ['DE', '69905327T', '69905327', 'D1', '1999-11-08', '2003-03-20'],
        ['NL', '1010536', '1010536', 'C2', '1998-11-12', '2000-05-15'],
        ['US', '20685698A', '6093011', 'A', '1998-12-08', '2000-07-25'],
      ].map(([office, application, publication, kind, filed, published]) => ({
        family: '19768124',
        office,
        application_number: application,
        publication_number: publication,
        publication_kind: kind,
        filed_on: filed,
        published_on: published,
      })),
    );
    expect(records[0]).toMatchObject({
      stateOn: '1999-11-08',
      rows: {
        patents: [
          {
            filed_on: '1999-11-08',
            priority_on: '1998-11-12',
            published_on: '2000-05-17',
            publication_number: '1000000',
            grant_number: '1000000',
            kind_as_given: 'B1',
            family: '19768124',
          },
        ],
        patent_states: [{ outcome: 'granted', granted_on: '2003-02-12' }],
      },
    });
    expect(dutch?.rows.patents).toMatchObject([{ priority_on: null, filed_on: '1998-11-12', grant_number: '1010536' }]);
  });

  it('joins the publications of an application with their bibliographic data', async () => {
    const items = await read(sample('ops-get_family_with_biblio.xml'));
    const records = recordsOf(items);
    expect(records.map((one) => [one.id, one.stateOn])).toEqual([
      ['EP:10167109', '2019-11-27'],
      ['CA:2744162', '2011-12-24'],
      ['US:13167395', '2017-05-09'],
    ]);
    expect(tellsOf(items)).toEqual([['OPS-FAMILY:EP:10167109'], [], []]);
    const [told] = besideOf(items);
    expect(told?.rows.patent_family_members).toHaveLength(5);
    expect(told?.rows.patent_events).toEqual([
      {
        patent: 'EP:10167109',
        event: 'overseas_grant',
        event_on: '2017-05-09',
        country: 'US',
        reference: 'US9648662B2',
      },
    ]);
    expect(records[0]?.rows.patent_texts).toMatchObject([
      { title: 'BLUETOOTH NETWORKING', abstract: expect.stringMatching(/^An apparatus enabling/), language: 'en' },
    ]);
    expect(records[0]?.rows.patent_classes).toEqual([
      { scheme: 'ipc', edition: null, symbol: 'H04W84/20' },
      { scheme: 'ipc', edition: null, symbol: 'H04W88/04' },
      { scheme: 'cpc', edition: null, symbol: 'H04W84/20' },
      { scheme: 'cpc', edition: null, symbol: 'H04W88/04' },
    ]);
    expect(records[2]?.rows.patents).toMatchObject([
      { published_on: '2012-03-08', publication_number: '2012057518', grant_number: '9648662' },
    ]);
    expect(records[2]?.rows.patent_holders?.map(({ name, country }) => [name, country])).toEqual([
      ['HERRALA SAMI', 'FI'],
      ['KYLMÄNEN JARI', 'FI'],
      ['NIEMI JAAKKO', 'FI'],
      ['9SOLUTIONS OY', 'FI'],
    ]);
  });

  it('reads legal events', async () => {
    const items = await read(sample('ops-get_family_with_legal.xml'));
    expect(tellsOf(items)).toEqual([
      ['OPS-LEGAL:EP:10167109', 'OPS-FAMILY:EP:10167109'],
      ['OPS-LEGAL:CA:2744162'],
      ['OPS-LEGAL:US:13167395'],
    ]);
    const [european, whole, canadian, american] = besideOf(items);
    const words = (european?.rows.patent_events ?? []).map(({ event }) => event);
    expect([words.length, words.filter((one) => one === 'lapse').length]).toEqual([69, 32]);
    expect(whole?.rows.patent_events?.map(({ event }) => event)).toEqual(['overseas_grant']);
    expect([european, canadian, american].map((one) => one?.stateOn)).toEqual([
      '2025-07-30',
      '2017-08-06',
      '2025-07-21',
    ]);
    expect(american?.rows.patent_statements).toEqual([{ kind: 'legal', told_by: 'OPS', patent: 'US:13167395' }]);
    expect(canadian?.rows.patent_events).toMatchObject([
      { event: 'other', event_on: '2017-06-23', country: 'CA', event_as_given: 'FZDE' },
    ]);
    expect(american?.rows.patent_events?.map((one) => [one.event_as_given, one.event, one.event_on])).toEqual([
      ['AS', 'transfer', '2011-10-31'],
      ['STCF', 'other', '2017-04-19'],
      ['MAFP', 'other', '2020-10-20'],
      ['MAFP', 'other', '2024-10-29'],
      ['FEPP', 'other', '2025-07-21'],
    ]);
    expect(american?.rows.patent_events?.[0]).toMatchObject({
      from_parties: 'HERRALA, SAMI;KYLMANEN, JARI;NIEMI, JAAKO',
      to_parties: '9SOLUTIONS OY, FINLAND',
      reference: '027221/0655',
    });
  });
});
