import type { ByteSource } from './byte-source.js';
import { inflate } from './inflate.js';
import { type UnpackLimits, usualUnpackLimits } from './unpack-limits.js';

export interface UnpackOptions {
  /** Name of the packed file, for the places of faults. */
  readonly file: string;
  readonly limits?: Partial<UnpackLimits>;
}

/**
 * What a gzip file holds, as a stream in constant memory; several members one after another are one text.
 *
 * @throws UserFault while streaming: `file-truncated`, `archive-damaged`, `archive-bomb`
 */
export function openGzip(source: ByteSource, options: UnpackOptions): ByteSource {
  const limits = { ...usualUnpackLimits, ...options.limits };
  return { stream: () => inflate(source.stream(), { form: 'gzip', path: options.file, limits }) };
}
