import type { Language } from '@zhiheng/vocabulary';
import type { FilledTable } from '../filled-table.js';
import type { TableProvenance } from '../provenance.js';
import type { TableDefinition } from '../table-definition.js';
import { documentWords } from './document-words.js';
import { periodNames } from './period-names.js';

/** What stands on the sheet of metadata: what official tables carry, what the figures rest on, and whether totals agree. */
export function metadataRows(
  table: TableDefinition,
  filled: FilledTable,
  provenance: TableProvenance,
  language: Language,
): [name: string, value: string][] {
  const words = documentWords[language];
  const { metadata, source } = table;
  const known = (value: string | null) => value ?? words.notKnown;
  const rested = (value: string | number | null) => (value === null ? '–' : String(value));
  const sums = filled.sheets.flatMap((sheet) => sheet.sums);
  const count = (state: string) => sums.filter((sum) => sum.state === state).length;
  return [
    [words.table, table.names[language]],
    [words.periodName, periodNames(filled.period)[language]],
    [words.maker, known(metadata.maker)],
    [words.recorder, known(metadata.recorder)],
    [words.recordNumber, known(metadata.recordNumber)],
    [words.validUntil, known(metadata.validUntil)],
    [words.office, filled.office],
    [words.dataset, words.datasets[filled.dataset]],
    [words.vintage, rested(provenance.vintage)],
    [words.release, rested(provenance.release)],
    [words.effective, rested(provenance.effective)],
    [words.ledgerPosition, rested(provenance.ledgerPosition)],
    [words.madeOn, provenance.madeOn],
    [words.sums, words.sumsTold(count('holds'), count('not-checked'))],
    [
      words.source,
      [source.text, source.article, source.date, source.url].filter((part) => part !== null).join(words.comma),
    ],
    ...(table.provisional ? [[words.provisional, words.provisionalTable] as [string, string]] : []),
    ...table.notes.map((note): [string, string] => [words.notes, note[language]]),
    [words.tableHash, `${table.id} ${table.hash}`],
    ...provenance.definitions.map(({ id, names, hash }): [string, string] => [
      `${words.definitionHash} ${names[language]}`,
      `${id} ${hash}`,
    ]),
  ];
}
