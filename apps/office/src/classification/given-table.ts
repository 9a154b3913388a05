import {
  type Concordance,
  type ConcordanceRows,
  Concordances,
  type EditionList,
  editionRowsAsTable,
  editionsId,
  idOfRows,
  readConcordanceRows,
  readDefinitions,
  readEditionRows,
  shippedTable,
} from '@zhiheng/indicators';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import type { ComparedTable } from '../answers-classifications.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';

/** A table of an office: by its id as it is in force or as it came with the software, or by its text. */
export interface GivenTable {
  readonly id?: string;
  readonly shipped?: boolean;
  /** As somebody loaded it and nobody has accepted it yet. */
  readonly proposed?: boolean;
  readonly text?: string;
  /** The name of the file, for faults. */
  readonly file?: string;
}

/** Characters that the text of a table may have. */
const longestTable = 8_000_000;

/** A text that would be a table of the office, or all that is wrong with it. */
export type ReadTable =
  | { readonly faults: readonly [UserFault, ...UserFault[]] }
  | ({ readonly faults: readonly [] } & GivenRows);

/** A table, or the list of symbols by edition, with all the tables that would be in force beside it. */
export interface GivenRows {
  readonly id: string;
  readonly rows: ConcordanceRows;
  readonly told: ComparedTable;
  /** Null: it is the list of symbols by edition. */
  readonly table: Concordance | null;
  readonly tables: Concordances;
}

/** Reads a text as the table whose id its first row names. */
export function readGiven(office: Office, { text = '', file = 'table.csv' }: GivenTable): ReadTable {
  const ids = idsOf(currentReference(office).concordances());
  if (text.length > longestTable) return { faults: [tooLong(file, text.length)] };
  let id: string | null;
  try {
    id = idOfRows(text, file);
  } catch (error) {
    if (error instanceof UserFault) return { faults: [error] };
    throw error;
  }
  const known = ids.find((one) => one === id);
  const { faults } =
    known === editionsId ? readEditionRows(text, file) : readConcordanceRows(text, file, known ?? id ?? '');
  const [first, ...more] = known === undefined && id !== null ? [unknownTable(file, id, ids), ...faults] : faults;
  if (first !== undefined) return { faults: [first, ...more] };
  const tables = new Concordances(office.definitionsFolder, { ...office.tables.texts, [known ?? '']: text });
  const given = rowsIn(tables, known ?? '', 'file');
  return given === null ? { faults: [unknownTable(file, id ?? '', ids)] } : { faults: [], ...given };
}

/** What would be wrong with the definitions in force if these tables were; null: nothing. */
export function faultWithTables(office: Office, tables: Concordances): UserFault | null {
  try {
    readDefinitions(office.definitionsFolder, office.definitions.texts, tables);
    return null;
  } catch (error) {
    if (error instanceof UserFault) return error;
    throw error;
  }
}

/** A side of a comparison. Throws `not-found`, and the first fault of a text: `classification-wrong`. */
export function tableOf(office: Office, given: GivenTable): GivenRows {
  if (given.text !== undefined) {
    const read = readGiven(office, given);
    const [fault] = read.faults;
    if (fault !== undefined) throw fault;
    if (!('table' in read)) throw unknownTable(given.file ?? '', '', []);
    return read;
  }
  const concordances = currentReference(office).concordances();
  const id = given.id ?? '';
  const sheet = concordances.sheets.find((one) => one.id === id);
  const ids = idsOf(concordances);
  const shipped = given.shipped === true;
  const empty = sheet !== undefined && shipped && shippedTable(office.definitionsFolder, sheet) === null;
  if (!ids.includes(id) || empty) {
    const near = nearestWord(id, ids);
    throw new UserFault('not-found', {
      found: shipped ? `${id}@shipped` : id,
      expected: 'a table of zhiheng classification list, or a file',
      ...(ids.includes(id) || near === null ? {} : { didYouMean: near }),
      values: { name: id },
    });
  }
  const { [id]: _, ...others } = office.tables.texts;
  const tables = shipped ? new Concordances(office.definitionsFolder, others) : concordances;
  const found = rowsIn(tables, id, shipped ? 'software' : 'in-force');
  if (found === null) throw new UserFault('not-found', { found: id, values: { name: id } });
  return found;
}

/** What can be loaded: the tables, and the list of symbols by edition. */
function idsOf({ sheets, editions }: Concordances): string[] {
  return [...sheets.map(({ id }) => id), ...(editions === null ? [] : [editionsId])];
}

/** What an id names among tables; null: nothing. */
export function rowsIn(tables: Concordances, id: string, from: ComparedTable['from']): GivenRows | null {
  const table = id === editionsId ? null : tables.get(id);
  if (table !== null) {
    const version = table.version === '' ? table.sheet.version : table.version;
    return { id, rows: table, told: { id, version, from }, table, tables };
  }
  const list: EditionList | null = id === editionsId ? tables.editions : null;
  if (list === null) return null;
  return { id, rows: editionRowsAsTable(list), told: { id, version: list.version, from }, table: null, tables };
}

function unknownTable(path: string, id: string, ids: readonly string[]): UserFault {
  const near = nearestWord(id, ids);
  return new UserFault('classification-wrong', {
    place: { path, line: 2, column: 1, field: 'classification' },
    found: id,
    expected: ids.join(', '),
    ...(near === null ? {} : { didYouMean: near }),
    values: { what: 'no table has this id' },
  });
}

function tooLong(path: string, length: number): UserFault {
  return new UserFault('classification-wrong', {
    place: { path },
    found: `${length} characters`,
    expected: `at most ${longestTable} characters`,
    values: { what: 'the text is too long for a table' },
  });
}
