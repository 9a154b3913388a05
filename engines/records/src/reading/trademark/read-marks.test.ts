import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, collectUntilFault, quarantinedOf } from '../../../test/sources.js';
import { rawLimit } from '../raw-record.js';
import { readSt66 } from '../st66/read-st66.js';
import { readSt96 } from '../st96/read-st96.js';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.wipo.int/standards/XMLSchema/ST96/Trademark';
const open = `<t:TrademarkTransaction xmlns:t="${namespace}"><t:TrademarkBag>`;
const close = '</t:TrademarkBag></t:TrademarkTransaction>';
const mark = (number: string, more = '') =>
  '<t:Trademark><t:RegistrationOfficeCode>US</t:RegistrationOfficeCode><t:ApplicationNumber>' +
  `<t:ApplicationNumberText>${number}</t:ApplicationNumberText></t:ApplicationNumber>${more}</t:Trademark>`;
const word = (text: string) =>
  '<t:MarkRepresentation><t:MarkReproduction><t:WordMarkSpecification><t:MarkVerbalElementText>' +
  `${text}</t:MarkVerbalElementText></t:WordMarkSpecification></t:MarkReproduction></t:MarkRepresentation>`;
const [first, second, third] = [mark('71000001'), mark('71000002'), mark('71000003')];
const whole = (...marks: string[]) => declaration + open + marks.join('') + close;

const batches = (text: string | Buffer, chunk?: number, keepComplete = false) =>
  readSt96(bytesSource(text, chunk), { file: 'm.xml', keepComplete });
const read = (text: string | Buffer, chunk?: number) => collect(batches(text, chunk));
const told = (items: Awaited<ReturnType<typeof read>>) =>
  items.map((item) => (item.type === 'record' ? `${item.position} ${item.record.number}` : item.type));
const textOf = (items: Awaited<ReturnType<typeof read>>) =>
  items.flatMap((item) =>
    item.type === 'record' && 'group' in item.record ? (item.record.rows.trademarks ?? []) : [],
  )[0]?.mark_text;

/** The fault of a file that must not load, and what came before it when whole records are kept. */
async function faultOf(text: string | Buffer, chunk?: number) {
  const strict = await collectUntilFault(batches(text, chunk));
  expect(strict.items).toEqual([]);
  const kept = await collectUntilFault(batches(text, chunk, true));
  expect(kept.fault).toEqual(strict.fault);
  return { fault: strict.fault, kept: told(kept.items) };
}

describe('readMarks', () => {
  it('reads many marks with the byte where each begins, past comments and CDATA that look like marks', async () => {
    const odd = `<!-- é ${first} --><x><![CDATA[${first}]]></x>\r\n`;
    const text = `\ufeff${whole(first, odd, second, third)}`;
    const at = (part: string) => Buffer.byteLength(text.slice(0, text.indexOf(part)));
    const places = [`${at(first)} 71000001`, `${at(second)} 71000002`, `${at(third)} 71000003`];
    for (const size of [1, 2, 3, 7, 64, 65_536]) expect(told(await read(text, size))).toEqual(places);
  });

  it('hands over batches of the size asked for', async () => {
    const sizes: number[] = [];
    for await (const batch of readSt96(bytesSource(whole(first, second, third), 90), { batchSize: 2 }))
      sizes.push(batch.length);
    expect(sizes).toEqual([2, 1]);
  });

  it('gives the same items whatever the chunks', async () => {
    const piece = fc.constantFrom(
      first,
      mark('71000004', word('中文 é 😀')),
      mark('x'),
      '\r\n',
      '<!--<t:Trademark>-->',
      '\r',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.constantFrom(1, 7, 64), async (pieces, size) => {
        const text = whole(...pieces).replace('<t:Trademark>', '<t:Trademark\r\n>');
        expect(await read(text, size)).toEqual(await read(text, 65_536));
      }),
      { numRuns: 40 },
    );
  });

  it('quarantines a mark that lacks what a record needs and goes on', async () => {
    const dated = mark('71000009', '<t:ApplicationDate>2023-02-29-05:00</t:ApplicationDate>');
    const nameless = '<t:Trademark\n a="é"></t:Trademark>';
    const text = whole(first, mark('7100'), dated, nameless, third);
    for (const size of [5, 65_536]) {
      const items = await read(text, size);
      expect(items.map(({ type }) => type)).toEqual(['record', 'quarantined', 'quarantined', 'quarantined', 'record']);
      expect(quarantinedOf(items)).toMatchObject([
        { code: 'number-wrong', field: 'number', found: '7100', raw: mark('7100') },
        { code: 'date-wrong', field: 'filed_on', found: '2023-02-29-05:00', raw: dated, position: text.indexOf(dated) },
        { code: 'field-missing', field: 'office', found: null, raw: nameless, position: text.indexOf(nameless) },
      ]);
    }
  });

  it('keeps at most 64 KiB of a quarantined mark', async () => {
    for (const size of [1000, 1_000_000]) {
      const [{ raw } = { raw: '' }] = quarantinedOf(await read(whole(mark('x', word('中'.repeat(40_000)))), size));
      expect(Buffer.byteLength(raw)).toBeGreaterThan(rawLimit - 4);
      expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(rawLimit);
      expect(raw.endsWith('中')).toBe(true);
    }
  });

  it('names the byte where the unfinished mark begins when the file is cut', async () => {
    const text = whole(first, second);
    const begin = text.indexOf(second);
    for (const end of [begin + 40, begin + second.length - 1]) {
      const { fault, kept } = await faultOf(text.slice(0, end), 30);
      expect(fault).toMatchObject({
        code: 'file-truncated',
        detail: { place: { path: 'm.xml', byte: begin }, found: `the end of the file at byte ${end}` },
      });
      expect(kept).toEqual([`${text.indexOf(first)} 71000001`]);
    }
  });

  it.each(['<?xml', declaration, declaration + open, whole(first).slice(0, -1), `${declaration}${open}\r`])(
    'finds a file cut outside its marks: %j',
    async (text) => {
      const { fault } = await faultOf(text);
      expect(fault).toMatchObject({ code: 'file-truncated', detail: { place: { byte: text.length } } });
    },
  );

  it('finds a file cut inside a character', async () => {
    const text = Buffer.from(declaration + open + first + mark('71000002', word('中')));
    const { fault } = await faultOf(text.subarray(0, text.indexOf('中') + 2), 9);
    expect(fault).toMatchObject({
      code: 'file-truncated',
      detail: { place: { byte: (declaration + open + first).length } },
    });
  });

  it('stops at XML that is not well-formed and names the byte behind it', async () => {
    const broken = mark('71000002', word('é')).replace('</t:MarkReproduction>', '</t:Reproduction>');
    const text = whole(first, broken, third);
    const { fault, kept } = await faultOf(text, 11);
    const wrong = text.slice(0, text.indexOf('</t:Reproduction>') + '</t:Reproduction>'.length);
    expect(fault).toMatchObject({
      code: 'xml-malformed',
      detail: {
        place: { path: 'm.xml', byte: Buffer.byteLength(wrong), line: 2 },
        found: expect.stringContaining('tag'),
      },
    });
    expect(kept).toEqual([`${text.indexOf(first)} 71000001`]);
  });

  it.each([
    ['a bomb', '<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">', 'c'],
    ['an external entity', '<!ENTITY c SYSTEM "file:///etc/hostname">', 'c'],
    ['an external subset', '<!ENTITY % p SYSTEM "http://localhost:9/x.dtd"> %p;', 'nbsp'],
  ])('never expands %s', async (_, subset, entity) => {
    const evil = mark('71000002', word(`&${entity};`));
    const text = whole(first, evil).replace(
      '<t:TrademarkTransaction',
      `<!DOCTYPE t [ ${subset} ]><t:TrademarkTransaction`,
    );
    const { fault, kept } = await faultOf(text, 16);
    expect(fault).toMatchObject({
      code: 'xml-malformed',
      detail: { place: { byte: text.indexOf(evil) + evil.indexOf(';<') + 1 }, found: 'undefined entity' },
    });
    expect(kept).toEqual([`${text.indexOf(first)} 71000001`]);
  });

  it('knows the entities of XML and character references', async () => {
    expect(textOf(await read(whole(mark('71000001', word('A &amp; B &#x2014; <![CDATA[<c>]]>')))))).toBe('A & B — <c>');
  });

  it('refuses bytes that are not UTF-8 with the place of the first, and encodings that are not read', async () => {
    const bytes = Buffer.from(whole(first, mark('71000002', word('CAF\u0001 中'))));
    const wrong = bytes.indexOf(1);
    bytes[wrong] = 0xe9;
    for (const size of [1, 7, 64, 65_536]) {
      const { fault, kept } = await faultOf(bytes, size);
      expect(fault).toMatchObject({ code: 'encoding-wrong', detail: { place: { path: 'm.xml', byte: wrong } } });
      expect(kept).toEqual([`${whole(first).indexOf(first)} 71000001`]);
    }
    const latin = await faultOf(whole(first).replace('UTF-8', 'ISO-8859-1'));
    expect(latin.fault).toMatchObject({ code: 'encoding-wrong', detail: { found: 'ISO-8859-1', place: { byte: 0 } } });
    const wide = await faultOf(Buffer.from(`\ufeff${whole(first)}`, 'utf16le'));
    expect(wide.fault).toMatchObject({ code: 'encoding-wrong', detail: { place: { byte: 0 } } });
  });

  it('refuses NUL bytes with their place', async () => {
    const text = whole(first, mark('71000002', word('a\u0000b')));
    const { fault } = await faultOf(text);
    expect(fault).toMatchObject({ code: 'xml-malformed', detail: { place: { byte: text.indexOf('\u0000') + 1 } } });
  });

  it.each(['', '\ufeff', ' \r\n '])('throws file-empty for %j', async (text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'file-empty',
      detail: { place: { path: 'm.xml', byte: 0 } },
    });
  });

  it('refuses a document of another standard by its namespace', async () => {
    const found = `t:TrademarkTransaction ${namespace}`;
    await expect(collect(readSt66(bytesSource(whole(first))))).rejects.toMatchObject({
      code: 'format-unknown',
      detail: { place: { byte: declaration.length }, found, expected: 'a document of WIPO ST.66' },
    });
  });

  it('loads a field of 10 MB and refuses a mark of more than 32 MiB where it begins', async () => {
    const long = 'x'.repeat(10_000_000);
    expect(textOf(await read(whole(mark('71000001', word(long)))))).toBe(long);
    const text = whole(first, mark('71000002', word('y'.repeat(34_000_000))));
    const { fault, kept } = await faultOf(text);
    expect(fault).toMatchObject({
      code: 'part-too-large',
      detail: { place: { path: 'm.xml', byte: text.indexOf('<t:Trademark>', text.indexOf(first) + 1) } },
    });
    expect(kept).toEqual([`${text.indexOf(first)} 71000001`]);
  });

  it('refuses elements nested without end', async () => {
    const text = whole(first, mark('71000002', '<a>'.repeat(300) + '</a>'.repeat(300)));
    expect((await faultOf(text)).fault).toMatchObject({
      code: 'xml-malformed',
      detail: { found: expect.stringContaining('256 deep') },
    });
  });
});
