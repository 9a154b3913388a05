export { type Load, type LoadEffects, type LoadRequest, loadFiles, type WrittenFile } from './loading/load-files.js';
export type { LoadedFile, LoadResult, RecordSums } from './loading/load-result.js';
export type { QuarantinedRecord } from './loading/quarantine.js';
export { AddressReader } from './places/address-reader.js';
