import { isDay, OwnFault } from '@zhiheng/vocabulary';
import type { Column } from './expression.js';
import type { ValueType } from './value-type.js';

export type Value = string | number | boolean | null;

/** The lists of one record, by name; their items by column name. */
export type RecordLists = Readonly<Record<string, readonly RecordValues[]>>;

/**
 * One record by column name: dates as `YYYY-MM-DD`, numbers as numbers, null where nothing is known. Under `lists` its
 * lists, where something is asked of them.
 */
export interface RecordValues {
  readonly [column: string]: Value | RecordLists | undefined;
  readonly lists?: RecordLists;
}

const fits: Readonly<Record<ValueType, (value: Value) => boolean>> = {
  text: (value) => typeof value === 'string',
  integer: (value) => Number.isSafeInteger(value),
  decimal: (value) => Number.isFinite(value),
  date: (value) => typeof value === 'string' && isDay(value),
  boolean: (value) => typeof value === 'boolean',
};

/** The value of a column; throws `OwnFault` when the record lacks the column or holds a value of another type. */
export function recordValue(record: RecordValues, { name, type }: Pick<Column, 'name' | 'type'>): Value {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (value === undefined) throw new OwnFault(`the record has no column ${name}`);
  if (value === null) return null;
  if (typeof value === 'object' || !fits[type](value)) {
    throw new OwnFault(`${name} of the record is no ${type}: ${String(value)}`);
  }
  return value;
}

/** The items of a list; throws `OwnFault` when the record lacks it. */
export function recordList(record: RecordValues, name: string): readonly RecordValues[] {
  const items = record.lists?.[name];
  if (items === undefined) throw new OwnFault(`the record has no list ${name}`);
  return items;
}
