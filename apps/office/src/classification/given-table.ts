import {
  type Concordance,
  Concordances,
  idOfRows,
  readConcordanceRows,
  readDefinitions,
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
  readonly text?: string;
  /** The name of the file, for faults. */
  readonly file?: string;
}

/** Characters that the text of a table may have. */
const longestTable = 8_000_000;

/** A text that would be a table of the office, or all that is wrong with it. */
export type ReadTable =
  | { readonly faults: readonly [UserFault, ...UserFault[]] }
  | { readonly faults: readonly []; readonly table: Concordance; readonly tables: Concordances };

/** Reads a text as the table whose id its first row names. */
export function readGiven(office: Office, { text = '', file = 'table.csv' }: GivenTable): ReadTable {
  const { sheets } = currentReference(office).concordances();
  const ids = sheets.map(({ id }) => id);
  if (text.length > longestTable) return { faults: [tooLong(file, text.length)] };
  let id: string | null;
  try {
    id = idOfRows(text, file);
  } catch (error) {
    if (error instanceof UserFault) return { faults: [error] };
    throw error;
  }
  const known = ids.find((one) => one === id);
  const { faults } = readConcordanceRows(text, file, known ?? id ?? '');
  const [first, ...more] = known === undefined && id !== null ? [unknownTable(file, id, ids), ...faults] : faults;
  if (first !== undefined) return { faults: [first, ...more] };
  const tables = new Concordances(office.definitionsFolder, { ...office.tables.texts, [known ?? '']: text });
  const table = tables.get(known ?? '');
  return table === null ? { faults: [unknownTable(file, id ?? '', ids)] } : { faults: [], table, tables };
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
export function tableOf(
  office: Office,
  given: GivenTable,
): { readonly table: Concordance; readonly told: ComparedTable } {
  if (given.text !== undefined) {
    const read = readGiven(office, given);
    const [fault] = read.faults;
    if (fault !== undefined) throw fault;
    if (!('table' in read)) throw unknownTable(given.file ?? '', '', []);
    return { table: read.table, told: toldOf(read.table, 'file') };
  }
  const concordances = currentReference(office).concordances();
  const id = given.id ?? '';
  const sheet = concordances.sheets.find((one) => one.id === id);
  const shipped = given.shipped === true;
  if (sheet === undefined || (shipped && shippedTable(office.definitionsFolder, sheet) === null)) {
    const ids = concordances.sheets.map((one) => one.id);
    const near = nearestWord(id, ids);
    throw new UserFault('not-found', {
      found: shipped ? `${id}@shipped` : id,
      expected: 'a table of zhiheng classification list, or a file',
      ...(sheet !== undefined || near === null ? {} : { didYouMean: near }),
      values: { name: id },
    });
  }
  const table = (shipped ? new Concordances(office.definitionsFolder) : concordances).get(id);
  if (table === null) throw new UserFault('not-found', { found: id, values: { name: id } });
  return { table, told: toldOf(table, shipped ? 'software' : 'in-force') };
}

function toldOf({ sheet, version }: Concordance, from: ComparedTable['from']): ComparedTable {
  return { id: sheet.id, version: version === '' ? sheet.version : version, from };
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
