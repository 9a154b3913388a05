import type { Words } from '../words/words.js';
import { tableWords } from './releases/table-words.js';

/** Message ids of the tables that hold the details of a record. */
const detailWords: Readonly<Record<string, string>> = {
  patent_texts: 'table.patent-texts',
  patent_states: 'table.patent-states',
  patent_classes: 'table.patent-classes',
  patent_holders: 'table.patent-holders',
  patent_people: 'table.patent-people',
  patent_events: 'table.patent-events',
  patent_family_members: 'table.patent-family-members',
  patent_statements: 'table.patent-statements',
  trademark_classes: 'table.trademark-classes',
  trademark_holders: 'table.trademark-holders',
  trademark_events: 'table.trademark-events',
  gi_users: 'table.gi-users',
};

/** A canonical table in words, where there are some; its code otherwise. */
export function tableName({ word }: Words, table: string): string {
  const id = tableWords[table] ?? detailWords[table];
  return id === undefined ? table : word(id);
}
