import { columnWords } from '../words/term-ids.js';
import type { Words } from '../words/words.js';

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const column = '([a-z_]+)';

/** The tests that a definition adds by itself, as the records name them, and the message of each. */
const tests: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${column} is null$`), 'test.null'],
  [new RegExp(`^${column} is not null$`), 'test.known'],
  [new RegExp(String.raw`^${column} outside (\d\S*)$`), 'test.outside'],
  [new RegExp(String.raw`^${column} in (\d\S*)$`), 'test.inside'],
  [new RegExp(`^${column} after (${day})$`), 'test.after'],
  [new RegExp(`^${column} on or before (${day})$`), 'test.on-or-before'],
  [new RegExp(`^${column} not on or before (${day})$`), 'test.not-yet'],
  [new RegExp(`^${column} before ${column}$`), 'test.before'],
  [new RegExp(`^${column} not before ${column}$`), 'test.not-before'],
];
/** Those that name no column. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/^counted in (\S+)$/, 'test.counted-in'],
  [/^not counted in (\S+)$/, 'test.not-counted-in'],
  [/^in ([A-Z0-9][A-Z0-9-]*)$/, 'test.in-scope'],
  [/^none of (.+) on \d{4}-\d{2}-\d{2}$/, 'test.meets-none'],
  [/^([\w-]+(?: or [\w-]+)*) on \d{4}-\d{2}-\d{2}$/, 'test.meets-one'],
  [/^within (\d+) months$/, 'test.within'],
  [/^more than (\d+) months$/, 'test.more-than'],
];

/** Why a record counts or was left out, in words; a condition of the definition stays as the definition writes it. */
export function testWords(words: Words, test: string, nameOf: (code: string) => string = (code) => code): string {
  for (const [form, message] of plain) {
    const [, subject] = form.exec(test) ?? [];
    if (subject !== undefined) return words.word(message, { other: nameOf(subject) });
  }
  for (const [form, message] of tests) {
    const [, subject, other] = form.exec(test) ?? [];
    if (subject === undefined) continue;
    return words.word(message, { column: columnName(words, subject), other: columnName(words, other ?? '') });
  }
  return test;
}

/** The name of a column of records; one without a name stays itself. */
export function columnName({ word }: Words, column: string): string {
  const id = Object.hasOwn(columnWords, column) ? columnWords[column] : undefined;
  return id === undefined ? column : word(id);
}
