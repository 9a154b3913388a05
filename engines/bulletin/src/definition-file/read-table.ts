import type { DefinitionSource } from '@zhiheng/indicators';
import { type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { isDay, lastDayOf, OwnFault } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { TableDefinition, TableMetadata, TableSheet } from '../table-definition.js';
import { checkCells } from './check-cells.js';
import { checkSums } from './check-sums.js';
import { idForm } from './id-form.js';
import { noAspects, readAspects, type TableContext } from './read-aspects.js';
import { readColumn, readRow, readSum } from './read-lines.js';

export const periodLengths = ['month', 'quarter', 'half', 'year'] as const;

/**
 * Reads the text of a table file. `file` is its path for faults and for `TableDefinition.file`. Throws the first `table-wrong` with line
 * and column.
 */
export function readTable(text: string, file: string, context: TableContext): TableDefinition {
  const sheet = new YamlSheet(text, file, 'table-wrong');
  const table = buildTable(sheet, context);
  sheet.throwFirst();
  if (table === null) throw new OwnFault(`${file} was not read and no fault was noted`);
  return table;
}

/** The table on a sheet; null where faults were noted. */
export function buildTable(sheet: YamlSheet, context: TableContext): TableDefinition | null {
  const map = sheet.root();
  const id = map.text('id');
  if (id !== '' && !idForm.test(id)) {
    map.note('id', { what: 'id is no name', found: id, expected: 'small letters, digits and hyphens' });
  }
  if (context.id !== undefined && id !== '' && id !== context.id) {
    map.note('id', { what: 'the id is not the name of its file', found: id, expected: context.id });
  }
  const office = map.optionalText('office');
  if (office !== null && office !== '' && !/^[A-Z]{2}$/.test(office)) {
    map.note('office', { what: 'no office has this code', found: office, expected: 'two letters of ST.3: CN' });
  }
  const content = {
    id,
    names: map.localized('names'),
    summary: map.localized('summary'),
    office,
    period: map.choice('period', periodLengths),
    metadata: readMetadata(map.map('metadata')),
    source: readSource(map.map('source')),
    provisional: map.truth('provisional'),
    notes: map.maps('notes').map((note) => note.languages()),
    sheets: map.maps('sheets').map((item) => readSheet(item, context)),
  };
  if (content.sheets.length === 0) map.note('sheets', { what: 'there is no sheet', expected: 'sheets: a list' });
  noteTwins(map, 'sheets', content.sheets);
  map.close();
  if (sheet.faults.length > 0) return null;
  return { ...content, hash: canonicalHash(content), file: sheet.path, text: sheet.text };
}

function readSheet(map: SheetMap, context: TableContext): TableSheet {
  const common = map.optionalMap('common');
  const rows = map.maps('rows').map((item) => readRow(item, context));
  const columns = map.maps('columns').map((item) => readColumn(item, context));
  const rowSums = map.maps('row_sums').map(readSum);
  const columnSums = map.maps('column_sums').map(readSum);
  const sheet = {
    id: map.text('id'),
    names: map.localized('names'),
    common: common === null ? noAspects : readAspects(common, context),
    rows: rows.map(({ line }) => line),
    columns: columns.map(({ line }) => line),
    rowSums: rowSums.map(({ line }) => line),
    columnSums: columnSums.map(({ line }) => line),
    notes: map.maps('notes').map((note) => note.languages()),
  };
  common?.close();
  if (rows.length === 0) map.note('rows', { what: 'the sheet has no rows', expected: 'rows: a list' });
  if (columns.length === 0) map.note('columns', { what: 'the sheet has no columns', expected: 'columns: a list' });
  noteTwins(map, 'rows', sheet.rows);
  noteTwins(map, 'columns', sheet.columns);
  checkSums(rows, columns, rowSums, columnSums);
  checkCells(rows, columns, sheet.common, context.definitions);
  map.close();
  return sheet;
}

function noteTwins(map: SheetMap, key: string, lines: readonly { readonly id: string }[]): void {
  const ids = lines.map(({ id }) => id);
  const twin = ids.find((id, at) => id !== '' && ids.indexOf(id) !== at);
  if (twin !== undefined) map.note(key, { what: 'an id is given twice', found: twin, expected: 'an id for each' });
}

/** Each is told, or stands there empty: not known is said, never left out. */
function readMetadata(map: SheetMap): TableMetadata {
  const told = (key: string) => {
    const known = map.has(key);
    if (!known && !map.keys().includes(key)) map.need(key, 'what the table carries, or nothing where it is not known');
    return known ? map.text(key) : null;
  };
  const metadata = {
    maker: told('maker'),
    recorder: told('recorder'),
    recordNumber: told('record_number'),
    validUntil: told('valid_until'),
  };
  if (metadata.validUntil !== null && metadata.validUntil !== '' && lastDayOf(metadata.validUntil) === null) {
    map.note('valid_until', {
      what: 'valid_until is no date',
      found: metadata.validUntil,
      expected: 'a day, a month or a year in quotes',
    });
  }
  map.close();
  return metadata;
}

function readSource(map: SheetMap): DefinitionSource {
  const source = {
    text: map.text('text'),
    article: map.optionalText('article'),
    date: map.optionalText('date'),
    url: map.optionalText('url'),
  };
  if (source.date !== null && !isDay(source.date) && lastDayOf(source.date) === null) {
    map.note('date', { what: 'date is no date', found: source.date, expected: 'a day, a month or a year in quotes' });
  }
  map.close();
  return source;
}
