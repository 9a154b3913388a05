import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, collectUntilFault, quarantinedOf, recordsOf } from '../../../test/sources.js';
import { grant, sequenceListing } from '../../../test/uspto-documents.js';
import { rawLimit } from '../raw-record.js';
import { readUspto } from './read-uspto.js';

const [first, second, third] = [grant({}), grant({ number: '12345679' }), grant({ number: '12345680' })];
const read = (text: string | Buffer, chunk?: number) => collect(readUspto(bytesSource(text, chunk), { file: 'w.xml' }));
const numbers = (items: Awaited<ReturnType<typeof read>>) => recordsOf(items).map(({ record }) => record.number);

describe('readUspto', () => {
  it('reads one document after another, sequence listings ignored by name', async () => {
    const items = await read(first + sequenceListing + second);
    expect(numbers(items)).toEqual(['12345678', '12345679']);
    expect(items[1]).toEqual({ type: 'ignored', reason: 'sequence-cwu', position: first.length });
    expect(items[2]?.position).toBe(first.length + sequenceListing.length);
  });

  it('counts positions behind a byte order mark and white space', async () => {
    const items = await read(`\ufeff\n${first}`, 2);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ type: 'record', position: 4 });
  });

  it('hands over batches of the size asked for', async () => {
    const sizes: number[] = [];
    for await (const batch of readUspto(bytesSource(first + second + third, 100), { batchSize: 2 }))
      sizes.push(batch.length);
    expect(sizes).toEqual([2, 1]);
  });

  it('quarantines one malformed document among others, with its first byte', async () => {
    const broken = second.replace('</invention-title>', '</title>');
    const items = await read(first + broken + third);
    expect(numbers(items)).toEqual(['12345678', '12345680']);
    expect(quarantinedOf(items)).toEqual([
      expect.objectContaining({ position: first.length, line: null, code: 'xml-malformed', raw: broken }),
    ]);
  });

  it('quarantines a document cut short by the next one', async () => {
    const items = await read(first + second.slice(0, 400) + third);
    expect(numbers(items)).toEqual(['12345678', '12345680']);
    expect(quarantinedOf(items)).toEqual([expect.objectContaining({ position: first.length, code: 'xml-malformed' })]);
  });

  it('quarantines a malformed last document that is whole', async () => {
    const items = await read(first + second.replace('</invention-title>', '</title>'));
    expect(quarantinedOf(items)).toEqual([expect.objectContaining({ position: first.length, code: 'xml-malformed' })]);
  });

  it.each([
    ['inside text', 700],
    ['inside its declaration', 9],
    ['behind its first sign', 1],
    ['before its last sign', second.trimEnd().length - 1],
  ])('throws file-truncated where the unfinished last document begins: cut %s', async (_, length) => {
    const text = first + second.slice(0, length);
    const batches = () => readUspto(bytesSource(text, 50), { file: 'w.xml' });
    const { items, fault } = await collectUntilFault(batches());
    expect(items).toEqual([]);
    expect(fault).toBeInstanceOf(UserFault);
    expect(fault).toMatchObject({
      code: 'file-truncated',
      detail: { place: { path: 'w.xml', byte: first.length }, found: `the end of the file at byte ${text.length}` },
    });
    const kept = await collectUntilFault(readUspto(bytesSource(text, 50), { keepComplete: true }));
    expect(numbers(kept.items)).toEqual(['12345678']);
    expect(kept.fault).toMatchObject({ code: 'file-truncated' });
  });

  it.each(['', '\ufeff', ' \n '])('throws file-empty for %j', async (text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'file-empty',
      detail: { place: { path: 'w.xml', byte: 0 } },
    });
  });

  it('knows the entities of XML and character references, no others', async () => {
    const body = '<abstract><p>A &amp; B &#x2014; &#8722; &lt;</p></abstract>';
    const items = await read(grant({ more: body }));
    expect(recordsOf(items)[0]?.record.abstract).toBe('A & B — − <');
    const unknown = await read(grant({ more: '<abstract><p>&nbsp;</p></abstract>' }));
    expect(quarantinedOf(unknown)).toEqual([expect.objectContaining({ code: 'xml-malformed' })]);
  });

  it('never acts on a DOCTYPE: internal entities are not expanded, external ones not fetched', async () => {
    const subset = '[ <!ENTITY a "xx"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname"> ]';
    for (const entity of ['b', 'c']) {
      const text = grant({ more: `<abstract><p>&${entity};</p></abstract>` }).replace('[ ]', subset);
      const items = await read(text);
      expect(quarantinedOf(items)).toEqual([expect.objectContaining({ code: 'xml-malformed' })]);
    }
  });

  it('quarantines bytes that are not UTF-8 and encodings that are not read', async () => {
    const wrong = Buffer.from(first.replace('Hinge', 'Hing\u0001'));
    wrong[wrong.indexOf(1)] = 0xe9;
    const items = await read(Buffer.concat([wrong, Buffer.from(second)]));
    expect(quarantinedOf(items)).toEqual([expect.objectContaining({ code: 'encoding-wrong', position: 0 })]);
    expect(numbers(items)).toEqual(['12345679']);
    const latin = await read(first.replace('UTF-8', 'ISO-8859-1'));
    expect(quarantinedOf(latin)).toEqual([expect.objectContaining({ code: 'encoding-wrong', found: 'ISO-8859-1' })]);
  });

  it('keeps at most 64 KiB of a quarantined document', async () => {
    const items = await read(grant({ number: 'x', more: `<description><p>${'中'.repeat(40_000)}</p></description>` }));
    const [{ raw, code, field, found } = { raw: '', code: '', field: '', found: '' }] = quarantinedOf(items);
    expect([code, field, found]).toEqual(['number-wrong', 'number', 'x']);
    expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(rawLimit);
    expect(Buffer.byteLength(raw)).toBeGreaterThan(rawLimit - 4);
    expect(raw.endsWith('中')).toBe(true);
  });

  it('quarantines documents of other kinds by name', async () => {
    const items = await read('<?xml version="1.0"?><patent-application-publication/>\n');
    expect(quarantinedOf(items)).toEqual([
      expect.objectContaining({ code: 'format-unknown', found: 'patent-application-publication' }),
    ]);
  });

  it('is the same whatever the chunks', async () => {
    const text = first + sequenceListing + second.replace('</invention-title>', '</title>') + third;
    const whole = await read(text, text.length);
    for (const size of [1, 7, 64]) expect(await read(text, size)).toEqual(whole);
  });
});
