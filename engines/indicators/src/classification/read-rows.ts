import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import { type CsvRecord, csvRecords } from '../published/csv-records.js';
import { readPattern } from './class-pattern.js';
import { type ConcordanceRows, type ConcordanceRule, type RowMode, rowModes } from './concordance.js';

export const rowColumns = ['classification', 'version', 'code', 'name', 'rule', 'mode', 'pattern', 'keywords'] as const;
type Column = (typeof rowColumns)[number];

/** Behind the last keyword of a list that goes on without telling how. */
const goesOn = '…';
const between = '|';
const codeForm = /^[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*$/;

/** What a table holds, and everything that is wrong in it, from its top down. `rows` may be used only where there are no faults. */
export interface ReadRows {
  readonly rows: ConcordanceRows;
  readonly faults: readonly UserFault[];
}

/** Reads the rows of a table. `id`: the one that they must name. */
export function readConcordanceRows(text: string, file: string, id: string): ReadRows {
  const reading = new RowReading(file, id);
  try {
    const [header, ...records] = csvRecords(text, file);
    if (reading.header(header)) for (const record of records) reading.row(record);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    return { rows: { version: '', codes: {}, rules: [] }, faults: [error] };
  }
  return reading.done();
}

/** The id that the first row of a table names; null where it names none. */
export function idOfRows(text: string, file: string): string | null {
  const [, first] = csvRecords(text, file);
  return first?.fields[0]?.trim() || null;
}

interface Rule extends Record<'include' | 'exclude' | 'partial' | 'keywords' | 'excludedKeywords', string[]> {
  readonly code: string;
  readonly rule: number;
  openEnded: boolean;
  readonly record: CsvRecord;
}

class RowReading {
  readonly #file: string;
  readonly #id: string;
  readonly #faults: UserFault[] = [];
  readonly #rules = new Map<string, Rule>();
  readonly #names = new Map<string, string>();
  readonly #seen = new Map<string, number>();
  #version: string | null = null;

  constructor(file: string, id: string) {
    this.#file = file;
    this.#id = id;
  }

  header(record: CsvRecord | undefined): boolean {
    const found = record?.fields.map((field) => field.trim()) ?? [];
    if (found.join() === rowColumns.join()) return true;
    const at = rowColumns.findIndex((name, index) => found[index] !== name);
    const [given, wanted] = [found[at], rowColumns[at]];
    this.#note(record, at < 0 ? rowColumns.length : at, {
      what: 'the columns are not those of a table',
      found: given ?? (at < 0 ? (found[rowColumns.length] ?? 'nothing') : 'nothing'),
      expected: wanted ?? `the columns ${rowColumns.join()}, and no others`,
      ...(given === undefined ? {} : near(given, rowColumns)),
    });
    return false;
  }

  row(record: CsvRecord): void {
    if (record.fields.length !== rowColumns.length) {
      this.#note(record, Math.min(record.fields.length, rowColumns.length) - 1, {
        what: 'the row has another number of fields than the columns',
        found: String(record.fields.length),
        expected: String(rowColumns.length),
      });
      return;
    }
    const before = this.#faults.length;
    const field = (column: Column) => (record.fields[rowColumns.indexOf(column)] ?? '').trim();
    const note = (column: Column, fault: Fault) => this.#note(record, rowColumns.indexOf(column), fault);
    const [given, version, code, name] = [field('classification'), field('version'), field('code'), field('name')];
    if (given !== this.#id) {
      note('classification', { what: 'the row names another table', found: given, expected: this.#id });
    }
    this.#version ??= version;
    if (version === '') note('version', { what: 'the version is missing', expected: 'a version, such as 2021' });
    else if (version !== this.#version) {
      note('version', { what: 'a table has one version', found: version, expected: this.#version });
    }
    if (!codeForm.test(code)) {
      note('code', { what: 'this is no code', found: code, expected: 'letters and digits, joined by points: 1.2' });
    }
    const known = this.#names.get(code);
    if (name === '') note('name', { what: 'the code has no name', expected: 'a name' });
    else if (known !== undefined && known !== name) {
      note('name', { what: `the code ${code} has two names`, found: name, expected: known });
    }
    if (!/^[1-9]\d{0,5}$/.test(field('rule'))) {
      note('rule', { what: 'this is no number of a rule', found: field('rule'), expected: 'a whole number from 1' });
    }
    const mode = rowModes.find((one) => one === field('mode'));
    if (mode === undefined) {
      const expected = rowModes.join(', ');
      note('mode', { what: 'the mode is not known', found: field('mode'), expected, ...near(field('mode'), rowModes) });
    }
    const told = this.#told(field('pattern'), field('keywords'), mode, note);
    if (this.#faults.length > before || told === null || mode === undefined) return;
    this.#take({ code, name, rule: Number(field('rule')), mode, told, record, note });
  }

  /** A row tells one pattern or one list of keywords. */
  #told(
    pattern: string,
    keywords: string,
    mode: RowMode | undefined,
    note: (column: Column, fault: Fault) => void,
  ): { pattern: string } | { keywords: string[]; openEnded: boolean } | null {
    if ((pattern === '') === (keywords === '')) {
      const found = pattern === '' ? 'neither' : 'both';
      note('pattern', { what: 'a row tells a pattern or keywords', found, expected: 'exactly one of the two' });
      return null;
    }
    if (pattern !== '') {
      if (readPattern(pattern) !== null) return { pattern };
      const meant = pattern.replaceAll(/\s/g, '').toUpperCase().replace('%', '*');
      note('pattern', {
        what: 'this is no symbol of the IPC',
        found: pattern,
        expected: 'H01L, H01L21*, H01L21/02 or H01L21/02*',
        ...(readPattern(meant) === null ? {} : { didYouMean: meant }),
      });
      return null;
    }
    if (mode === 'partial') {
      note('mode', { what: 'keywords include or exclude', found: 'partial', expected: 'include, exclude' });
      return null;
    }
    const all = keywords.split(between).map((word) => word.trim());
    const openEnded = all.at(-1) === goesOn;
    const words = openEnded ? all.slice(0, -1) : all;
    if (words.every((word) => word !== '') && words.length > 0) return { keywords: words, openEnded };
    note('keywords', { what: 'a keyword is empty', found: keywords, expected: `words joined by ${between}` });
    return null;
  }

  #take(row: {
    readonly code: string;
    readonly name: string;
    readonly rule: number;
    readonly mode: RowMode;
    readonly told: { pattern: string } | { keywords: string[]; openEnded: boolean };
    readonly record: CsvRecord;
    readonly note: (column: Column, fault: Fault) => void;
  }): void {
    const { code, name, rule: number, mode, told, record } = row;
    const key = `${code} ${number}`;
    const column = 'pattern' in told ? 'pattern' : 'keywords';
    const same = `${key} ${mode} ${'pattern' in told ? told.pattern : told.keywords.join(between)}`;
    const earlier = this.#seen.get(same);
    if (earlier !== undefined) {
      row.note(column, { what: 'the row repeats another', found: `line ${earlier}`, expected: 'each row once' });
      return;
    }
    this.#seen.set(same, record.line);
    this.#names.set(code, name);
    const fresh: Rule = { ...empty(), code, rule: number, openEnded: false, record };
    const rule = this.#rules.get(key) ?? fresh;
    this.#rules.set(key, rule);
    if ('pattern' in told) rule[mode].push(told.pattern);
    else {
      rule[mode === 'exclude' ? 'excludedKeywords' : 'keywords'].push(...told.keywords);
      rule.openEnded ||= told.openEnded;
    }
  }

  done(): ReadRows {
    if (this.#faults.length === 0 && this.#rules.size === 0) {
      this.#note(undefined, 0, { what: 'the table has no rows', found: 'nothing', expected: 'a row or more' });
    }
    // Of a rule with a faulty row it is not known what it includes.
    const rules = this.#faults.length === 0 ? this.#rules.values() : [];
    for (const { code, rule, include, partial, record } of rules) {
      if (include.length + partial.length > 0) continue;
      const what = `rule ${rule} of ${code} includes nothing`;
      this.#note(record, rowColumns.indexOf('rule'), { what, expected: 'a row with a pattern that includes' });
    }
    const place = ({ detail: { place } }: UserFault) => [place?.line ?? 0, place?.column ?? 0] as const;
    const faults = [...this.#faults].sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
    const read = [...this.#rules.values()].map(({ record: _, ...rule }): ConcordanceRule => rule);
    return { rows: { version: this.#version ?? '', codes: Object.fromEntries(this.#names), rules: read }, faults };
  }

  #note(record: CsvRecord | undefined, field: number, { what, ...detail }: Fault): void {
    const [line, column] = [record?.line ?? 1, record?.columns[field] ?? record?.columns.at(-1) ?? 1];
    const name = rowColumns[field];
    const place = { path: this.#file, line, column, ...(name === undefined ? {} : { field: name }) };
    this.#faults.push(new UserFault('classification-wrong', { place, ...detail, values: { what } }));
  }
}

interface Fault {
  readonly what: string;
  readonly found?: string;
  readonly expected?: string;
  readonly didYouMean?: string;
}

function near(found: string, words: readonly string[]): { didYouMean?: string } {
  const meant = nearestWord(found, words);
  return meant === null ? {} : { didYouMean: meant };
}

function empty() {
  return { include: [], exclude: [], partial: [], keywords: [], excludedKeywords: [] };
}
