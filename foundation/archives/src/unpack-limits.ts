import { UserFault } from '@zhiheng/vocabulary';

/** What may come out of a packed file. It is refused only when it exceeds both `ratio` and `bytes`. */
export interface UnpackLimits {
  /** Bytes out for each byte in. */
  readonly ratio: number;
  /** Bytes that are never refused, whatever their ratio. */
  readonly bytes: number;
  /** Entries of one archive. */
  readonly entries: number;
}

export const usualUnpackLimits: UnpackLimits = { ratio: 200, bytes: 256 * 1024 * 1024, entries: 100_000 };

/**
 * Throws when what comes out is too much for what went in.
 *
 * @param path of the packed file or entry
 * @param packed bytes read so far, `unpacked` bytes got from them
 * @throws UserFault `archive-bomb`
 */
export function checkUnpacked(path: string, packed: number, unpacked: number, limits: UnpackLimits): void {
  if (unpacked <= limits.bytes || unpacked <= limits.ratio * packed) return;
  throw new UserFault('archive-bomb', {
    place: { path },
    found: `${unpacked} bytes out of ${packed}`,
    expected: `at most ${limits.ratio} times the packed size, or ${limits.bytes} bytes`,
  });
}
