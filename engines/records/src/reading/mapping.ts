export type { Mapping } from './table/mapping.js';
export { coverageOf, readCovers } from './table/read-covers.js';
export { readMapping } from './table/read-mapping.js';
