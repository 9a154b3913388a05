import type { Dialect } from '../src/index.js';
import type { RandomRecord } from './random-records.js';

type Cell = string | number | boolean | null;
type CellType = 'text' | 'integer' | 'decimal' | 'date' | 'boolean' | 'exact';

/** A table to be made: columns with their types, and rows in that order. `exact` is DECIMAL(9, 4). */
export interface TestTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, CellType>>;
  readonly rows: readonly (readonly Cell[])[];
}

const id = (position: number) => `p${position}`;

/** The records in tables of the canonical names, with the columns that are asked for here. */
export function tablesOf(records: readonly RandomRecord[]): TestTable[] {
  const items = <T>(pick: (record: RandomRecord) => readonly T[]) =>
    records.flatMap((record, position) => pick(record).map((item, index) => ({ item, position, index })));
  return [
    {
      name: 'patents',
      columns: {
        ...{ id: 'text', position: 'integer', kind: 'text', area: 'text', claims: 'integer', pages: 'integer' },
        ...{ fee: 'decimal', share: 'exact', filed_on: 'date', pct: 'boolean', funded: 'boolean' },
      },
      rows: records.map((one, position) => [
        ...[id(position), position, one.kind, one.area, one.claims, one.pages],
        ...[one.fee, one.share, one.filed_on, one.pct, one.funded],
      ]),
    },
    {
      name: 'patent_states',
      columns: { id: 'text', granted_on: 'date' },
      rows: records.flatMap((one, position) => (one.granted_on === null ? [] : [[id(position), one.granted_on]])),
    },
    {
      name: 'patent_events',
      columns: {
        ...{ id: 'text', patent: 'text', event: 'text', event_on: 'date', amount: 'decimal' },
        ...{ currency: 'text', country: 'text', reference: 'text' },
      },
      // Some stand under the patent, some under a statement or a deed; of a deed the number it refers to counts.
      rows: items((one) => one.lists.events).map(({ item, position, index }) => [
        ...(index % 3 === 0
          ? [id(position), null]
          : [`${index % 3 === 1 ? 'EVENT' : 'DEED'}:${position}:${index}`, id(position)]),
        ...[item.kind, item.on, item.amount, item.currency, item.country],
        index % 3 === 2 && item.reference !== null ? `own ${item.reference}` : item.reference,
      ]),
    },
    {
      name: 'recordals',
      columns: { id: 'text', refers_to: 'text' },
      rows: items((one) => one.lists.events).flatMap(({ item, position, index }) =>
        index % 3 === 2 ? [[`DEED:${position}:${index}`, item.reference]] : [],
      ),
    },
    {
      name: 'patent_classes',
      columns: { id: 'text', scheme: 'text', edition: 'text', symbol: 'text', position: 'integer' },
      rows: items((one) => one.lists.classes).map(({ item, position }) => [
        ...[id(position), item.scheme, item.edition, item.symbol, item.position],
      ]),
    },
    {
      name: 'patent_tags',
      columns: { id: 'text', scheme: 'text', code: 'text' },
      rows: items((one) => one.lists.tags).map(({ item, position }) => [id(position), item.scheme, item.code]),
    },
    {
      name: 'patent_holders',
      columns: {
        ...{ id: 'text', name: 'text', area: 'text', holder_type: 'text', credit_code: 'text', position: 'integer' },
      },
      rows: items((one) => one.lists.holders).map(({ item, position }) => [
        ...[id(position), item.name, item.area, item.holder_type, item.credit_code, item.position],
      ]),
    },
  ];
}

/** Statements that make and fill a table. Values are written as texts and cast, so that literals of the package are not used. */
export function statementsOf({ name, columns, rows }: TestTable, dialect: Dialect): string[] {
  const types = Object.values(columns).map((type) => (type === 'exact' ? 'DECIMAL(9, 4)' : dialect.types[type]));
  const quoted = (value: Cell) => (value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`);
  const cast = (value: Cell, index: number) => `CAST(${quoted(value)} AS ${types[index]})`;
  const made = `CREATE TABLE ${name} (${Object.keys(columns)
    .map((column, index) => `${column} ${types[index]}`)
    .join(', ')})`;
  if (rows.length === 0) return [made];
  return [made, `INSERT INTO ${name} VALUES ${rows.map((row) => `(${row.map(cast).join(', ')})`).join(',\n')}`];
}
