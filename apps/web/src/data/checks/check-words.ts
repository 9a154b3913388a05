import type { CheckStanding } from '@zhiheng/office';
import type { Words } from '../../words/words.js';
import { tableName } from '../table-name.js';

type Severity = CheckStanding['severity'];

/** The graver first. */
export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Message ids of how grave a check is, of what each means, and of the kinds of checks. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'severity.error',
  warning: 'severity.warning',
  note: 'severity.note',
};

export const severityMeaning: Readonly<Record<Severity, string>> = {
  error: 'severity.error.meaning',
  warning: 'severity.warning.meaning',
  note: 'severity.note.meaning',
};

export const checkKindWords: Readonly<Record<string, string>> = {
  row: 'check-kind.row',
  unique: 'check-kind.unique',
  'within-coverage': 'check-kind.within-coverage',
  'neighbour-ratio': 'check-kind.neighbour-ratio',
};

/** The name of a check; its id where its file is at fault. */
export function checkName({ own }: Words, { names, id }: Pick<CheckStanding, 'names' | 'id'>): string {
  return names === null ? id : own(names);
}

/** The table that a check looks at. */
export function checkedTable(words: Words, { table }: Pick<CheckStanding, 'table'>): string {
  return table === null ? words.word('checks.table-unknown') : tableName(words, table);
}
