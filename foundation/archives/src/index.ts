export type { ByteSource } from './byte-source.js';
export { holdBytes } from './hold-bytes.js';
export { openGzip, type UnpackOptions } from './open-gzip.js';
export { openZip, type ZipEntry } from './open-zip.js';
export { bufferAccess, type RandomAccess } from './random-access.js';
export type { UnpackLimits } from './unpack-limits.js';
