import { inflateSync } from 'node:zlib';

const programs = ['/JavaScript', '/Launch', '/RichMedia'] as const;

/** What a PDF would run, told plainly or in its packed lists of objects; null where nothing is seen. */
export function pdfProgram(bytes: Buffer, mostUnpacked: number): string | null {
  const plain = named(bytes);
  if (plain !== null) return plain;
  for (let at = bytes.indexOf('/ObjStm'); at >= 0; at = bytes.indexOf('/ObjStm', at + 7)) {
    const start = bytes.indexOf('stream', at);
    if (start < 0) return null;
    const behind = start + 6 + (bytes[start + 6] === 0x0d ? 2 : 1);
    const found = named(unpacked(bytes.subarray(behind), mostUnpacked));
    if (found !== null) return found;
  }
  return null;
}

function named(bytes: Buffer): string | null {
  return programs.find((name) => bytes.includes(name)) ?? null;
}

function unpacked(data: Buffer, most: number): Buffer {
  try {
    // What follows the packed data is left alone.
    return inflateSync(data, { maxOutputLength: most, finishFlush: 2 });
  } catch {
    return Buffer.alloc(0);
  }
}
