import type { RandomAccess } from '@zhiheng/archives';
import { type CoverageEntry, type CoverageTable, type Day, datasets, UserFault } from '@zhiheng/vocabulary';
import type { AddressReader } from '../places/address-reader.js';
import type { ByteSource, ReadOptions } from '../reading/byte-source.js';
import { readDocdb } from '../reading/docdb/read-docdb.js';
import { readGiRegister } from '../reading/gi-register/read-gi-register.js';
import { coverageOf } from '../reading/mapping.js';
import { readNdjson } from '../reading/ndjson/read-ndjson.js';
import { readOps } from '../reading/ops/read-ops.js';
import { readParquet } from '../reading/parquet/read-parquet.js';
import {
  describeContent,
  isRefused,
  type ReadFormat,
  readFormats,
  recogniseFormat,
  refuseFormat,
} from '../reading/recognise-format.js';
import type { ReadItem } from '../reading/record.js';
import { readSt36 } from '../reading/st36/read-st36.js';
import { readSt66 } from '../reading/st66/read-st66.js';
import { readSt96 } from '../reading/st96/read-st96.js';
import { mappingOf } from '../reading/table/mapping-files.js';
import { readTable, type TableOptions } from '../reading/table/read-table.js';
import { readUspto } from '../reading/uspto/read-uspto.js';
import { usptoCoverage } from '../reading/uspto/uspto-coverage.js';
import { readUsptoAssignments } from '../reading/uspto-assignment/read-uspto-assignments.js';
import { readXlsx } from '../reading/xlsx/read-xlsx.js';
import type { LoadRequest } from './load-request.js';
import type { LoadMapping } from './read-mappings.js';
import { statedCoverage } from './stated-coverage.js';

interface ReaderHead {
  readonly format: ReadFormat;
  /** Of a table; null for files that tell their columns themselves. */
  readonly mapping: LoadMapping | null;
  /** What the file can tell; complete when all of it was read. */
  coverage(): CoverageEntry[];
}

/** A reader chosen for one file: one that takes a stream, or one that needs the file's bytes in any order. */
export type ChosenReader = ReaderHead &
  (
    | { read(source: ByteSource): AsyncIterable<ReadItem[]> }
    | { readAccess(file: RandomAccess): AsyncIterable<ReadItem[]> }
  );

interface ReaderGround {
  readonly request: LoadRequest;
  readonly mappings: readonly LoadMapping[];
  readonly addresses: AddressReader;
  /** Last day on which something can have happened; left out: any up to 2100. */
  readonly latest?: Day | undefined;
}

/** Formats whose files are records by themselves, with what `--covers` can tell of them. */
const documentReaders = {
  docdb: { read: readDocdb, covers: null },
  ops: { read: readOps, covers: null },
  st96: { read: readSt96, covers: { table: 'trademarks', office: 'US' } },
  st66: { read: readSt66, covers: { table: 'trademarks', office: 'US' } },
  'uspto-assignment': { read: readUsptoAssignments, covers: { table: 'recordals', office: 'US' } },
  'gi-register': { read: readGiRegister, covers: null },
} as const satisfies Partial<
  Record<
    ReadFormat,
    {
      read: (source: ByteSource, options: ReadOptions) => AsyncIterable<ReadItem[]>;
      covers: { table: CoverageTable; office: string } | null;
    }
  >
>;

/** Tables, whatever they are written in: all take a mapping. */
type TableFormat = 'table' | 'ndjson' | 'xlsx' | 'parquet';

/**
 * Finds the reader of a file by its content, or by the format that was named. Throws `file-empty`, `format-unknown`,
 * `format-refused`, `mapping-missing`, `mapping-ambiguous`.
 */
export function chooseReader(head: Buffer, path: string, ground: ReaderGround): ChosenReader {
  if (head.length === 0)
    throw new UserFault('file-empty', { place: { path, byte: 0 }, expected: 'at least one record' });
  const format = formatOf(head, path, ground.request.format);
  if (format === 'uspto') return usptoReader(path, ground);
  if (format === 'st36') return st36Reader(path, ground);
  if (Object.hasOwn(documentReaders, format))
    return documentReader(format as keyof typeof documentReaders, path, ground);
  return tableReader(format as TableFormat, path, ground);
}

function formatOf(head: Buffer, path: string, named: string | undefined): ReadFormat {
  const found = recogniseFormat(head);
  if (named !== undefined) {
    const known = readFormats.find((format) => format === named);
    if (known === undefined) {
      throw new UserFault('format-unknown', {
        place: { path, field: 'format' },
        found: named,
        expected: readFormats.join(', '),
      });
    }
    // "table" stands for every form of a table; the content tells which.
    const tables: readonly string[] = ['ndjson', 'xlsx', 'parquet'];
    return known === 'table' && found !== null && tables.includes(found) ? (found as ReadFormat) : known;
  }
  if (found === null)
    throw new UserFault('format-unknown', {
      place: { path, byte: 0 },
      found: describeContent(head),
      expected: readFormats.join(', '),
    });
  if (isRefused(found)) throw refuseFormat(found, path);
  return found;
}

function usptoReader(path: string, { request, latest }: ReaderGround): ChosenReader {
  const grantedOn = { real: new Set<Day | null>(), synthetic: new Set<Day | null>() };
  return {
    format: 'uspto',
    mapping: null,
    async *read(source) {
      for await (const items of readUspto(source, { file: path, keepComplete: request.keepComplete, latest })) {
        for (const item of items) {
          if (item.type === 'record' && !('group' in item.record))
            grantedOn[item.record.dataset].add(item.record.grantedOn);
        }
        yield items;
      }
    },
    coverage: () =>
      datasets
        .filter((dataset) => grantedOn[dataset].size > 0)
        .flatMap((dataset) => [
          ...usptoCoverage({ grantedOn: grantedOn[dataset], dataset, source: path }),
          ...statedCoverage(request, { table: 'patents', office: 'US', dataset }),
        ]),
  };
}

/** What such files cover is told by the account of the file: see `st36Coverage`. */
function st36Reader(path: string, { request, addresses: places, latest }: ReaderGround): ChosenReader {
  const options = { places, file: path, keepComplete: request.keepComplete, latest };
  return { format: 'st36', mapping: null, read: (source) => readSt36(source, options), coverage: () => [] };
}

function documentReader(
  format: keyof typeof documentReaders,
  path: string,
  { request, latest }: ReaderGround,
): ChosenReader {
  const { read, covers } = documentReaders[format];
  return {
    format,
    mapping: null,
    read: (source) => read(source, { file: path, keepComplete: request.keepComplete, latest }),
    coverage: () => (covers === null ? [] : statedCoverage(request, { ...covers, dataset: 'real' })),
  };
}

function tableReader(
  format: TableFormat,
  path: string,
  { request, mappings, addresses, latest }: ReaderGround,
): ChosenReader {
  const named = mappingOf(mappings, path);
  const { mapping } = named;
  const { office = 'CN', dataset = 'real' } = mapping.defaults;
  const options: TableOptions = { places: addresses, file: path, keepComplete: request.keepComplete, latest };
  const coverage = () => {
    // What --covers says stands for files that no mapping names.
    const own = request.covers === undefined || mapping.files !== null ? mapping.covers : null;
    if (own !== null) return coverageOf(own, { office, dataset, source: named.path });
    const table = coveredTable[mapping.table];
    return table === null ? [] : statedCoverage(request, { table, office, dataset });
  };
  const head = { format, mapping: named, coverage };
  switch (format) {
    case 'table':
      return { ...head, read: (source) => readTable(source, mapping, options) };
    case 'ndjson':
      return { ...head, read: (source) => readNdjson(source, mapping, options) };
    case 'xlsx':
      return { ...head, readAccess: (file) => readXlsx(file, mapping, options) };
    case 'parquet':
      return { ...head, readAccess: (file) => readParquet(file, mapping, options) };
  }
}

/** The table that coverage speaks of, for each table of a mapping. */
const coveredTable = {
  patents: 'patents',
  trademarks: 'trademarks',
  deeds: 'recordals',
  patent_events: null,
  decisions: null,
} as const;
