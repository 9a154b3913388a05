import { randomBytes } from 'node:crypto';
import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../test/making/gb18030.js';
import { type MadeEntry, makeZip } from '../../../test/making/make-zip.js';
import { listZip } from './list-zip.js';
import type { UnpackOptions } from './open-gzip.js';
import { bufferAccess } from './random-access.js';

type Read = [string, string];

async function readZip(zip: Buffer, limits: UnpackOptions['limits'] = {}): Promise<Read[]> {
  const read: Read[] = [];
  for await (const entry of listZip(bufferAccess(zip), { file: 'b.zip', limits })) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry.stream()) chunks.push(chunk);
    read.push([entry.name, Buffer.concat(chunks).toString('utf8')]);
  }
  return read;
}

/** Code, entry and what stood there; the entries that came before the fault. */
async function faultOf(zip: Buffer, limits: UnpackOptions['limits'] = {}): Promise<unknown[]> {
  const before: string[] = [];
  try {
    for await (const entry of listZip(bufferAccess(zip), { file: 'b.zip', limits })) {
      before.push(entry.name);
      for await (const _ of entry.stream());
    }
  } catch (fault) {
    if (!(fault instanceof UserFault)) throw fault;
    return [fault.code, fault.detail.place?.path, fault.detail.found, before];
  }
  return ['no fault'];
}

const good: MadeEntry = { name: 'a.csv', data: 'a,b\n1,2\n' };

describe('listZip', () => {
  it('reads stored and deflated entries and passes over what is no file of data', async () => {
    const long = '一种装置'.repeat(100_000);
    const zip = await makeZip([
      { name: 'folder/' },
      { name: '__MACOSX/a.csv', data: 'x' },
      { name: 'folder/.DS_Store', data: 'x' },
      good,
      { name: 'folder/b.csv', data: long },
      { name: 'c.csv', data: 'stored', stored: true },
      { name: 'empty.csv' },
    ]);
    expect(await readZip(zip)).toEqual([
      ['a.csv', 'a,b\n1,2\n'],
      ['folder/b.csv', long],
      ['c.csv', 'stored'],
      ['empty.csv', ''],
    ]);
  });

  it('reads names in UTF-8, stated or not, and in GB18030', async () => {
    const zip = await makeZip([
      { name: '授权.csv', flags: 0x800 },
      { name: '申请.csv' },
      // 乗 is 81 5C in GB18030: its second byte is a backslash in other encodings
      { name: gb18030('乗用车.csv') },
    ]);
    expect((await readZip(zip)).map(([name]) => name)).toEqual(['授权.csv', '申请.csv', '乗用车.csv']);
  });

  it.each<[string, MadeEntry, string, string]>([
    ['a step out', { name: '../a.csv' }, 'archive-path', '../a.csv (a step out of the folder)'],
    ['a step in the middle', { name: 'x/../../a.csv' }, 'archive-path', 'x/../../a.csv (a step out of the folder)'],
    ['an absolute path', { name: '/etc/a.csv' }, 'archive-path', '/etc/a.csv (an absolute path)'],
    ['a drive', { name: 'C:a.csv' }, 'archive-path', 'C:a.csv (an absolute path)'],
    ['a backslash', { name: '..\\a.csv' }, 'archive-path', '..\\a.csv (a backslash)'],
    ['a NUL', { name: 'a.csv\u0000.txt' }, 'archive-path', 'a.csv\u0000.txt (control characters)'],
    ['a link', { name: 'l', data: 'a.csv', externalAttributes: 0o120777 * 65_536 }, 'archive-path', 'a symbolic link'],
    ['encryption', { name: 'e.csv', data: 'x', flags: 1 }, 'archive-encrypted', 'encrypted data'],
    ['another packing', { name: 'd.csv', data: 'x', method: 9 }, 'format-refused', 'zip compression method 9'],
    ['a nested zip', { name: 'in/inner.ZIP', data: 'x' }, 'archive-nested', 'in/inner.ZIP'],
    ['a nested gzip', { name: 'inner.csv.gz', data: 'x' }, 'archive-nested', 'inner.csv.gz'],
    ['a name twice', { name: 'a.csv', data: 'x' }, 'archive-damaged', 'two entries have this name'],
  ])('refuses %s before any entry is read', async (_, entry, code, found) => {
    const zip = await makeZip([good, entry]);
    expect(await faultOf(zip)).toEqual([code, `b.zip!/${String(entry.name)}`, found, []]);
  });

  it('knows an archive by its first bytes, and lets a workbook pass', async () => {
    const zip = await makeZip([good]);
    const hidden = await makeZip([{ name: 'a.dat', data: zip, stored: true }]);
    expect(await faultOf(hidden)).toEqual([
      'archive-nested',
      'b.zip!/a.dat',
      'a.dat, an archive by its first bytes',
      ['a.dat'],
    ]);
    const book = await makeZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }]);
    expect(await faultOf(await makeZip([{ name: 'a.xlsx', data: book }]))).toEqual(['no fault']);
  });

  it('refuses a bomb by its directory, by what comes out, and by the whole', async () => {
    const limits = { bytes: 1000, ratio: 10 };
    const zeros = Buffer.alloc(100_000);
    const honest = await makeZip([{ name: 'z', data: zeros }]);
    expect((await faultOf(honest, limits)).slice(0, 2)).toEqual(['archive-bomb', 'b.zip!/z']);
    expect(await faultOf(honest)).toEqual(['no fault']);
    const lying = await makeZip([{ name: 'z', data: zeros, statedBytes: 500 }]);
    const [code, path, , before] = await faultOf(lying, limits);
    expect([code, path, before]).toEqual(['archive-bomb', 'b.zip!/z', ['z']]);
    // each below its own 1000 bytes, all together above
    const many = await makeZip(Array.from({ length: 400 }, (_, n) => ({ name: `n${n}`, data: Buffer.alloc(1000) })));
    expect((await faultOf(many, { bytes: 1000, ratio: 5 })).slice(0, 2)).toEqual(['archive-bomb', 'b.zip']);
    expect((await faultOf(many, { entries: 399 })).slice(0, 2)).toEqual(['archive-bomb', 'b.zip!/n399']);
  });

  it('refuses entries that share their data', async () => {
    const zip = await makeZip([
      { name: 'a', data: randomBytes(500) },
      { name: 'b', data: randomBytes(500), dataOf: 0 },
    ]);
    expect(await faultOf(zip)).toMatchObject(
      ['archive-damaged', /^b\.zip!\/[ab]$/, 'it overlaps another entry', []].map((part) =>
        part instanceof RegExp ? expect.stringMatching(part) : part,
      ),
    );
  });

  it('refuses damage with the entry it hits', async () => {
    const zip = await makeZip([good, { name: 'r', data: randomBytes(2000), stored: true }]);
    const flipped = Buffer.from(zip);
    flipped[200] = (flipped[200] ?? 0) ^ 1;
    expect(await faultOf(flipped)).toEqual([
      'archive-damaged',
      'b.zip!/r',
      'its bytes do not give the checksum it states',
      ['a.csv', 'r'],
    ]);
    const short = await makeZip([{ name: 'a', data: 'abc', statedBytes: 4 }]);
    expect((await faultOf(short)).slice(0, 3)).toEqual(['archive-damaged', 'b.zip!/a', '3 bytes where it states 4']);
    const long = await makeZip([{ name: 'a', data: 'abc', statedBytes: 2 }]);
    expect((await faultOf(long)).slice(0, 3)).toEqual([
      'archive-damaged',
      'b.zip!/a',
      'more than the 2 bytes it states',
    ]);
    for (const length of [zip.length - 1, 1000, 30, 3]) {
      const code = (await faultOf(zip.subarray(0, length)))[0];
      expect([length, code]).toEqual([length, 'file-truncated']);
    }
    const headless = Buffer.concat([zip.subarray(0, 300), zip.subarray(310)]);
    expect((await faultOf(headless))[0]).toBe('archive-damaged');
  });
});
