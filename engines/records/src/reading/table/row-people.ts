import type { RecordPerson } from '../record.js';
import type { ColumnReader } from './column-reader.js';

const columnsOfRoles = { inventors: 'inventor', agents: 'agent' } as const;
const nobody: readonly RecordPerson[] = [];

/** The people of a row: its inventors, then its agents. */
export function rowPeople(columns: ColumnReader, fields: readonly string[]): readonly RecordPerson[] {
  let people = nobody;
  for (const field of ['inventors', 'agents'] as const) {
    const names = columns.list(fields, field);
    if (names.length === 0) continue;
    const named = names.filter((name) => name !== '').map((name) => ({ name, role: columnsOfRoles[field] }));
    people = [...people, ...named];
  }
  return people;
}
