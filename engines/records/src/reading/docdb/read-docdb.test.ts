import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, collectUntilFault, quarantinedOf, sharedFile } from '../../../test/sources.js';
import type { ReadItem } from '../record.js';
import type { SourceRecord } from '../source-record.js';
import { readDocdb } from './read-docdb.js';

const read = (text: string | Buffer, chunk?: number) => collect(readDocdb(bytesSource(text, chunk), { file: 'd.xml' }));
const recordsOf = (items: readonly ReadItem[]): SourceRecord[] =>
  items.flatMap((item) => (item.type === 'record' && 'group' in item.record ? [item.record] : []));
const besideOf = (items: readonly ReadItem[]): SourceRecord[] =>
  items.flatMap((item) => (item.type === 'record' ? (item.beside ?? []) : []));
const ids = (items: readonly ReadItem[]) => recordsOf(items).map(({ id }) => id);

interface DocumentParts {
  readonly number?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly attributes?: string;
  readonly filed?: string;
  readonly more?: string;
}

function document({
  number = '100',
  kind = 'A1',
  date = '20200102',
  attributes = '',
  filed,
  more = '',
}: DocumentParts) {
  const application =
    filed ?? `<country>EP</country><doc-number>${number}</doc-number><kind>A</kind><date>20190301</date>`;
  return `<exch:exchange-document country="EP" doc-number="${number}" kind="${kind}" date-publ="${date}" family-id="7" ${attributes}><exch:bibliographic-data><exch:application-reference data-format="docdb"><document-id>${application}</document-id></exch:application-reference><exch:invention-title lang="en">T</exch:invention-title>${more}</exch:bibliographic-data></exch:exchange-document>`;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n<exch:exchange-documents xmlns:exch="e">';
const file = (...documents: string[]) => `${head}${documents.join('\n')}</exch:exchange-documents>\n`;

describe('readDocdb', () => {
  it('reads every document as a state of its application, dated by its publication', async () => {
    const items = await read(file(document({}), document({ kind: 'B1', date: '20220103' })));
    expect(items.map(({ position }) => position)).toEqual([head.length, head.length + document({}).length + 1]);
    expect(recordsOf(items)).toMatchObject([
      {
        group: 'patents',
        id: 'EP:100',
        stateOn: '2020-01-02',
        rows: {
          patents: [{ published_on: '2020-01-02', publication_number: '100', grant_number: null, kind_as_given: 'A1' }],
          patent_states: [{ outcome: null, granted_on: null }],
        },
      },
      {
        id: 'EP:100',
        stateOn: '2022-01-03',
        rows: {
          patents: [{ published_on: null, publication_number: null, grant_number: '100', kind_as_given: 'B1' }],
          patent_states: [{ outcome: 'granted', granted_on: '2022-01-03' }],
        },
      },
    ]);
  });

  it('believes the days of publication before and with the grant over the kind', async () => {
    const day = (name: string, date: string) =>
      `<exch:${name}><document-id><date>${date}</date></document-id></exch:${name}>`;
    const both = `${day('unexamined-printed-without-grant', '20200102')}${day('printed-with-grant', '20211231')}`;
    const more = `<exch:dates-of-public-availability>${both}</exch:dates-of-public-availability>`;
    const [record] = recordsOf(await read(file(document({ kind: 'B2', date: '20220103', more }))));
    expect(record?.rows.patents).toMatchObject([{ published_on: '2020-01-02', grant_number: '100' }]);
    expect(record?.rows.patent_states).toEqual([{ outcome: 'granted', granted_on: '2021-12-31' }]);
  });

  it('knows a grant without its day: an amended specification', async () => {
    const [record] = recordsOf(await read(file(document({ kind: 'B2' }))));
    expect(record?.rows.patent_states).toEqual([{ outcome: 'granted', granted_on: null }]);
  });

  it('takes the earliest priority and leaves the application itself out', async () => {
    const claim = (number: string, date: string, link = '') =>
      `<exch:priority-claim data-format="docdb"><document-id><country>EP</country><doc-number>${number}</doc-number><kind>A</kind><date>${date}</date></document-id>${link}</exch:priority-claim>`;
    const own = `<exch:priority-claims>${claim('100', '20190301')}</exch:priority-claims>`;
    const others = `<exch:priority-claims>${claim('98', '20180801')}${claim('97', '20180401', '<exch:priority-linkage-type>W</exch:priority-linkage-type>')}</exch:priority-claims>`;
    const records = recordsOf(await read(file(document({ more: own }), document({ more: others }))));
    expect(records.map(({ rows }) => [rows.patents?.[0]?.priority_on, rows.patents?.[0]?.route])).toEqual([
      [null, null],
      ['2018-04-01', 'pct'],
    ]);
  });

  it('ignores deleted documents and reads amended ones', async () => {
    const items = await read(file(document({ attributes: 'status="D"' }), document({ attributes: 'status="A"' })));
    expect(items[0]).toEqual({ type: 'ignored', reason: 'deleted', position: head.length });
    expect(ids(items)).toEqual(['EP:100']);
  });

  it('quarantines single documents at fault and goes on', async () => {
    const broken = document({}).replace('</exch:invention-title>', '</exch:title>');
    const china = '<country>CN</country><doc-number>2016103113801</doc-number><kind>A</kind>';
    const items = await read(
      file(
        broken,
        document({ filed: '' }),
        document({ filed: china }),
        document({ date: '20200230' }),
        document({ more: '<x>&bomb;</x>' }),
        document({ number: '101' }),
      ),
    );
    expect(quarantinedOf(items).map(({ code, field, found }) => [code, field, found])).toEqual([
      ['xml-malformed', null, expect.stringContaining('unexpected close tag')],
      ['field-missing', 'number', null],
      ['check-digit-wrong', 'number', '2016103113801'],
      ['date-wrong', 'published_on', '20200230'],
      ['xml-malformed', null, expect.stringContaining('undefined entity')],
    ]);
    expect(quarantinedOf(items)[0]).toMatchObject({ position: head.length, line: null, raw: broken });
    expect(ids(items)).toEqual(['EP:101']);
  });

  it('never acts on a DOCTYPE', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>';
    const text = (reference: string) =>
      file(document({ more: `<exch:x>${reference}</exch:x>` })).replace('?>\n', `?>${bomb}`);
    for (const reference of ['&b;', '&c;']) {
      expect(quarantinedOf(await read(text(reference)))).toMatchObject([{ code: 'xml-malformed' }]);
    }
    const outside = text('').replace('</exch:exchange-documents>', '&b;</exch:exchange-documents>');
    await expect(read(outside)).rejects.toMatchObject({ code: 'xml-malformed' });
  });

  it.each([1, 7, 64, 65_536])('throws file-truncated the same in chunks of %i bytes', async (size) => {
    const whole = file(document({}), document({ number: '101' }));
    const second = head.length + document({}).length + 1;
    const cuts = [
      [second + 40, second, ['EP:100']],
      [second + 3, second, ['EP:100']],
      [second + 300, second, ['EP:100']],
      [whole.length - 4, whole.length - 4, ['EP:100', 'EP:101']],
      [30, 30, []],
      [head.length - 9, 39, []],
    ] as const;
    for (const [length, byte, complete] of cuts) {
      const text = whole.slice(0, length);
      const strict = await collectUntilFault(readDocdb(bytesSource(text, size), { file: 'd.xml' }));
      expect(strict).toMatchObject({
        items: [],
        fault: { code: 'file-truncated', detail: { place: { path: 'd.xml', byte } } },
      });
      const kept = await collectUntilFault(readDocdb(bytesSource(text, size), { keepComplete: true }));
      expect(ids(kept.items)).toEqual(complete);
    }
  });

  it('refuses files that are empty, of another encoding, malformed or of another kind', async () => {
    const refused = async (text: string | Buffer) => (await collectUntilFault(readDocdb(bytesSource(text)))).fault;
    expect(await refused('')).toMatchObject({ code: 'file-empty' });
    expect(await refused('\ufeff \n')).toMatchObject({ code: 'file-empty' });
    expect(await refused(file(document({})).replace('UTF-8', 'ISO-8859-1'))).toMatchObject({ code: 'encoding-wrong' });
    expect(await refused(Buffer.from(file(document({})), 'utf16le'))).toMatchObject({ code: 'xml-malformed' });
    expect(await refused('<other></other>')).toMatchObject({ code: 'format-unknown', detail: { found: 'other' } });
    expect(await refused(`${document({})}${document({})}`)).toMatchObject({ code: 'xml-malformed' });
    expect(await refused(file(document({})).replace('</exch:exchange-documents>', '</exch:other>'))).toMatchObject({
      code: 'xml-malformed',
      detail: { place: { byte: head.length + document({}).length } },
    });
  });

  it('quarantines a document longer than can be held', async () => {
    const long = document({ more: `<exch:x>${'a'.repeat(17 * 1024 * 1024)}</exch:x>` });
    const items = await read(file(long, document({ number: '101' })), 1024 * 1024);
    expect(quarantinedOf(items)).toMatchObject([{ code: 'value-wrong', position: head.length }]);
    expect(ids(items)).toEqual(['EP:101']);
  });

  it('hands over batches of the size asked for', async () => {
    const sizes: number[] = [];
    const text = file(document({}), document({}), document({}));
    for await (const batch of readDocdb(bytesSource(text), { batchSize: 2 })) sizes.push(batch.length);
    expect(sizes).toEqual([2, 1]);
  });
});

const samples = [
  'docdb-AP-1206-A_302101161.xml',
  'docdb-DE-backfile.xml',
  'docdb-WO-2022259205-A1_544370561.xml',
  'docdb-WO-2023012807-A1_507242069.xml',
  'docdb-YU-6701-A_381353354.xml',
];
const shared = sharedFile('patents-ep');

describe.skipIf(shared === null)('readDocdb on the samples', () => {
  const sample = (name: string) => readFileSync(`${shared}/${name}`);

  it('reads a document that says it came with the grant, its family beside it', async () => {
    const items = await read(sample('docdb-AP-1206-A_302101161.xml'));
    const [record] = recordsOf(items);
    expect(record).toMatchObject({
      id: 'AP:2000001988',
      office: 'AP',
      dataset: 'real',
      number: '2000001988',
      numberAsGiven: '2000001988',
      stateOn: '2003-09-18',
    });
    expect(record?.rows.patents).toEqual([
      {
        kind: 'invention',
        kind_as_given: 'A',
        route: 'pct',
        filed_on: '1998-08-04',
        priority_on: '1998-05-22',
        published_on: null,
        publication_number: null,
        grant_number: '1206',
        family: '22179393',
      },
    ]);
    expect(record?.rows.patent_states).toEqual([{ outcome: 'granted', granted_on: '2003-09-18' }]);
    expect(record?.rows.patent_texts).toEqual([
      {
        title: 'Enteric coated pharmaceutical composition and method of manufacturing.',
        abstract: expect.stringMatching(/^A high drug load enteric .* pharmaceutical composition is disclosed\.$/),
        language: 'en',
      },
    ]);
    expect(record?.rows.patent_holders).toEqual([
      { name: 'BRISTOL MYERS SQUIBB CO', country: 'US', address: null, area: 'US', from_on: null, to_on: null },
    ]);
    const [ipc, old, cpc] = [
      ['A61K9/16', 'A61K9/32', 'A61K9/48', 'A61K9/50', 'A61K9/54', 'A61K9/62', 'A61K9/64', 'A61K31/22', 'A61K31/522'],
      ['A61K9/16'],
      ['A61K9/5026', 'A61K9/16', 'A61K9/1652', 'A61K9/485', 'A61K9/501', 'A61K9/5015', 'A61K9/5073'],
    ];
    const more = [
      'A61K31/704',
      'A61K31/7048',
      'A61K31/708',
      'A61K47/02',
      'A61K47/14',
      'A61K47/32',
      'A61K47/36',
      'A61K47/38',
      'A61P31/18',
    ];
    expect(record?.rows.patent_classes).toEqual([
      ...[...ipc, ...more].map((symbol) => ({ scheme: 'ipc', edition: '2006.01', symbol })),
      ...old.map((symbol) => ({ scheme: 'ipc', edition: '7', symbol })),
      ...cpc.map((symbol) => ({ scheme: 'cpc', edition: '2013.01', symbol })),
      { scheme: 'cpc', edition: '2018.01', symbol: 'A61P31/18' },
    ]);
    const [told] = besideOf(items);
    expect(told).toMatchObject({
      group: 'patent_statements',
      id: 'DOCDB-FAMILY:22179393',
      stateOn: '2022-10-27',
      rows: { patent_statements: [{ kind: 'family', told_by: 'DOCDB', patent: 'AP:2000001988' }], patent_events: [] },
    });
    const members = told?.rows.patent_family_members ?? [];
    expect(new Set(members.map((one) => `${one.office} ${one.application_number}`)).size).toBe(46);
    expect(members.slice(0, 3)).toEqual(
      [
        ['AP', '2000001988', '1206', 'A'],
        ['AP', '2000001988', '2000001988', 'A0'],
        ['AR', 'P990102435', '017747', 'A1'],
      ].map(([office, application, publication, kind]) => ({
        family: '22179393',
        office,
        application_number: application,
        publication_number: publication,
        publication_kind: kind,
        filed_on: null,
        published_on: null,
      })),
    );
    expect(members.at(-1)).toMatchObject({ office: 'ZA', application_number: '993090', publication_kind: 'B' });
  });

  it('reads an international application, the leading IPC symbol first', async () => {
    const items = await read(sample('docdb-WO-2023012807-A1_507242069.xml'));
    const [record] = recordsOf(items);
    expect(besideOf(items)).toEqual([]);
    expect(record).toEqual({
      group: 'patents',
      id: 'WO:IL2022050854',
      office: 'WO',
      dataset: 'real',
      number: 'IL2022050854',
      numberAsGiven: '2022050854',
      stateOn: '2023-02-09',
      rows: {
        patents: [
          {
            kind: 'invention',
            kind_as_given: 'A1',
            route: 'pct',
            filed_on: '2022-08-05',
            priority_on: '2021-08-06',
            published_on: '2023-02-09',
            publication_number: '2023012807',
            grant_number: null,
            family: '83004620',
          },
        ],
        patent_texts: [
          {
            title: 'METHOD FOR HUMANIZING ANTIBODIES',
            abstract:
              'Provided herein is a method for obtaining a humanized antibody based on a non-human antibody having an affinity to an antigen of interest, that starts from an experimental or model structure, grafts the non-human CDRs oonn aa library of human frameworks and uses restrained/constrained atomistic simulations to relax and rank the designs by energy.',
            language: 'en',
          },
        ],
        patent_states: [{ outcome: null, granted_on: null }],
        patent_classes: [
          ...['C07K16/28', 'C07K16/30', 'C07K16/40', 'C07K16/46'].map((symbol) => ['ipc', '2006.01', symbol]),
          ...['C07K16/464', 'C07K16/2863', 'C07K16/3069', 'C07K16/40', 'C07K16/462'].map((one) => [
            'cpc',
            '2013.01',
            one,
          ]),
          ...['C07K2317/24', 'C07K2317/55', 'C07K2317/92', 'C07K2317/94'].map((one) => ['cpc', '2013.01', one]),
        ].map(([scheme, edition, symbol]) => ({ scheme, edition, symbol })),
        patent_holders: [
          { name: 'YEDA RES & DEV', country: 'IL', address: null, area: 'IL', from_on: null, to_on: null },
        ],
      },
    });
  });

  it('reads the documents of a back file; a German B of 1968 is no grant', async () => {
    const bytes = sample('docdb-DE-backfile.xml');
    const items = await read(bytes);
    expect(ids(items)).toEqual(
      [
        'B0077613',
        'B0080703',
        'G0034437',
        'T0021429',
        'S0073067',
        'A0044733',
        'E0028041',
        'G0037101',
        'B0074388',
        'S0100336',
      ].map((number) => `DE:${number}`),
    );
    for (const { position } of items) {
      expect(bytes.toString('latin1', position, position + 24)).toBe('<exch:exchange-document ');
    }
    expect(recordsOf(items)[5]).toMatchObject({
      stateOn: '1968-01-04',
      rows: {
        patents: [
          {
            kind: 'invention',
            kind_as_given: 'B',
            route: null,
            filed_on: '1963-12-07',
            priority_on: '1962-12-11',
            published_on: '1968-01-04',
            publication_number: '1258193',
            grant_number: null,
            family: '8792589',
          },
        ],
        patent_texts: [{ title: 'Verfahren zum Betrieb einer Gasturbinenanlage', abstract: null, language: 'de' }],
        patent_states: [{ outcome: null, granted_on: null }],
        patent_classes: [
          { scheme: 'ipc', edition: '2006.01', symbol: 'F02C3/30' },
          { scheme: 'ipc', edition: '2006.01', symbol: 'F23R3/28' },
          { scheme: 'cpc', edition: '2013.01', symbol: 'F02C3/30' },
          { scheme: 'cpc', edition: '2013.01', symbol: 'F02C3/305' },
          { scheme: 'cpc', edition: '2013.01', symbol: 'F23R3/28' },
        ],
        patent_holders: [{ name: 'BBC BROWN BOVERI & CIE', country: null, area: 'XX' }],
      },
    });
  });

  it('reads a document whose original text names characters by entities', async () => {
    const [record] = recordsOf(await read(sample('docdb-YU-6701-A_381353354.xml')));
    expect(record).toMatchObject({
      id: 'YU:6701',
      rows: {
        patents: [{ priority_on: '1998-07-30', filed_on: '1999-06-02', published_on: '2003-12-31' }],
        patent_texts: [{ abstract: expect.stringMatching(/^Tricyclic sulfonamide compounds/), language: 'en' }],
      },
    });
  });

  it.each(samples)('reads %s the same whatever the chunks', async (name) => {
    const whole = await read(sample(name));
    expect(quarantinedOf(whole)).toEqual([]);
    expect(whole).toHaveLength(name.includes('backfile') ? 10 : 1);
    for (const size of [1, 7, 64]) expect(await read(sample(name), size)).toEqual(whole);
  });
});
