import { isDay, OwnFault } from '@zhiheng/vocabulary';
import type { Column } from './expression.js';
import type { ValueType } from './value-type.js';

export type Value = string | number | boolean | null;

/** One record by column name: dates as `YYYY-MM-DD`, numbers as numbers, null where nothing is known. */
export type RecordValues = Readonly<Record<string, Value>>;

const fits: Readonly<Record<ValueType, (value: Value) => boolean>> = {
  text: (value) => typeof value === 'string',
  integer: (value) => Number.isSafeInteger(value),
  decimal: (value) => Number.isFinite(value),
  date: (value) => typeof value === 'string' && isDay(value),
  boolean: (value) => typeof value === 'boolean',
};

/** The value of a column; throws `OwnFault` when the record lacks the column or holds a value of another type. */
export function recordValue(record: RecordValues, { name, type }: Column): Value {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (value === undefined) throw new OwnFault(`the record has no column ${name}`);
  if (value !== null && !fits[type](value)) throw new OwnFault(`${name} of the record is no ${type}: ${String(value)}`);
  return value;
}
