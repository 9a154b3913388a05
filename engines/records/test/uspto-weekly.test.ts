import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadItem } from '../src/reading/record.js';
import { readUspto } from '../src/reading/uspto/read-uspto.js';
import { usptoCoverage } from '../src/reading/uspto/uspto-coverage.js';
import { bytesSource, collect, fileSource, recordsOf, sharedFile } from './sources.js';
import { tenRecords } from './ten-records.js';

const names = [
  'ipg050104.small.xml',
  'ipg070102.small.xml',
  'ipg090106.small.xml',
  'ipg110104.small.xml',
  'ipg130416.small.xml',
  'ipg120327.196-design.xml',
];
const folder = sharedFile('patents-us');

describe.skipIf(folder === null)('weekly files of the USPTO', () => {
  const read = new Map<string, ReadItem[]>();

  beforeAll(async () => {
    for (const name of names) read.set(name, await collect(readUspto(fileSource(`${folder}/${name}`), { file: name })));
  });

  it('hold 324 documents: 321 records and 3 sequence listings', () => {
    const items = [...read.values()].flat();
    expect(items).toHaveLength(324);
    expect(recordsOf(items)).toHaveLength(321);
    expect(items.filter((item) => item.type === 'ignored').map((item) => item.reason)).toEqual(
      Array.from({ length: 3 }, () => 'sequence-cwu'),
    );
  });

  it('are 115 inventions and 206 designs, each with its own number', () => {
    const records = recordsOf([...read.values()].flat()).map(({ record }) => record);
    const count = (kind: string) => records.filter((record) => record.kind === kind).length;
    expect([count('invention'), count('design')]).toEqual([115, 206]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(321);
  });

  it.each(tenRecords)('read $record.id as its XML stands ($file)', ({ file, position, record }) => {
    const found = recordsOf(read.get(file) ?? []).find((item) => item.position === position);
    expect(found?.record).toEqual(record);
  });

  it('begin every record at its XML declaration', () => {
    for (const [name, items] of read) {
      const bytes = readFileSync(`${folder}/${name}`);
      const starts = [...bytes.toString('latin1').matchAll(/<\?xml /g)].map(({ index }) => index);
      expect(items.map(({ position }) => position)).toEqual(starts);
    }
  });

  it('cover the grants of their issue date in part', () => {
    const records = recordsOf(read.get('ipg070102.small.xml') ?? []).map(({ record }) => record);
    const source = 'ipg070102.small.xml';
    expect(usptoCoverage({ grantedOn: records.map(({ grantedOn }) => grantedOn), dataset: 'real', source })).toEqual([
      {
        table: 'patents',
        office: 'US',
        dataset: 'real',
        event: 'granted',
        kinds: null,
        areas: null,
        from: '2007-01-02',
        to: '2007-01-02',
        inForceFrom: null,
        completeness: 'partial',
        source,
      },
    ]);
  });

  it.each([7, 64, 65_536])('are the same in chunks of %i bytes', async (size) => {
    const bytes = readFileSync(`${folder}/ipg070102.small.xml`).subarray(0, 120_000);
    const cut = bytes.lastIndexOf('<?xml ');
    const whole = await collect(readUspto(bytesSource(bytes.subarray(0, cut), cut)));
    expect(whole.length).toBeGreaterThan(5);
    expect(await collect(readUspto(bytesSource(bytes.subarray(0, cut), size)))).toEqual(whole);
  });

  it('of applications tell publication and no grant', async () => {
    const items = await collect(readUspto(fileSource(`${folder}/ipa130117.one.xml`)));
    const [first] = recordsOf(items).map(({ record }) => record);
    expect(items).toHaveLength(2);
    expect(first).toMatchObject({
      id: 'US:13181579',
      kind: 'invention',
      filedOn: '2011-07-13',
      publishedOn: '2013-01-17',
      publicationNumber: '20130014308',
      grantNumber: null,
      grantedOn: null,
      outcome: null,
      stateOn: '2013-01-17',
      claimCount: null,
      title: 'TYPING-MATE',
    });
    expect(first?.holders).toEqual([
      {
        name: 'Feliciano, Yennifer',
        country: 'US',
        address: 'Kissimmee, FL, US',
        area: 'US-FL',
        fromOn: null,
        toOn: null,
      },
    ]);
    const grantedOn = recordsOf(items).map(({ record }) => record.grantedOn);
    expect(usptoCoverage({ grantedOn, dataset: 'real', source: 'a' })).toEqual([]);
  });

  it('of versions 4.0 to 4.5 load: eight documents of the samples', async () => {
    const samples = `${folder}/uspto-samples/PatentDocument/resources/samples`;
    const files = [
      'xml2004/US06859910.xml',
      'xml2004/US06970935.xml',
      'xml2006/US07272630B2.xml',
      'xml2014/US08926509.xml',
      'xml2014/US08927118.xml',
      'xml2014/US08930553.xml',
      'xmlApp2004/US20050004437A1.xml',
      'xmlApp2004/US20050004974A1.xml',
    ];
    const items = (await Promise.all(files.map((file) => collect(readUspto(fileSource(`${samples}/${file}`)))))).flat();
    expect(recordsOf(items)).toHaveLength(8);
    const combined = recordsOf(items).find(({ record }) => record.grantNumber === '08926509')?.record;
    expect(combined?.classes.filter(({ scheme }) => scheme === 'cpc')[0]).toEqual({
      scheme: 'cpc',
      edition: '2013.01',
      symbol: 'A61B5/0205',
    });
  });
});
