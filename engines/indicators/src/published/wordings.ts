import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalizedText } from '@zhiheng/vocabulary';
import { type CsvRecord, csvRecords } from './csv-records.js';
import { referenceFault } from './reference-fault.js';

/** The file of wordings beside the files of published series. */
export const wordingsFile = 'wordings.csv';
const path = `reference/published/${wordingsFile}`;

/** `text` as it stands in a file of series; `en` is empty where the text itself is what English readers see. */
export const wordingColumns = ['text', 'en', 'zh-Hans', 'zh-Hant'] as const;

/** How a source, note or scope of published values stands in each language, with the line that says so. */
export interface Wording {
  readonly words: LocalizedText;
  readonly path: string;
  readonly line: number;
}

/** Wordings by the text that they word. */
export type Wordings = ReadonlyMap<string, Wording>;

/** The wordings of a definitions folder; none where it has no such file. Throws as `readWordings` does. */
export function readWordingsOf(definitionsFolder: string): Wordings {
  const file = join(definitionsFolder, path);
  return existsSync(file) ? readWordings(readFileSync(file, 'utf8'), path) : new Map();
}

/** Reads a file of wordings. Throws `reference-wrong` with line and column: another header, a text left out, or one worded twice. */
export function readWordings(csv: string, file: string): Wordings {
  const [header, ...records] = csvRecords(csv, file);
  if (header === undefined || header.fields.join() !== wordingColumns.join()) {
    throw referenceFault({
      ...{ path: file, line: header?.line ?? 1, field: null, what: 'the header is not that of wordings' },
      ...{ found: header?.fields.join() ?? '', expected: wordingColumns.join() },
    });
  }
  const wordings = new Map<string, Wording>();
  for (const record of records) {
    const [text, words] = readWording(record, file);
    const twin = wordings.get(text);
    if (twin !== undefined) {
      throw referenceFault({
        ...{ path: file, line: record.line, field: 'text', what: `the text of line ${twin.line} is worded again` },
        ...{ found: text, expected: 'one wording for each text' },
      });
    }
    wordings.set(text, { words, path: file, line: record.line });
  }
  return wordings;
}

function readWording({ line, fields }: CsvRecord, file: string): [text: string, words: LocalizedText] {
  if (fields.length !== wordingColumns.length) {
    throw referenceFault({
      ...{ path: file, line, field: null, what: 'the row is too short or too long' },
      ...{ found: `${fields.length} fields`, expected: `${wordingColumns.length} fields` },
    });
  }
  const [text = '', en = '', hans = '', hant = ''] = fields;
  for (const [field, found] of Object.entries({ text, 'zh-Hans': hans, 'zh-Hant': hant })) {
    if (found.trim() === '') {
      throw referenceFault({
        ...{ path: file, line, field, what: `${field} is left out` },
        ...{ found, expected: field === 'text' ? 'a text of published series' : 'the text in that language' },
      });
    }
  }
  return [text, { 'zh-Hans': hans, 'zh-Hant': hant, en: en === '' ? text : en }];
}
