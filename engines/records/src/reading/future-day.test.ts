import { describe, expect, it } from 'vitest';
import { bytesSource, collect, fileSource, places, quarantinedOf, sharedFile } from '../../test/sources.js';
import { grant } from '../../test/uspto-documents.js';
import { readDocdb } from './docdb/read-docdb.js';
import { readGiRegister } from './gi-register/read-gi-register.js';
import { readNdjson } from './ndjson/read-ndjson.js';
import { readOps } from './ops/read-ops.js';
import type { ReadItem } from './record.js';
import { readSt66 } from './st66/read-st66.js';
import { readSt96 } from './st96/read-st96.js';
import { readMapping } from './table/read-mapping.js';
import { readTable } from './table/read-table.js';
import { readUspto } from './uspto/read-uspto.js';
import { readUsptoAssignments } from './uspto-assignment/read-uspto-assignments.js';

const faults = (items: readonly ReadItem[]) =>
  quarantinedOf(items).map(({ code, field, found, expected }) => [code, field, found, expected]);
const kinds = (items: readonly ReadItem[]) => items.map(({ type }) => type);

describe('days behind the last one on which something can have happened', () => {
  const mapping = readMapping(
    'table: patents\ncolumns: { number: n, filed_on: f, granted_on: g, ceased_on: c }',
    'm.yaml',
  );
  const options = { places, latest: '2023-06-30' };

  it('are at fault in rows, but a right may end on a day to come', async () => {
    const rows = [
      '202310000001,2023-06-30,,2043-06-30',
      '202310000002,2023-07-01,,',
      '202310000003,2023-01-02,2099-01-01,',
    ];
    const table = await collect(readTable(bytesSource(`n,f,g,c\n${rows.join('\n')}`), mapping, options));
    const expected = [
      ['date-wrong', 'filed_on', '2023-07-01', 'a day up to 2023-06-30'],
      ['date-wrong', 'granted_on', '2099-01-01', 'a day up to 2023-06-30'],
    ];
    expect([kinds(table), faults(table)]).toEqual([['record', 'quarantined', 'quarantined'], expected]);
    expect(quarantinedOf(table)[0]).toMatchObject({ line: 3, raw: rows[1] });
    const objects = rows.map((row) => {
      const [n, f, g, c] = row.split(',');
      return JSON.stringify({ n, f, g, c });
    });
    expect(faults(await collect(readNdjson(bytesSource(objects.join('\n')), mapping, options)))).toEqual(expected);
    expect(kinds(await collect(readTable(bytesSource(`n,f,g,c\n${rows[1]}`), mapping, { places })))).toEqual([
      'record',
    ]);
  });

  it('are at fault in documents of the USPTO', async () => {
    const items = await collect(readUspto(bytesSource(grant({})), { latest: '2018-12-31' }));
    expect(faults(items)).toEqual([['date-wrong', 'granted_on', '2020-01-07', 'a day up to 2018-12-31']]);
    expect(kinds(await collect(readUspto(bytesSource(grant({})), { latest: '2020-01-07' })))).toEqual(['record']);
  });

  const real = [
    ['patents-ep/docdb-DE-backfile.xml', readDocdb],
    ['patents-ep/ops-get_biblio.xml', readOps],
    ['patents-ep/ops-get_family.xml', readOps],
    ['trademarks/tsdr-rn2178784-ST-962.2.1.xml', readSt96],
    ['trademarks/tsdr-sn76044902.xml', readSt66],
    ['assignments/assignment_1.xml', readUsptoAssignments],
  ] as const;
  describe.skipIf(sharedFile('patents-ep') === null)('in real files', () => {
    it.each(real)('%s', async (name, read) => {
      const source = () => fileSource(sharedFile(name) ?? '');
      const any = await collect(read(source(), {}));
      expect(await collect(read(source(), { latest: '2026-01-01' }))).toEqual(any);
      const ahead = await collect(read(source(), { latest: '1950-01-01' }));
      expect(ahead.length).toBeGreaterThan(0);
      expect(quarantinedOf(ahead).map(({ code }) => code)).toEqual(ahead.map(() => 'date-wrong'));
    });

    it('the register of geographical indications', async () => {
      const source = () => fileSource(sharedFile('gi/uk_eu_gi_register_3715.json') ?? '');
      const items = await collect(readGiRegister(source(), { latest: '2019-12-31' }));
      const any = await collect(readGiRegister(source(), {}));
      const dated = any.filter((item) => {
        if (item.type !== 'record' || !('group' in item.record)) return false;
        const [row] = item.record.rows.geographical_indications ?? [];
        return [row?.filed_on, row?.published_on, row?.registered_on].some((day) => String(day ?? '') > '2019-12-31');
      });
      expect(dated.length).toBeGreaterThan(0);
      expect(quarantinedOf(items).map(({ position }) => position)).toEqual(dated.map(({ position }) => position));
    });
  });
});
