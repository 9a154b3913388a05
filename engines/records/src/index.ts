export { type Load, type LoadEffects, loadFiles } from './loading/load-files.js';
export type { LoadRequest, WrittenFile } from './loading/load-request.js';
export type { LoadedFile, LoadResult, RecordSums } from './loading/load-result.js';
export type { QuarantinedRecord } from './loading/quarantine.js';
export { AddressReader } from './places/address-reader.js';
