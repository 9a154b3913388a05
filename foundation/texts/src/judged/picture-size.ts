export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');
const pngEnd = Buffer.from('49454e44ae426082', 'hex');

/** Size of a whole PNG; null for anything else. Nothing is unpacked. */
export function pngSize(bytes: Buffer): PictureSize | null {
  if (bytes.length < 45 || !bytes.subarray(0, 8).equals(pngStart) || !bytes.subarray(-8).equals(pngEnd)) return null;
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Size of a JPEG by the head of its frame; null where there is none, or the file ends before its end mark. */
export function jpegSize(bytes: Buffer): PictureSize | null {
  if (
    bytes.length < 4 ||
    bytes.readUInt16BE(0) !== 0xffd8 ||
    !bytes.subarray(-64).includes(Buffer.from('ffd9', 'hex'))
  ) {
    return null;
  }
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const mark = bytes[at + 1] ?? 0;
    // All kinds of frames but DHT, JPG and DAC, which share their range.
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    at += mark === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
