import type { RandomAccess } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync } from 'hyparquet';

const mark = 'PAR1';
/** Marks at both ends and the length of the footer. */
const shortest = 12;

/** A file as `hyparquet` wants to see it. */
export function parquetBuffer(file: RandomAccess): AsyncBuffer {
  return {
    byteLength: file.bytes,
    async slice(start, end = file.bytes) {
      const bytes = await file.read(start, end - start);
      if (bytes.length < end - start) throw new Error(`bytes ${start} to ${end} lie behind the end of the file`);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    },
  };
}

/**
 * The footer of a Parquet file: columns and row groups.
 *
 * @throws UserFault `file-truncated` when the end is missing, `parquet-wrong`
 */
export async function parquetFooter(file: RandomAccess, path: string): Promise<FileMetaData> {
  const ends = await Promise.all([file.read(0, 4), file.read(Math.max(0, file.bytes - 4), 4)]);
  const [head, foot] = ends.map((bytes) => bytes.toString('latin1'));
  if (head !== mark) {
    throw parquetFault(path, head === 'PARE' ? 'its footer is encrypted' : 'it does not begin as one');
  }
  if (file.bytes < shortest || foot !== mark) {
    throw new UserFault('file-truncated', {
      place: { path, byte: file.bytes },
      found: 'the end of the file',
      expected: 'the footer of a Parquet file',
    });
  }
  try {
    return await parquetMetadataAsync(parquetBuffer(file));
  } catch (error) {
    throw readingFault(error, path);
  }
}

/** What goes wrong while a Parquet file is read, as a fault of the file; faults of the disk pass through. */
export function readingFault(error: unknown, path: string): unknown {
  if (error instanceof UserFault || !(error instanceof Error) || 'syscall' in error) return error;
  return parquetFault(path, error.message.replace(/^parquet /, ''));
}

export function parquetFault(path: string, what: string, field?: string): UserFault {
  const place = field === undefined ? { path } : { path, field };
  return new UserFault('parquet-wrong', { place, found: what, expected: 'a Parquet file', values: { what } });
}
