import type { RandomAccess } from '@zhiheng/archives';
import type { UserFault } from '@zhiheng/vocabulary';
import { encrypted, refused } from '../document-faults.js';

const pieceLength = 1024 * 1024;

/** Streams of compound files (OLE) by the names in their directory. */
const streams = [
  { stream: 'EncryptedPackage', form: null },
  { stream: 'WordDocument', form: 'DOC or WPS, of Word 97 to 2003' },
  { stream: 'Workbook', form: 'XLS, a workbook of Excel 97 to 2003' },
  { stream: 'PowerPoint Document', form: 'PPT, slides of PowerPoint 97 to 2003' },
  { stream: 'HwpSummaryInformation', form: 'HWP' },
] as const;

/** Why a compound file is refused: an Office file with a password is packed into one, and the old formats are such files. */
export async function compoundFault(file: RandomAccess, name: string): Promise<UserFault> {
  const found = new Set<string>();
  let rest = Buffer.alloc(0);
  for (let at = 0; at < file.bytes; at += pieceLength) {
    const piece = Buffer.concat([rest, await file.read(at, pieceLength)]);
    for (const { stream } of streams) if (piece.includes(Buffer.from(stream, 'utf16le'))) found.add(stream);
    rest = piece.subarray(-64);
  }
  const first = streams.find(({ stream }) => found.has(stream));
  if (first?.form === null) return encrypted(name, 'an encrypted Office file');
  return refused(name, first?.form ?? 'a compound file (OLE) of an unknown kind');
}
