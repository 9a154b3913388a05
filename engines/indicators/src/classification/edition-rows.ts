import { UserFault } from '@zhiheng/vocabulary';
import { type CsvRecord, csvRecords } from '../published/csv-records.js';
import { readPattern } from './class-pattern.js';
import { noSymbol, type RowFault, RowNotes } from './row-notes.js';

/** The id of the list of symbols by edition; its rows name it. */
export const editionsId = 'ipc-editions';

export const editionColumns = [
  ...(['classification', 'version', 'old', 'edition', 'new', 'note', 'origin', 'provisional'] as const),
] as const;
type Column = (typeof editionColumns)[number];

/** A symbol that an edition of the IPC put elsewhere. */
export interface EditionRow {
  /** As patterns are written; what it means ends with the edition. */
  readonly old: string;
  /** The edition from which it no longer holds: `2023.01`. */
  readonly edition: string;
  /** Where it went; several where it was parted. */
  readonly new: readonly string[];
  readonly note: string;
  readonly origin: string;
  readonly provisional: boolean;
}

/** What a list holds, and everything that is wrong in it. `rows` may be used only where there are no faults. */
export interface ReadEditions {
  readonly version: string;
  readonly rows: readonly EditionRow[];
  readonly faults: readonly UserFault[];
}

/** Reads the rows of a list of symbols by edition. */
export function readEditionRows(text: string, file: string): ReadEditions {
  const reading = new EditionReading(file);
  try {
    const [header, ...records] = csvRecords(text, file);
    if (reading.header(header)) for (const record of records) reading.row(record);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    return { version: '', rows: [], faults: [error] };
  }
  return reading.done();
}

class EditionReading {
  readonly #notes: RowNotes;
  readonly #rows: EditionRow[] = [];
  readonly #lines = new Map<string, number>();
  #version: string | null = null;

  constructor(file: string) {
    this.#notes = new RowNotes(file, editionColumns);
  }

  header(record: CsvRecord | undefined): boolean {
    return this.#notes.header(record);
  }

  row(record: CsvRecord): void {
    if (!this.#notes.fieldCount(record)) return;
    const before = this.#notes.count;
    const field = (column: Column) => (record.fields[editionColumns.indexOf(column)] ?? '').trim();
    const note = (column: Column, fault: RowFault) => this.#notes.note(record, editionColumns.indexOf(column), fault);
    const [given, version, old, edition] = [field('classification'), field('version'), field('old'), field('edition')];
    if (given !== editionsId) {
      note('classification', { what: 'the row names another table', found: given, expected: editionsId });
    }
    this.#version ??= version;
    if (version === '' || version !== this.#version) {
      note('version', { what: 'a table has one version', found: version, expected: this.#version || 'a version' });
    }
    const isSymbol = (text: string) => readPattern(text) !== null;
    const went = field('new')
      .split('|')
      .map((one) => one.trim());
    if (!isSymbol(old)) note('old', noSymbol(old, isSymbol));
    for (const one of went) if (!isSymbol(one)) note('new', noSymbol(one, isSymbol));
    if (went.includes(old)) note('new', { what: 'a symbol does not go to itself', found: old });
    if (!/^\d{4}\.(?:0[1-9]|1[0-2])$/.test(edition)) {
      note('edition', { what: 'this is no edition of the IPC', found: edition, expected: 'year and month: 2023.01' });
    }
    if (field('origin') === '') note('origin', { what: 'the row has no origin', expected: 'where it was read' });
    const provisional = field('provisional');
    if (provisional !== 'yes' && provisional !== 'no') {
      note('provisional', { what: 'this is neither yes nor no', found: provisional, expected: 'yes, no' });
    }
    const earlier = this.#lines.get(old);
    if (earlier !== undefined) {
      note('old', {
        what: 'the symbol stands twice',
        found: `line ${earlier}`,
        expected: 'all that it became in one row',
      });
    }
    if (this.#notes.count > before) return;
    this.#lines.set(old, record.line);
    const told = { note: field('note'), origin: field('origin'), provisional: provisional === 'yes' };
    this.#rows.push({ old, edition, new: [...new Set(went)], ...told });
  }

  done(): ReadEditions {
    if (this.#notes.count === 0 && this.#rows.length === 0) {
      this.#notes.note(undefined, 0, { what: 'the table has no rows', found: 'nothing', expected: 'a row or more' });
    }
    return { version: this.#version ?? '', rows: this.#rows, faults: this.#notes.faults };
  }
}
