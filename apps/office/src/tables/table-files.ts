import { readFile, rm } from 'node:fs/promises';
import {
  documentWords,
  type LongRow,
  longColumns,
  longRows,
  packDocument,
  refuseWrongSums,
  syntheticWord,
} from '@zhiheng/bulletin';
import { tableCsv, writeXlsx } from '@zhiheng/documents';
import { Session } from '@zhiheng/lake';
import { demandRight } from '@zhiheng/rights';
import { type Actor, type Language, UserFault } from '@zhiheng/vocabulary';
import type { TableAnswer, TableFormat } from '../answers-tables.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';
import { readNamedTable, type TableInput } from './read-table.js';

export const tableFormats = ['xlsx', 'csv', 'parquet'] as const satisfies readonly TableFormat[];

/** A file of a table, before it is written anywhere. */
export interface TableBytes {
  /** `yearly-2022-3f9c…`, without its ending. */
  readonly stem: string;
  readonly synthetic: boolean;
  readonly format: TableFormat;
  readonly sheet: string | null;
  readonly bytes: Uint8Array;
}

export interface TableFileInput extends TableInput {
  readonly format: TableFormat;
  readonly language?: Language;
  /** Of CSV: the sheet; left out: the first. */
  readonly sheet?: string;
}

/**
 * One file of a table as whoever asks may see it. Throws `table-sums-wrong` where its parts do not add up, `not-found` for a sheet that it
 * does not have, and what reading the table throws.
 */
export async function tableFile(
  { format, language = 'zh-Hans', sheet, ...input }: TableFileInput,
  { office, actor }: { readonly office: Office; readonly actor: Actor },
): Promise<TableBytes> {
  demandRight(actor, 'figures:read-published');
  const answer = await readNamedTable(input, { office, actor });
  const files = await filesOf(answer, format, language, office);
  const found = sheet === undefined ? files[0] : files.find((one) => one.sheet === sheet);
  if (found !== undefined) return found;
  const expected = files.map((one) => one.sheet ?? 'none').join(', ');
  throw new UserFault('not-found', { found: sheet ?? '', expected, values: { name: sheet ?? '' } });
}

/** The files of a table in one format: of CSV one a sheet. */
export async function filesOf(
  answer: TableAnswer,
  format: TableFormat,
  language: Language,
  office: Office,
): Promise<TableBytes[]> {
  refuseWrongSums(answer.filled);
  const { id, filled, provenance } = answer;
  const table = currentReference(office).table(id);
  const vintage = provenance.vintage === null ? 'published' : provenance.vintage.slice(0, 12);
  const synthetic = filled.dataset === 'synthetic';
  const told = { format, synthetic };
  const stem = (...parts: readonly string[]) => [id, ...parts, filled.period, vintage].join('-');
  if (format === 'parquet') {
    const bytes = await parquetBytes(longRows(filled, provenance), office);
    return [{ ...told, stem: stem(), sheet: null, bytes }];
  }
  const pack = packDocument(table, filled, provenance, language);
  if (format === 'xlsx') return [{ ...told, stem: `${stem()}-${language}`, sheet: null, bytes: writeXlsx(pack) }];
  const words = { notes: documentWords[language].notes };
  return pack.tables.map((one, at) => {
    const sheet = filled.sheets[at]?.id ?? '';
    return { ...told, stem: `${stem(sheet)}-${language}`, sheet, bytes: Buffer.from(tableCsv(one, words)) };
  });
}

/** The name of a file with its ending; synthetic data says so in it. */
export function fileName({ stem, synthetic, format }: Pick<TableBytes, 'stem' | 'synthetic' | 'format'>): string {
  return `${stem}${synthetic ? `-${syntheticWord}` : ''}.${format}`;
}

const sqlTypes = { text: 'VARCHAR', number: 'DOUBLE' } as const;

/** Rows in long form as Parquet, written by one thread so that the same rows give the same bytes. */
async function parquetBytes(rows: readonly LongRow[], office: Office): Promise<Uint8Array> {
  const names = Object.keys(longColumns) as (keyof LongRow)[];
  const path = await office.store.incomingPath('parquet');
  const session = await Session.open({ threads: 1 });
  try {
    const columns = Object.fromEntries(['place', ...names].map((name) => [name, 'text'] as const));
    const texts = rows.map((row, at) => [
      String(at).padStart(8, '0'),
      ...names.map((name) => (row[name] === null ? null : String(row[name]))),
    ]);
    await session.registerTable('cells', columns, texts);
    const select = names.map((name) => `CAST("${name}" AS ${sqlTypes[longColumns[name]]}) AS "${name}"`);
    await session.writeParquet(`SELECT ${select.join(', ')} FROM cells ORDER BY place`, path);
    return await readFile(path);
  } finally {
    session.close();
    await rm(path, { force: true });
  }
}
