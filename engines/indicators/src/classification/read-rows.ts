import { UserFault } from '@zhiheng/vocabulary';
import { type CsvRecord, csvRecords } from '../published/csv-records.js';
import { readPattern } from './class-pattern.js';
import { type ConcordanceRows, type ConcordanceRule, type RowMode, rowModes } from './concordance.js';
import { near, noSymbol, type RowFault, RowNotes } from './row-notes.js';

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
  readonly #id: string;
  readonly #notes: RowNotes;
  readonly #rules = new Map<string, Rule>();
  readonly #names = new Map<string, string>();
  readonly #seen = new Map<string, number>();
  #version: string | null = null;

  constructor(file: string, id: string) {
    this.#id = id;
    this.#notes = new RowNotes(file, rowColumns);
  }

  header(record: CsvRecord | undefined): boolean {
    return this.#notes.header(record);
  }

  row(record: CsvRecord): void {
    if (!this.#notes.fieldCount(record)) return;
    const before = this.#notes.count;
    const field = (column: Column) => (record.fields[rowColumns.indexOf(column)] ?? '').trim();
    const note = (column: Column, fault: RowFault) => this.#notes.note(record, rowColumns.indexOf(column), fault);
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
    if (this.#notes.count > before || told === null || mode === undefined) return;
    this.#take({ code, name, rule: Number(field('rule')), mode, told, record, note });
  }

  /** A row tells one pattern or one list of keywords. */
  #told(
    pattern: string,
    keywords: string,
    mode: RowMode | undefined,
    note: (column: Column, fault: RowFault) => void,
  ): { pattern: string } | { keywords: string[]; openEnded: boolean } | null {
    if ((pattern === '') === (keywords === '')) {
      const found = pattern === '' ? 'neither' : 'both';
      note('pattern', { what: 'a row tells a pattern or keywords', found, expected: 'exactly one of the two' });
      return null;
    }
    if (pattern !== '') {
      if (readPattern(pattern) !== null) return { pattern };
      note(
        'pattern',
        noSymbol(pattern, (text) => readPattern(text) !== null),
      );
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
    readonly note: (column: Column, fault: RowFault) => void;
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
    if (this.#notes.count === 0 && this.#rules.size === 0) {
      this.#notes.note(undefined, 0, { what: 'the table has no rows', found: 'nothing', expected: 'a row or more' });
    }
    // Of a rule with a faulty row it is not known what it includes.
    const rules = this.#notes.count === 0 ? this.#rules.values() : [];
    for (const { code, rule, include, partial, record } of rules) {
      if (include.length + partial.length > 0) continue;
      const what = `rule ${rule} of ${code} includes nothing`;
      this.#notes.note(record, rowColumns.indexOf('rule'), { what, expected: 'a row with a pattern that includes' });
    }
    const read = [...this.#rules.values()].map(({ record: _, ...rule }): ConcordanceRule => rule);
    return {
      rows: { version: this.#version ?? '', codes: Object.fromEntries(this.#names), rules: read },
      faults: this.#notes.faults,
    };
  }
}

function empty() {
  return { include: [], exclude: [], partial: [], keywords: [], excludedKeywords: [] };
}
