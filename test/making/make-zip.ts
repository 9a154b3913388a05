import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** An entry of a zip file made for a test; what is left out is right. */
export interface MadeEntry {
  readonly name: string | Buffer;
  /** Pieces, so that a large entry need not be in memory whole. */
  readonly data?: Buffer | string | Iterable<string>;
  readonly stored?: boolean;
  /** General purpose bits: 1 encrypted, 0x800 names in UTF-8. */
  readonly flags?: number;
  readonly method?: number;
  readonly externalAttributes?: number;
  /** Lies of the directory. */
  readonly statedBytes?: number;
  readonly statedCrc?: number;
  /** Points the directory at the local header of the entry with this index. */
  readonly dataOf?: number;
}

/** The bytes of a zip file. */
export async function makeZip(entries: readonly MadeEntry[]): Promise<Buffer> {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const { packed, bytes, crc } = await pack(entry);
    const method = entry.method ?? (entry.stored === true ? 0 : 8);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(entry.statedCrc ?? crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.statedBytes ?? bytes, 18);
    fields.writeUInt16LE(name.length, 22);
    offsets.push(at);
    const header = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name]);
    local.push(header, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.externalAttributes ?? 0, 6);
    tail.writeUInt32LE(offsets[entry.dataOf ?? offsets.length - 1] ?? 0, 10);
    const made = Buffer.from([20, 3]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), made, fields, tail, name]));
    at += header.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, index, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

async function pack(entry: MadeEntry): Promise<{ packed: Buffer; bytes: number; crc: number }> {
  const data = entry.data ?? '';
  const pieces = typeof data === 'string' || Buffer.isBuffer(data) ? [data] : data;
  const engine = createDeflateRaw({ level: 1 });
  const packed: Buffer[] = [];
  if (entry.stored !== true) engine.on('data', (chunk: Buffer) => packed.push(chunk));
  let [bytes, crc] = [0, 0];
  for (const piece of pieces) {
    const buffer = Buffer.from(piece);
    bytes += buffer.length;
    crc = crc32(buffer, crc);
    if (entry.stored === true) packed.push(buffer);
    else if (!engine.write(buffer)) await once(engine, 'drain');
  }
  const ended = entry.stored === true ? null : once(engine, 'end');
  engine.end();
  await ended;
  return { packed: Buffer.concat(packed), bytes, crc };
}
