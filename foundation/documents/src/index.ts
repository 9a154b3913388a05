export { csvHead, csvLine, syntheticLabel } from './csv.js';
export { tableCsv } from './table-csv.js';
export type {
  DocumentCell,
  DocumentColumn,
  DocumentRow,
  DocumentUnit,
  NumberForm,
  PackDocument,
  TableDocument,
} from './table-document.js';
export { writeXlsx } from './xlsx/write-xlsx.js';
