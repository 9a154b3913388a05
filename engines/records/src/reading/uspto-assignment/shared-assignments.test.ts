import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, fileSource, sharedFile } from '../../../test/sources.js';
import type { ReadItem } from '../record.js';
import { openInterests } from './open-interests.js';
import { readUsptoAssignments } from './read-uspto-assignments.js';

const files = [1, 2, 3].map((number) => sharedFile(`assignments/assignment_${number}.xml`));

describe.skipIf(files.includes(null))('the sample assignments', () => {
  const [first = '', second = '', third = ''] = files.map((file) => file ?? '');
  const read = (file: string) => collect(readUsptoAssignments(fileSource(file)));
  const deeds = (items: readonly ReadItem[]) =>
    items.flatMap((item) => (item.type === 'record' && 'group' in item.record ? [item.record] : []));

  it('reads nine deeds about one company', async () => {
    const items = await read(third);
    const records = deeds(items);
    expect([items.length, records.length]).toEqual([9, 9]);
    const rows = records.map(({ number, rows: { recordals = [], patent_events: events = [] } }) => {
      const [deed] = recordals;
      return [deed?.recorded_on, number, deed?.kind, deed?.refers_to, deed?.executed_on, deed?.pages, events.length];
    });
    expect(rows.sort((one, other) => (`${one[0]} ${one[1]}` < `${other[0]} ${other[1]}` ? -1 : 1))).toEqual([
      ['2014-05-09', '032861/0806', 'assignment', null, '2014-02-24', 6, 1],
      ['2019-01-08', '049342/0819', 'security_interest', null, '2019-01-07', 12, 39],
      ['2019-01-09', '048041/0605', 'security_interest', null, '2019-01-09', 12, 39],
      ['2019-04-08', '048818/0520', 'security_interest', null, '2019-01-07', 12, 39],
      ['2019-05-07', '049107/0392', 'security_interest', null, '2019-05-07', 16, 44],
      ['2019-05-07', '049109/0610', 'release', '048818/0520', '2019-05-07', 11, 44],
      ['2019-05-07', '049110/0319', 'release', '048041/0605', '2019-05-07', 11, 44],
      ['2019-05-08', '049111/0583', 'security_interest', null, '2019-05-07', 15, 44],
      ['2021-06-30', '057434/0429', 'security_interest', null, '2021-06-24', 19, 85],
    ]);
    expect(records.find(({ number }) => number === '032861/0806')).toMatchObject({
      id: 'US:032861/0806',
      numberAsGiven: '32861/806',
      stateOn: '2014-10-06',
      rows: {
        recordals: [
          { from_parties: 'BROUSSARD, JOEL; MCPHERSON, JEFF; KURTZ, ROBERT', to_parties: 'US WELL SERVICES LLC' },
        ],
        patent_events: [{ patent: 'US:14190982', event: 'transfer', event_on: '2014-05-09', reference: '032861/0806' }],
      },
    });
  });

  it('leaves four interests open', async () => {
    expect(openInterests(deeds(await read(third))).map(({ number }) => number)).toEqual([
      '049342/0819',
      '049107/0392',
      '049111/0583',
      '057434/0429',
    ]);
  });

  it('reads a nunc pro tunc assignment of five patents and one of five inventors', async () => {
    const [record] = deeds(await read(first));
    expect(record?.rows.recordals?.[0]).toMatchObject({ kind: 'assignment', recorded_on: '2006-09-14' });
    expect(record?.rows.patent_events?.map(({ patent }) => patent)).toEqual([
      'US:10628795',
      'US:11400674',
      'US:09210491',
      'US:09705446',
      'US:09266394',
    ]);
    const [other] = deeds(await read(second));
    expect(other).toMatchObject({ id: 'US:043433/0231', stateOn: '2018-04-26' });
    expect(other?.rows.recordals?.[0]).toMatchObject({
      executed_on: '2017-05-17',
      from_parties: 'LIU, WENJUN; RAMM, ROBERT JAMES; TEPE, ALAN DAVID; CAMPBELL, COLIN KENNETH; SASARIDIS, DINO',
    });
  });

  it('gives the first byte of each deed, whatever the chunks', async () => {
    const bytes = readFileSync(third);
    const starts: number[] = [];
    for (let at = bytes.indexOf('<doc>'); at >= 0; at = bytes.indexOf('<doc>', at + 1)) starts.push(at);
    const items = await read(third);
    expect(items.map(({ position }) => position)).toEqual(starts);
    for (const size of [1, 7, 64, 65_536]) {
      expect(await collect(readUsptoAssignments(bytesSource(bytes, size)))).toEqual(items);
    }
  });
});
