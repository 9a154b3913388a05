import { UserFault } from '@zhiheng/vocabulary';
import { delimitedHead } from '../reading/propose/delimited-head.js';
import { ndjsonHead } from '../reading/propose/ndjson-head.js';
import { parquetHead } from '../reading/propose/parquet-head.js';
import { type Proposal, proposeMapping } from '../reading/propose/propose-mapping.js';
import { sheetHead } from '../reading/propose/sheet-head.js';
import type { TableHead } from '../reading/propose/table-head.js';
import { recogniseFormat } from '../reading/recognise-format.js';
import { listSourceFiles, type SourceBytes } from './source-files.js';

/**
 * Proposes a mapping of a table by its header and first 100 rows, whatever form it is written in.
 * Throws `file-missing`, `file-empty`, `format-unknown` for what is no table, and the faults of its reader.
 */
export async function proposeForFile(path: string): Promise<Proposal> {
  return proposeMapping(await tableHead(path));
}

/** Header and first rows of a table in any form. Faults: as above. */
export async function tableHead(path: string): Promise<TableHead> {
  const [file] = await listSourceFiles(path);
  if (file === undefined) throw new UserFault('file-empty', { place: { path }, expected: 'a table' });
  if ('fault' in file) throw file.fault;
  return headOf(file);
}

async function headOf(file: SourceBytes): Promise<TableHead> {
  const format = recogniseFormat(await file.head());
  switch (format) {
    case 'table':
      return delimitedHead(file, file.path);
    case 'ndjson':
      return ndjsonHead(file, file.path);
    case 'xlsx':
    case 'parquet':
      return randomHead(file, format);
    default:
      throw new UserFault('format-unknown', {
        place: { path: file.path },
        found: format ?? 'no known format',
        expected: 'a table: CSV, NDJSON, XLSX or Parquet',
      });
  }
}

async function randomHead(file: SourceBytes, format: 'xlsx' | 'parquet'): Promise<TableHead> {
  if (file.access === null) {
    throw new UserFault('archive-nested', {
      place: { path: file.path },
      found: format,
      expected: 'a file on the disk',
    });
  }
  const heads = file.access(async function* (bytes) {
    yield await (format === 'xlsx' ? sheetHead(bytes, { file: file.path }) : parquetHead(bytes, file.path));
  });
  for await (const head of heads) return head;
  throw new UserFault('file-empty', { place: { path: file.path }, expected: 'a table' });
}
