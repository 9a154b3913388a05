import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, collectUntilFault, quarantinedOf } from '../../../test/sources.js';
import { rawLimit } from '../raw-record.js';
import type { ReadItem } from '../record.js';
import type { SourceRecord } from '../source-record.js';
import { readUsptoAssignments } from './read-uspto-assignments.js';

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<response>\n<lst name="responseHeader"><int name="status">0</int></lst>\n';
const list = (name: string, values: readonly string[], tag = 'str') =>
  `<arr name="${name}">${values.map((value) => `<${tag}>${value}</${tag}>`).join('')}</arr>`;

interface Deed {
  reel?: string;
  frame?: string;
  recorded?: string;
  text?: string;
  more?: string;
}

/** A deed as the search writes it, cut down to what a test is about. */
function doc({
  reel = '48818',
  frame = '520',
  recorded = '2019-04-08T05:00:00Z',
  text = 'SECURITY INTEREST',
  more,
}: Deed) {
  return `<doc><str name="id">${reel}-${frame}</str><str name="reelNo">${reel}</str><str name="frameNo">${frame}</str>
<date name="lastUpdateDate">2021-11-23T07:00:26Z</date><str name="purgeIndicator">N</str>
<date name="recordedDate">${recorded}</date><str name="pageCount">12</str><str name="conveyanceText">${text}</str>
${more ?? list('applNum', ['14190982'])}</doc>`;
}

const answer = (...docs: string[]) =>
  `${head}<result name="response" numFound="${docs.length}" start="0">${docs.join('\n')}</result>
<lst name="highlighting"><arr name="reelNo"/></lst></response>\n`;
const read = (text: string | Buffer, chunk?: number) =>
  collect(readUsptoAssignments(bytesSource(text, chunk), { file: 'a.xml' }));
const readUntilFault = (text: string | Buffer, chunk?: number) =>
  collectUntilFault(readUsptoAssignments(bytesSource(text, chunk), { file: 'a.xml', keepComplete: true }));

function deeds(items: readonly ReadItem[]): SourceRecord[] {
  return items.flatMap((item) => (item.type === 'record' && 'group' in item.record ? [item.record] : []));
}

const numbers = (items: readonly ReadItem[]) => deeds(items).map(({ number }) => number);
const [first, second] = [doc({}), doc({ reel: '49109', frame: '610', text: 'RELEASE OF REEL 48818/FRAME 520' })];

describe('readUsptoAssignments', () => {
  it('reads a deed and what it does to each right', async () => {
    const more = [
      list('patAssignorName', ['WELLS &amp; CO, LLC', 'DOE, JANE']),
      list('patAssignorExDate', ['2019-01-07T05:00:00Z', '0001-01-01T00:00:00Z', '2019-01-05T23:59:59Z'], 'date'),
      list('patAssigneeName', ['<![CDATA[BANK <1>]]>']),
      list('applNum', ['14190982', 'NULL', '09210491']),
      list('patNum', ['8789601', 'RE47500', 'NULL']),
    ].join('\n');
    const items = await read(answer(doc({ more })));
    const parties = { from_parties: 'WELLS & CO, LLC; DOE, JANE', to_parties: 'BANK <1>' };
    const event = {
      event: 'pledge',
      event_on: '2019-04-08',
      ...parties,
      reference: '048818/0520',
      event_as_given: 'SECURITY INTEREST',
    };
    expect(items).toEqual([
      {
        type: 'record',
        position: Buffer.byteLength(answer(doc({ more })).split('<doc>')[0] ?? ''),
        record: {
          group: 'recordals',
          id: 'US:048818/0520',
          office: 'US',
          dataset: 'real',
          number: '048818/0520',
          numberAsGiven: '48818/520',
          stateOn: '2021-11-23',
          rows: {
            recordals: [
              {
                kind: 'security_interest',
                kind_as_given: 'SECURITY INTEREST',
                recorded_on: '2019-04-08',
                executed_on: '2019-01-05',
                ...parties,
                refers_to: null,
                pages: 12,
              },
            ],
            patent_events: [
              { patent: 'US:14190982', ...event },
              { patent: 'RE47500', ...event },
              { patent: 'US:09210491', ...event },
            ],
          },
        },
      },
    ]);
  });

  it.each([
    [
      'TERMINATION AND RELEASE OF AGREEMENT RECORDED AT REEL 48818/FRAME 520',
      'release',
      'pledge_release',
      '048818/0520',
    ],
    ['RELEASE OF REEL/FRAME 48818/0520 AND 048041/605', 'release', 'pledge_release', '048818/0520; 048041/0605'],
    ['RELEASE BY SECURED PARTY', 'release', 'pledge_release', null],
    ['ASSIGNMENT PREVIOUSLY AT REEL 48818/FRAME 520', 'assignment', 'transfer', null],
    ['MERGER', 'merger', 'transfer', null],
    ['CHANGE OF NAME', 'name_change', 'other', null],
  ])('reads %s', async (text, kind, event, refersTo) => {
    const [record] = deeds(await read(answer(doc({ text }))));
    expect(record?.rows.recordals?.[0]).toMatchObject({ kind, refers_to: refersTo, kind_as_given: text });
    expect(record?.rows.patent_events?.[0]).toMatchObject({ event, event_on: '2019-04-08', event_as_given: text });
  });

  it.each([
    ['2021-06-30T04:00:00Z', '2021-06-30'],
    ['2021-06-30T23:59:59-11:00', '2021-06-30'],
    ['2021-06-30', '2021-06-30'],
    ['0001-01-01T00:00:00Z', null],
    ['NULL', null],
  ])('keeps the calendar day of %s as written', async (recorded, day) => {
    const [record] = deeds(await read(answer(doc({ recorded }))));
    expect(record?.rows.recordals?.[0]?.recorded_on).toBe(day);
    expect(record?.rows.patent_events?.[0]?.event_on).toBe(day);
  });

  it.each([
    [{ recorded: '2023-02-29T05:00:00Z' }, 'date-wrong', 'recorded_on', '2023-02-29T05:00:00Z'],
    [{ recorded: '06/30/2021' }, 'date-wrong', 'recorded_on', '06/30/2021'],
    [{ more: list('patAssignorExDate', ['2019-13-01']) }, 'date-wrong', 'executed_on', '2019-13-01'],
    [{ reel: 'NULL' }, 'field-missing', 'number', null],
    [{ frame: '' }, 'field-missing', 'number', null],
    [{ reel: '1234567' }, 'number-wrong', 'number', '1234567/520'],
    [{ more: list('applNum', ['14190982', 'NULL']) }, 'field-missing', 'patent', null],
    [
      { more: list('applNum', ['14190982', '14190983']) + list('patNum', ['8789601']) },
      'value-wrong',
      'patent',
      'applNum 2, patNum 1, publNum 0, pctNum 0, intlRegNum 0',
    ],
    [{ more: '<str name="pageCount">many</str>' }, 'value-wrong', 'pages', 'many'],
  ] as const)('quarantines %j, the others load', async (changes, code, field, found) => {
    const given = 'more' in changes && changes.more.includes('pageCount') ? withoutPages(doc(changes)) : doc(changes);
    const text = answer(given, second);
    const items = await read(text);
    expect(numbers(items)).toEqual(['049109/0610']);
    const position = text.indexOf('<doc>');
    expect(quarantinedOf(items)).toEqual([
      { type: 'quarantined', position, line: null, code, field, found, expected: expect.any(String), raw: given },
    ]);
  });

  it('ignores deeds that the office took back', async () => {
    const items = await read(answer(first.replace('>N</str>', '>Y</str>'), second));
    expect(items[0]).toMatchObject({ type: 'ignored', reason: 'purged' });
    expect(numbers(items)).toEqual(['049109/0610']);
  });

  it('takes only the deeds of the result, not what looks like one in comments, text or elsewhere', async () => {
    const text = answer(`<!-- ${first} --><document/>`, second.replace('RELEASE', 'RELEASE<![CDATA[<doc>]]>')).replace(
      '<lst name="highlighting">',
      `<lst name="highlighting">${first}`,
    );
    const items = await read(text);
    expect(numbers(items)).toEqual(['049109/0610']);
    expect(items[0]?.position).toBe(text.indexOf('<doc>', text.indexOf('<document/>')));
    for (const size of [1, 7]) expect(await read(text, size)).toEqual(items);
  });

  it('keeps at most 64 KiB of a quarantined deed', async () => {
    const text = answer(doc({ frame: 'x', text: '茶'.repeat(40_000) }), second);
    const [kept] = quarantinedOf(await read(text, 64));
    expect(Buffer.byteLength(kept?.raw ?? '')).toBeGreaterThan(rawLimit - 4);
    expect(Buffer.byteLength(kept?.raw ?? '')).toBeLessThanOrEqual(rawLimit);
  });

  it.each([
    ['inside a deed', (text: string) => text.slice(0, text.lastIndexOf('</doc>')), '<doc'],
    ['inside its end tag', (text: string) => text.slice(0, text.lastIndexOf('</doc>') + 3), '<doc'],
    ['behind the deeds', (text: string) => text.slice(0, text.indexOf('</result>')), null],
  ])('throws file-truncated for a file cut %s', async (_, cut, begins) => {
    const text = cut(answer(first, second));
    const byte = begins === null ? text.length : text.lastIndexOf(begins);
    for (const size of [1, 64, 65_536]) {
      const { items, fault } = await readUntilFault(text, size);
      expect(numbers(items)).toEqual(begins === null ? ['048818/0520', '049109/0610'] : ['048818/0520']);
      expect(fault).toBeInstanceOf(UserFault);
      expect(fault).toMatchObject({
        code: 'file-truncated',
        detail: { place: { path: 'a.xml', byte }, found: `the end of the file at byte ${text.length}` },
      });
    }
    const strict = await collectUntilFault(readUsptoAssignments(bytesSource(text)));
    expect(strict.items).toEqual([]);
  });

  it.each([
    ['an end tag that does not fit', '</date>', '</day>', '>'],
    ['an unknown entity', 'SECURITY INTEREST', 'A &amp; &b; C', 'b; C'],
  ])('throws xml-malformed for %s, with byte, line and column', async (_, from, to, sign) => {
    const broken = doc({ reel: '49111' }).replace(from, to);
    const text = answer(`<!-- 茶 -->${first}`, broken);
    const at = text.indexOf(sign, text.indexOf(to)) + (sign.startsWith('b') ? 1 : 0);
    const before = text.slice(0, at);
    for (const size of [1, 7, 65_536]) {
      const { items, fault } = await readUntilFault(text, size);
      expect(numbers(items)).toEqual(['048818/0520']);
      const place = {
        path: 'a.xml',
        byte: Buffer.byteLength(before),
        line: before.split('\n').length,
        column: at - before.lastIndexOf('\n'),
      };
      expect(fault).toMatchObject({ code: 'xml-malformed', detail: { place } });
    }
  });

  it('hands over the deed that ends right before the damage', async () => {
    const { items, fault } = await readUntilFault(answer(first, '</wrong>'));
    expect(numbers(items)).toEqual(['048818/0520']);
    expect(fault).toMatchObject({ code: 'xml-malformed' });
  });

  it('never acts on a DOCTYPE: internal entities are not expanded, external ones not fetched', async () => {
    const subset =
      '<!DOCTYPE response [<!ENTITY a "xx"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>';
    for (const entity of ['b', 'c']) {
      const text = answer(doc({ text: `&${entity};` })).replace('<response>', `${subset}<response>`);
      await expect(read(text)).rejects.toMatchObject({ code: 'xml-malformed' });
    }
    expect(numbers(await read(answer(first).replace('<response>', `${subset}<response>`)))).toEqual(['048818/0520']);
  });

  it('names the first byte that is not UTF-8, or NUL', async () => {
    const bytes = Buffer.from(answer(first, second));
    const at = bytes.indexOf('RELEASE');
    for (const byte of [0x00, 0xe9, 0x80]) {
      const damaged = Buffer.from(bytes);
      damaged[at] = byte;
      for (const size of [1, 7, 65_536]) {
        const { items, fault } = await readUntilFault(damaged, size);
        expect(numbers(items)).toEqual(['048818/0520']);
        expect(fault).toMatchObject({ code: 'encoding-wrong', detail: { place: { path: 'a.xml', byte: at } } });
      }
    }
    await expect(read(Buffer.from(answer(first), 'utf16le'))).rejects.toMatchObject({ code: 'encoding-wrong' });
    const latin = answer(first).replace('UTF-8', 'ISO-8859-1');
    await expect(read(latin)).rejects.toMatchObject({ code: 'encoding-wrong', detail: { found: 'ISO-8859-1' } });
  });

  it.each(['', '\ufeff', ' \n '])('throws file-empty for %j', async (text) => {
    await expect(read(text, 1)).rejects.toMatchObject({
      code: 'file-empty',
      detail: { place: { path: 'a.xml', byte: 0 } },
    });
  });

  it('refuses another document, and an answer that holds no result', async () => {
    const other = { code: 'format-unknown', detail: { found: 'us-patent-grant', expected: 'response' } };
    await expect(read('<us-patent-grant/>')).rejects.toMatchObject(other);
    const failed = `${head}<lst name="error"><str name="msg">no</str></lst></response>`;
    await expect(read(failed)).rejects.toMatchObject({ code: 'format-unknown' });
    expect(await read(answer())).toEqual([]);
  });

  it('counts positions behind a byte order mark and white space', async () => {
    const text = `\ufeff\n${answer(first)}`;
    const [item] = await read(text, 2);
    expect(item?.position).toBe(Buffer.byteLength(text.split('<doc>')[0] ?? ''));
  });

  it('hands over batches of the size asked for', async () => {
    const sizes: number[] = [];
    const text = answer(first, second, first);
    for await (const batch of readUsptoAssignments(bytesSource(text, 100), { batchSize: 2 })) sizes.push(batch.length);
    expect(sizes).toEqual([2, 1]);
  });

  it('is the same whatever the chunks', async () => {
    const named = doc({ reel: '5', frame: '7', more: list('patAssigneeName', ['茶\u{20000}&#x8336; &lt;doc&gt;']) });
    const text = answer(first, named, doc({ frame: 'x' }), '<doc/>', second).replaceAll('\n', '\r\n');
    const whole = await read(text, text.length * 4);
    expect(whole.map(({ type }) => type)).toEqual(['record', 'record', 'quarantined', 'quarantined', 'record']);
    for (const size of [1, 7, 64, 65_536]) expect(await read(text, size)).toEqual(whole);
  });
});

/** Without the page count that every deed here has. */
function withoutPages(text: string): string {
  return text.replace('<str name="pageCount">12</str>', '');
}
