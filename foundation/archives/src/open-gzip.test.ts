import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from './byte-source.js';
import { holdBytes } from './hold-bytes.js';
import { openGzip } from './open-gzip.js';
import type { UnpackLimits } from './unpack-limits.js';

function bytesSource(bytes: Buffer, chunkSize = 1000): ByteSource {
  return {
    async *stream() {
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
    },
  };
}

async function unpack(packed: Buffer, limits: Partial<UnpackLimits> = {}, chunk = 1000): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const source = openGzip(bytesSource(packed, chunk), { file: 'a.csv.gz', limits });
  for await (const piece of source.stream()) chunks.push(piece);
  return Buffer.concat(chunks);
}

async function faultOf(packed: Buffer, limits: Partial<UnpackLimits> = {}): Promise<unknown> {
  try {
    await unpack(packed, limits);
  } catch (fault) {
    if (fault instanceof UserFault) return [fault.code, fault.detail.place];
    throw fault;
  }
  return 'no fault';
}

const text = randomBytes(5000);
const packed = gzipSync(text);

describe('openGzip', () => {
  it.each([1, 7, 1000, 1_000_000])('unpacks in chunks of %i bytes, more than once', async (chunk) => {
    const source = openGzip(bytesSource(packed, chunk), { file: 'a' });
    for (let time = 0; time < 2; time += 1) {
      const access = await holdBytes(source, 'a');
      expect((await access.read(0, access.bytes)).equals(text)).toBe(true);
    }
  });

  it('joins members and takes zeros behind them for padding', async () => {
    const two = Buffer.concat([gzipSync('one\n'), gzipSync('two\n'), Buffer.alloc(512)]);
    for (const chunk of [1, 24, 10_000]) expect((await unpack(two, {}, chunk)).toString()).toBe('one\ntwo\n');
  });

  it('says where the file ends too early, and what is damaged', async () => {
    const place = { path: 'a.csv.gz' };
    for (const length of [5, 100, packed.length - 9, packed.length - 1]) {
      expect(await faultOf(packed.subarray(0, length))).toEqual(['file-truncated', { ...place, byte: length }]);
    }
    const flipped = Buffer.from(packed);
    flipped[packed.length - 6] = (flipped[packed.length - 6] ?? 0) ^ 1;
    expect(await faultOf(flipped)).toEqual(['archive-damaged', place]);
    expect(await faultOf(Buffer.concat([packed, Buffer.from('garbage')]))).toEqual(['archive-damaged', place]);
    expect(await faultOf(Buffer.from('plain text'))).toEqual(['archive-damaged', place]);
  });

  it('stops a bomb while it unpacks: both limits must be passed', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000));
    expect(await faultOf(bomb, { bytes: 1_000_000 })).toEqual(['archive-bomb', { path: 'a.csv.gz' }]);
    expect(await faultOf(bomb, { bytes: 4_000_000 })).toBe('no fault');
    expect(await faultOf(bomb, { bytes: 1_000_000, ratio: 2000 })).toBe('no fault');
    await expect(holdBytes(bytesSource(text), 'a', 4999)).rejects.toMatchObject({ code: 'part-too-large' });
  });

  it('hands on a fault of the source as it is, and lets the source end when nobody reads on', async () => {
    const broken = {
      async *stream() {
        yield packed.subarray(0, 20);
        throw new Error('the disk is gone');
      },
    };
    await expect(holdBytes(openGzip(broken, { file: 'a' }), 'a')).rejects.toThrow('the disk is gone');
    let ended = false;
    const endless = {
      async *stream() {
        try {
          for (;;) yield packed;
        } finally {
          ended = true;
        }
      },
    };
    for await (const _ of openGzip(endless, { file: 'a' }).stream()) break;
    expect(ended).toBe(true);
  });
});
