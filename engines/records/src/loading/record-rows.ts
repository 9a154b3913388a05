import { hash } from 'node:crypto';
import type { Value } from '@zhiheng/lake';
import { type RecordGroup, type RecordTable, recordTableNames, recordTables } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { PersonName } from '../people/person-name.js';
import type { Pseudonyms } from '../people/pseudonyms.js';
import type { PatentRecord, RecordPerson } from '../reading/record.js';
import type { SourceRecord } from '../reading/source-record.js';

/** The rows of a record by table, in the order of the canonical columns after `id` and `revision`. */
export interface RecordRows {
  readonly group: RecordGroup;
  readonly id: string;
  /** People whom the rows name by a pseudonym. */
  readonly names: readonly PersonName[];
  readonly tables: readonly (readonly [RecordTable, readonly (readonly Value[])[]])[];
}

/** Where a record stood. */
export interface RecordOrigin {
  readonly source: string;
  readonly position: number;
}

/** Rows of a record of any group; without `pseudonyms` they tell of no people. */
export function recordRows(
  record: PatentRecord | SourceRecord,
  origin: RecordOrigin,
  pseudonyms: Pseudonyms | null,
): RecordRows {
  return 'group' in record ? sourceRows(record, origin) : patentRows(record, origin, pseudonyms);
}

/** Rows of a patent record: written out by hand, since most records of an office are patents. */
function patentRows(
  record: PatentRecord,
  { source, position }: RecordOrigin,
  pseudonyms: Pseudonyms | null,
): RecordRows {
  const head: Value[] = [
    record.office,
    record.dataset,
    record.number,
    record.numberAsGiven,
    record.kind,
    record.kindAsGiven,
    record.route,
    record.filedOn,
    record.priorityOn,
    record.publishedOn,
    record.publicationNumber,
    record.grantNumber,
    record.claimCount,
    record.family,
    record.fundedProject,
    record.agency,
    record.department,
    record.stateOn,
  ];
  const { titleEn = null } = record;
  const text = [record.title, record.abstract, record.firstClaim, record.language];
  const state = [
    record.examinationRequestedOn,
    record.firstActionOn,
    record.closedOn,
    record.outcome,
    record.grantedOn,
    record.ceasedOn,
    record.ceaseReason,
  ];
  const classes = record.classes.map((one, index) => [index + 1, one.scheme, one.edition, one.symbol]);
  const holders = record.holders.map((one, index) => [
    index + 1,
    one.name,
    one.country,
    one.address,
    one.area,
    one.fromOn,
    one.toOn,
  ]);
  const people = pseudonyms === null ? nobody : namesOf(record.people ?? [], pseudonyms);
  const parts: unknown[] = [head, text, state, classes, holders];
  // What version 3 of the tables added is hashed where it is told: a record without it has the hash that it had before.
  if (tellsMore(record, people.rows)) {
    const more = record.holders.map(({ creditCode = null, holderType = null }) => [creditCode, holderType]);
    parts.push(titleEn, more, people.rows);
  }
  head.push(contentHash(JSON.stringify(parts)), source, position);
  text.push(titleEn);
  for (const [index, one] of record.holders.entries()) {
    holders[index]?.push(one.creditCode ?? null, one.holderType ?? null);
  }
  return {
    group: 'patents',
    id: record.id,
    names: people.names,
    tables: [
      ['patents', [head]],
      ['patent_texts', [text]],
      ['patent_states', [state]],
      ['patent_classes', classes],
      ['patent_holders', holders],
      ['patent_people', people.rows],
    ],
  };
}

interface RecordPeople {
  readonly names: readonly PersonName[];
  readonly rows: readonly (readonly Value[])[];
}

const nobody: RecordPeople = { names: [], rows: [] };

function namesOf(people: readonly RecordPerson[], pseudonyms: Pseudonyms): RecordPeople {
  if (people.length === 0) return nobody;
  const names = people.map(({ name }) => ({ pseudonym: pseudonyms.of(name), name }));
  return { names, rows: people.map(({ role }, index) => [index + 1, names[index]?.pseudonym ?? null, role]) };
}

function tellsMore({ titleEn = null, holders }: PatentRecord, people: RecordPeople['rows']): boolean {
  if (titleEn !== null || people.length > 0) return true;
  return holders.some(({ creditCode = null, holderType = null }) => creditCode !== null || holderType !== null);
}

/** Rows of a record whose reader names its tables itself. */
function sourceRows(record: SourceRecord, { source, position }: RecordOrigin): RecordRows {
  const { group, id, office, dataset, number, numberAsGiven, stateOn, rows } = record;
  const content = contentHash(canonicalText({ office, dataset, number, numberAsGiven, stateOn, rows }));
  const said: Readonly<Record<string, Value>> = {
    office,
    dataset,
    number,
    number_as_given: numberAsGiven,
    state_on: stateOn,
    content_hash: content,
    source,
    source_position: position,
  };
  const tables = (Object.entries(rows) as [RecordTable, readonly Readonly<Record<string, Value>>[]][]).map(
    ([table, list]) => {
      const columns = ownColumns.get(table) ?? [];
      const isHead = table === group;
      const lines = list.map((row, index) =>
        columns.map((column) => {
          if (column === 'position') return index + 1;
          return row[column] ?? (isHead ? (said[column] ?? null) : null);
        }),
      );
      return [table, lines] as const;
    },
  );
  return { group, id, names: [], tables };
}

/** Columns of each table after `id` and `revision`. */
const ownColumns: ReadonlyMap<RecordTable, readonly string[]> = new Map(
  recordTableNames.map((table) => [table, Object.keys(recordTables[table].columns).slice(2)]),
);

const eightBytes = Buffer.alloc(8);

/** First eight bytes of SHA-256 as a signed integer: compared only among the states of one record. */
function contentHash(text: string): bigint {
  // As a string, since a digest of bytes costs more than the hashing.
  eightBytes.write(hash('sha256', text, 'binary'), 0, 8, 'latin1');
  return eightBytes.readBigInt64BE(0);
}
