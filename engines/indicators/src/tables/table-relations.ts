import type { Dialect } from '@zhiheng/expressions';
import { type ColumnType, patentTables, recordalTables, trademarkTables } from '@zhiheng/vocabulary';
import type { RecordTable } from '../definition.js';

/** A relation by its name, in the order in which one may ask those before it. */
export type NamedRelation = readonly [name: string, sql: string];

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  decimal: 'DECIMAL(38, 6)',
  hash: 'VARCHAR',
  date: 'DATE',
};

/**
 * What stands for the tables of patents where records of another table are counted: each record is shaped like a patent, so that whatever
 * is asked of patents can be asked of it. What such a record cannot tell is null.
 */
export function tableRelations(table: Exclude<RecordTable, 'patents'>, dialect: Dialect): NamedRelation[] {
  return table === 'trademarks' ? ofMarks(dialect) : ofDeeds(dialect);
}

function ofMarks(dialect: Dialect): NamedRelation[] {
  return [
    ['patents', heads('mark', 'trademarks', trademarkTables.trademarks.columns, dialect)],
    ['patent_states', states('mark.id, mark.ceased_on', ['ceased_on'], 'trademarks AS mark', dialect)],
    ['patent_texts', "SELECT mark.id, mark.mark_text AS title, '' AS abstract FROM trademarks AS mark"],
    [
      'patent_holders',
      `SELECT holder.id, holder.position, holder.name, holder.country, holder.address, holder.area, holder.from_on, holder.to_on, holder.credit_code, holder.holder_type
FROM trademark_holders AS holder`,
    ],
    [
      'patent_classes',
      `SELECT class.id, class.position, class.scheme, class.edition, class.class AS symbol FROM trademark_classes AS class`,
    ],
    ['patent_owners', noOwners(dialect)],
  ];
}

/** A deed is held by the first of those who held the first right that it names on the day before it was recorded. */
function ofDeeds(dialect: Dialect): NamedRelation[] {
  const ever = (column: string, day: string) => `coalesce(owner.${column}, DATE '${day}')`;
  return [
    [
      'deed_right',
      `SELECT named.id, count(DISTINCT named.patent) AS rights, min(CASE WHEN named.place = 1 THEN named.patent END) AS patent
FROM (SELECT event.id, event.patent, row_number() OVER (PARTITION BY event.id ORDER BY event.position, event.patent) AS place FROM patent_events AS event) AS named
GROUP BY named.id`,
    ],
    [
      'deed_holder',
      `SELECT deed.id, coalesce(owner.name, filed.name) AS name, coalesce(owner.country, filed.country) AS country, coalesce(owner.area, filed.area) AS area,
  coalesce(owner.credit_code, filed.credit_code) AS credit_code, coalesce(owner.holder_type, filed.holder_type) AS holder_type
FROM recordals AS deed
JOIN deed_right ON deed_right.id = deed.id
LEFT JOIN patent_holders AS filed ON filed.id = deed_right.patent AND filed.position = 1
LEFT JOIN patent_owners AS owner ON owner.id = deed_right.patent AND owner.position = 1
  AND ${ever('from_on', '0001-01-01')} < deed.recorded_on AND ${ever('to_on', '9999-12-31')} >= deed.recorded_on`,
    ],
    [
      'deed_text',
      'SELECT deed_right.id, text.title FROM deed_right JOIN patent_texts AS text ON text.id = deed_right.patent',
    ],
    [
      'deed_head',
      heads(
        'deed',
        'recordals',
        recordalTables.recordals.columns,
        dialect,
        'coalesce(deed_right.rights, 0) AS rights',
        ['LEFT JOIN deed_right ON deed_right.id = deed.id'],
      ),
    ],
    ['patents', 'SELECT * FROM deed_head'],
    ['patent_states', states('deed.id', [], 'recordals AS deed', dialect)],
    ['patent_texts', "SELECT deed_text.id, deed_text.title, '' AS abstract FROM deed_text"],
    [
      'patent_holders',
      `SELECT deed_holder.id, 1 AS position, deed_holder.name, deed_holder.country, ${nothing('text', dialect)} AS address, deed_holder.area, ${nothing('date', dialect)} AS from_on,
  ${nothing('date', dialect)} AS to_on, deed_holder.credit_code, deed_holder.holder_type
FROM deed_holder`,
    ],
    [
      'patent_classes',
      `SELECT deed_right.id, CAST(0 AS INTEGER) AS position, '' AS scheme, '' AS edition, '' AS symbol FROM deed_right WHERE 1 = 0`,
    ],
    ['patent_owners', noOwners(dialect)],
  ];
}

/** The records of a table with all of their own columns, and those of a patent that they do not have. */
function heads(
  name: string,
  table: string,
  columns: Readonly<Record<string, ColumnType>>,
  dialect: Dialect,
  more = '',
  joins: readonly string[] = [],
): string {
  const own = Object.keys(columns).map((column) => `${name}.${column}`);
  const lacking = Object.entries(patentTables.patents.columns).filter(([column]) => !Object.hasOwn(columns, column));
  const none = lacking.map(([column, type]) => `${nothing(type, dialect)} AS ${column}`);
  const all = [...own, ...none, ...(more === '' ? [] : [more])];
  return [`SELECT ${all.join(', ')}`, `FROM ${table} AS ${name}`, ...joins].join('\n');
}

function states(told: string, held: readonly string[], from: string, dialect: Dialect): string {
  const { id: _, revision: __, ...columns } = patentTables.patent_states.columns;
  const none = Object.entries(columns).flatMap(([column, type]) =>
    held.includes(column) ? [] : [`${nothing(type, dialect)} AS ${column}`],
  );
  return `SELECT ${[told, ...none].join(', ')} FROM ${from}`;
}

function noOwners(dialect: Dialect): string {
  return `SELECT '' AS id, 0 AS stage, 0 AS position, '' AS name, '' AS area, ${nothing('date', dialect)} AS from_on, ${nothing('date', dialect)} AS to_on WHERE 1 = 0`;
}

function nothing(type: ColumnType, { name }: Dialect): string {
  const text = name === 'postgres' && (type === 'text' || type === 'hash') ? 'TEXT' : sqlTypes[type];
  return `CAST(NULL AS ${text})`;
}
