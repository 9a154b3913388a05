import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { YamlSheet } from '@zhiheng/sheets';
import type { LocalizedText } from '@zhiheng/vocabulary';
import { readSource } from '../definition-file/read-source.js';
import type { ConcordanceRows } from './concordance.js';
import { type EditionRow, editionsId, readEditionRows } from './edition-rows.js';

/** Where the list of symbols by edition comes from and how far it can be trusted. */
export interface EditionSheet {
  readonly id: string;
  readonly version: string;
  readonly names: LocalizedText;
  readonly origin: { readonly text: string; readonly date: string | null; readonly url: string | null };
  readonly provisional: boolean;
  readonly doubts: readonly LocalizedText[];
}

/** The list in force: its sheet and its rows. */
export interface EditionList {
  readonly sheet: EditionSheet;
  /** Of the rows. */
  readonly version: string;
  /** Whether the rows are the office's own. */
  readonly own: boolean;
  readonly rows: readonly EditionRow[];
}

/** A list in the form of a table, so that two can be compared: an old symbol as a code, what it became as the patterns of its rule. */
export function editionRowsAsTable({ version, rows }: Pick<EditionList, 'version' | 'rows'>): ConcordanceRows {
  const none = { exclude: [], partial: [], keywords: [], excludedKeywords: [], openEnded: false };
  return {
    version,
    codes: Object.fromEntries(rows.map((row) => [row.old, `${row.edition} ${row.note}`.trim()])),
    rules: rows.map((row) => ({ code: row.old, rule: 1, include: row.new, ...none })),
  };
}

const folder = 'classifications/editions';

/** The list that a definitions folder has, its rows replaced where `own` is given; null where it has none. Throws `classification-wrong`. */
export function readEditionList(definitionsFolder: string, own?: string): EditionList | null {
  const [sheetFile, rowsFile] = [`${folder}/${editionsId}.yaml`, `${folder}/${editionsId}.csv`];
  if (!existsSync(join(definitionsFolder, sheetFile))) return null;
  const sheet = readEditionSheet(readFileSync(join(definitionsFolder, sheetFile), 'utf8'), sheetFile);
  const text = own ?? readFileSync(join(definitionsFolder, rowsFile), 'utf8');
  const { version, rows, faults } = readEditionRows(text, own === undefined ? rowsFile : `own/${editionsId}.csv`);
  const [first] = faults;
  if (first !== undefined) throw first;
  return { sheet, version, own: own !== undefined, rows };
}

function readEditionSheet(text: string, file: string): EditionSheet {
  const yaml = new YamlSheet(text, file, 'classification-wrong');
  const map = yaml.root();
  const { text: origin, date, url } = readSource(map.map('origin'));
  const read = {
    id: map.text('id'),
    version: map.text('version'),
    names: map.localized('names'),
    origin: { text: origin, date, url },
    provisional: map.truth('provisional'),
    doubts: map.maps('doubts').map((one) => one.languages()),
  };
  map.close();
  yaml.throwFirst();
  return read;
}
