import { inflateSync } from 'node:zlib';
import { damaged, tooLarge } from '../document-faults.js';
import type { TextLimits } from '../text-limits.js';

/** Packed data inside packed data. */
const deepest = 4;

/**
 * Refuses what the reader of PDF would take without a word: a file that ends too early, which it mends as well as it can,
 * and streams that unpack to more than the limits allow, which it unpacks into memory.
 *
 * @throws UserFault `document-damaged`, `document-too-large`
 */
export function checkPdfBytes(bytes: Buffer, name: string, limits: TextLimits): void {
  const tail = bytes.subarray(-4096);
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) {
    throw damaged({ path: name, byte: bytes.length }, 'a PDF that ends too early', '%%EOF behind its table of objects');
  }
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = dataStart(bytes, at + 6);
    if (start !== null) checkStream(bytes.subarray(start), { path: name, byte: start }, limits, deepest);
  }
}

function dataStart(bytes: Buffer, at: number): number | null {
  if (bytes[at] === 0x0a) return at + 1;
  return bytes[at] === 0x0d ? at + (bytes[at + 1] === 0x0a ? 2 : 1) : null;
}

function checkStream(data: Buffer, place: { path: string; byte: number }, limits: TextLimits, depth: number): void {
  const [head = 0, next = 0] = data;
  if ((head & 0x0f) !== 8 || (head * 256 + next) % 31 !== 0) return;
  const inner = unpacked(data, limits.partBytes);
  if (inner === 'too large' || (inner !== null && depth === 0)) {
    throw tooLarge(place, `a stream of more than ${limits.partBytes} bytes`, `at most ${limits.partBytes} bytes`);
  }
  if (inner !== null) checkStream(inner, place, limits, depth - 1);
}

function unpacked(data: Buffer, most: number): Buffer | 'too large' | null {
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: 2 });
  } catch (error) {
    return error instanceof RangeError ? 'too large' : null;
  }
}
