import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import type { CsvRecord } from '../published/csv-records.js';

/** What is wrong in a field, and what would be right. */
export interface RowFault {
  readonly what: string;
  readonly found?: string;
  readonly expected?: string;
  readonly didYouMean?: string;
}

/** The nearest known word, where there is one. */
export function near(found: string, words: readonly string[]): { didYouMean?: string } {
  const meant = nearestWord(found, words);
  return meant === null ? {} : { didYouMean: meant };
}

/** Everything that is wrong in the rows of a CSV file of certain columns, each fault with its place. */
export class RowNotes {
  readonly #file: string;
  readonly #columns: readonly string[];
  readonly #faults: UserFault[] = [];

  constructor(file: string, columns: readonly string[]) {
    this.#file = file;
    this.#columns = columns;
  }

  get count(): number {
    return this.#faults.length;
  }

  /** From the top of the file down. */
  get faults(): UserFault[] {
    const place = ({ detail: { place } }: UserFault) => [place?.line ?? 0, place?.column ?? 0] as const;
    return [...this.#faults].sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
  }

  /** Notes a fault in a field of a record; with no record, of the file. */
  note(record: CsvRecord | undefined, field: number, { what, ...detail }: RowFault): void {
    const [line, column] = [record?.line ?? 1, record?.columns[field] ?? record?.columns.at(-1) ?? 1];
    const name = this.#columns[field];
    const place = { path: this.#file, line, column, ...(name === undefined ? {} : { field: name }) };
    this.#faults.push(new UserFault('classification-wrong', { place, ...detail, values: { what } }));
  }

  /** Whether the first record names the columns, these and no others. */
  header(record: CsvRecord | undefined): boolean {
    const found = record?.fields.map((field) => field.trim()) ?? [];
    if (found.join() === this.#columns.join()) return true;
    const at = this.#columns.findIndex((name, index) => found[index] !== name);
    const [given, wanted] = [found[at], this.#columns[at]];
    this.note(record, at < 0 ? this.#columns.length : at, {
      what: 'the columns are not those of a table',
      found: given ?? (at < 0 ? (found[this.#columns.length] ?? 'nothing') : 'nothing'),
      expected: wanted ?? `the columns ${this.#columns.join()}, and no others`,
      ...(given === undefined ? {} : near(given, this.#columns)),
    });
    return false;
  }

  /** Whether a record has as many fields as there are columns. */
  fieldCount(record: CsvRecord): boolean {
    if (record.fields.length === this.#columns.length) return true;
    this.note(record, Math.min(record.fields.length, this.#columns.length) - 1, {
      what: 'the row has another number of fields than the columns',
      found: String(record.fields.length),
      expected: String(this.#columns.length),
    });
    return false;
  }
}

/** A symbol that is none, with the one that was meant where its writing tells. */
export function noSymbol(pattern: string, isOne: (text: string) => boolean): RowFault {
  const meant = pattern.replaceAll(/\s/g, '').toUpperCase().replace('%', '*');
  return {
    what: 'this is no symbol of the IPC',
    found: pattern,
    expected: 'H01L, H01L21*, H01L21/02 or H01L21/02*',
    ...(isOne(meant) ? { didYouMean: meant } : {}),
  };
}
