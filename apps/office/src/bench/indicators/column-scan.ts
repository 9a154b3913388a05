import type { LakeSession } from '@zhiheng/lake';
import { shownTables } from '@zhiheng/vocabulary';

/** Columns of canonical tables, by table. */
export type ReadColumns = Readonly<Record<string, readonly string[]>>;

/** What counting reads of every record, whatever the definition. */
const always: ReadColumns = {
  patents: ['id', 'office', 'dataset', 'kind'],
  patent_holders: ['id', 'position', 'area'],
};

/** What a word in the text of a definition makes it read, beside the columns that the text names itself. */
const asked: readonly (readonly [RegExp, ReadColumns])[] = [
  [/\bholder_type\b/, { patent_holders: ['holder_type'] }],
  [/\bclassified\(|\bipc_(?:section|subclass)\b/, { patent_classes: ['id', 'scheme', 'symbol'] }],
  // Concordance tables look for words too.
  [
    /\bclassified\('(?!ipc'|locarno')/,
    { patent_texts: ['id', 'title', 'abstract'], patent_classes: ['id', 'scheme', 'symbol'] },
  ],
  [/^count: holders$/m, { patent_holders: ['name', 'credit_code', 'country'], party_names: ['key', 'party'] }],
  [
    /\b(?:has|held)\((?!holders)|^ {4}events:/m,
    { patent_events: ['id', 'patent', 'event', 'event_on', 'reference'], recordals: ['id', 'refers_to'] },
  ],
  [/\bat: (?:event|period-end)\b/, { patent_owners: ['id', 'stage', 'position', 'area', 'from_on', 'to_on'] }],
];

const patentTables = ['patents', 'patent_states', 'patent_decisions'] as const;

/** The columns that definitions are computed from, by their texts. */
export function columnsRead(texts: readonly string[]): ReadColumns {
  const read = new Map<string, Set<string>>();
  const add = (columns: ReadColumns) => {
    for (const [table, names] of Object.entries(columns)) {
      const known = read.get(table) ?? new Set<string>();
      for (const name of names) known.add(name);
      read.set(table, known);
    }
  };
  add(always);
  for (const text of texts) {
    // The names and the prose are no part of what is computed.
    const lines = text
      .split('\n')
      .filter((line) =>
        /^(?:table|where|date|starts|ends|clock|breakdowns|attribution|count| {4}(?:dates|events)):/.test(line),
      );
    const told = lines.join('\n');
    for (const [word, columns] of asked) if (word.test(told)) add(columns);
    const other = (['trademarks', 'recordals'] as const).find((table) => told.includes(`table: ${table}`));
    for (const table of other === undefined ? patentTables : [other]) {
      const named = Object.keys(shownTables[table].columns).filter((name) => new RegExp(`\\b${name}\\b`).test(told));
      if (named.length > 0) add({ [table]: ['id', ...named] });
    }
  }
  return Object.fromEntries([...read].map(([table, names]) => [table, [...names].sort()]));
}

/** Reads every value of some columns and does next to nothing with it. */
export async function scanColumns(session: LakeSession, columns: ReadColumns): Promise<void> {
  for (const [table, names] of Object.entries(columns)) {
    await session.rows(`SELECT ${names.map((name) => `max(${name}) AS ${name}`).join(', ')} FROM ${table}`);
  }
}
