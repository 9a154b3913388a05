import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { OwnFault } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import { ClassTree } from './class-tree.js';
import { askableCodes, type Concordance, type ConcordanceRows, type ConcordanceSheet } from './concordance.js';
import { type EditionList, readEditionList } from './edition-list.js';
import { type EditionRow, editionsId } from './edition-rows.js';
import { readConcordanceRows } from './read-rows.js';
import { readConcordanceSheet } from './read-sheet.js';

const folder = 'classifications';

/** Tables that an office loaded in the place of those that come with the software, or into slots: their text by id. */
export type OwnTables = Readonly<Record<string, string>>;

/** The sheets of the definitions folder, by id; none where it has no tables. Throws `classification-wrong`. */
export function readConcordanceSheets(definitionsFolder: string): ConcordanceSheet[] {
  if (!existsSync(join(definitionsFolder, folder))) return [];
  return readdirSync(join(definitionsFolder, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`;
      return readConcordanceSheet(readFileSync(join(definitionsFolder, file), 'utf8'), file, basename(name, '.yaml'));
    });
}

/** The text of the table that comes with the software; null for a slot. */
export function shippedTable(definitionsFolder: string, { id, status }: ConcordanceSheet): string | null {
  return status === 'slot' ? null : readFileSync(join(definitionsFolder, folder, `${id}.csv`), 'utf8');
}

/**
 * The tables in force: of each the office's own where it has one, else that of the definitions folder; a slot that nobody filled has no rows. Each
 * is read when it is asked for, and once.
 */
export class Concordances {
  readonly #folder: string;
  readonly #own: OwnTables;
  readonly #read = new Map<string, Concordance>();
  readonly #askable = new Map<string, readonly string[]>();
  #sheets: readonly ConcordanceSheet[] | null = null;
  #tree: ClassTree | null = null;
  #treeText: string | null = null;
  #treeHash: string | null = null;
  #editions: EditionList | null | undefined;

  constructor(definitionsFolder: string, own: OwnTables = {}) {
    this.#folder = definitionsFolder;
    this.#own = own;
  }

  /** By id. Throws `classification-wrong`. */
  get sheets(): readonly ConcordanceSheet[] {
    this.#sheets ??= readConcordanceSheets(this.#folder);
    return this.#sheets;
  }

  /** The table of an id; null where there is none. Throws the first fault found in it: `classification-wrong`. */
  get(id: string): Concordance | null {
    const known = this.#read.get(id);
    if (known !== undefined) return known;
    const sheet = this.sheets.find((one) => one.id === id);
    if (sheet === undefined) return null;
    const given = this.#own[id];
    const text = given ?? shippedTable(this.#folder, sheet);
    const rows = text === null ? noRows : rowsOf(text, `${given === undefined ? folder : 'own'}/${id}.csv`, id);
    const editions = sheet.settings.editions === 'carried' ? (this.editions?.rows ?? []) : [];
    const table = {
      ...rows,
      sheet,
      editions,
      own: given !== undefined,
      hash: concordanceHash(sheet, rows, editions, this.#hashOfTree()),
    };
    this.#read.set(id, table);
    return table;
  }

  /** Every code that can be asked of a table; null where there is none of the id. Throws `classification-wrong`. */
  askable(id: string): readonly string[] | null {
    const known = this.#askable.get(id);
    if (known !== undefined) return known;
    const table = this.get(id);
    if (table === null) return null;
    const codes = askableCodes(table);
    this.#askable.set(id, codes);
    return codes;
  }

  /** What symbols are in other editions of the IPC: the office's own list where it has one. Throws `classification-wrong`. */
  get editions(): EditionList | null {
    if (this.#editions === undefined) this.#editions = readEditionList(this.#folder, this.#own[editionsId]);
    return this.#editions;
  }

  /** The tree of the IPC that patterns are expanded over. */
  get tree(): ClassTree {
    this.#tree ??= new ClassTree(this.#textOfTree());
    return this.#tree;
  }

  #textOfTree(): string {
    this.#treeText ??= treeText(this.#folder);
    return this.#treeText;
  }

  #hashOfTree(): string {
    this.#treeHash ??= createHash('sha256').update(this.#textOfTree()).digest('hex');
    return this.#treeHash;
  }
}

const noRows: ConcordanceRows = { version: '', codes: {}, rules: [] };

function rowsOf(text: string, file: string, id: string): ConcordanceRows {
  const { rows, faults } = readConcordanceRows(text, file, id);
  const [first] = faults;
  if (first !== undefined) throw first;
  return rows;
}

/** Of everything that decides what belongs where: rules, what the sheet settles, symbols by edition, the tree. Names and notes do not count. */
function concordanceHash(
  { id, settings }: ConcordanceSheet,
  { rules }: ConcordanceRows,
  editions: readonly EditionRow[],
  tree: string,
): string {
  const moved = editions.map((row) => [row.old, row.new]);
  return canonicalHash({ id, settings, rules, editions: moved, tree });
}

function treeText(definitionsFolder: string): string {
  const text = readFileSync(join(definitionsFolder, 'reference/ipc-tree.csv'), 'utf8');
  if (!text.startsWith('main_group,told,subgroups\n')) throw new OwnFault('reference/ipc-tree.csv is no tree');
  return text;
}
