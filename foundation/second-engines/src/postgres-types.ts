import { OwnFault } from '@zhiheng/vocabulary';
import pg from 'pg';
import type { FileColumns } from './table-file.js';

/** Of columns of canonical tables; texts in the order of their bytes, as the lake has them. */
export const columnTypes = {
  text: 'text COLLATE "C"',
  integer: 'bigint',
  decimal: 'numeric(20, 2)',
  hash: 'bigint',
  date: 'date',
} as const;

const { INT2, INT4, INT8, NUMERIC, DATE, FLOAT8 } = pg.types.builtins;

/** Numbers of every type come as numbers, dates as they are written. */
export function parserOf(type: number, format?: 'text' | 'binary'): (value: never) => unknown {
  if (type === DATE) return (value: string) => value;
  if (type !== INT8 && type !== NUMERIC) return pg.types.getTypeParser(type, format as 'text');
  return (value: string) => {
    const number = Number(value);
    if (type === INT8 && !Number.isSafeInteger(number)) throw new OwnFault(`a number too large to be exact: ${value}`);
    return number;
  };
}

/** The type that a column has in a file. */
export function fileType(type: number): FileColumns[string] {
  if (type === INT2 || type === INT4 || type === INT8) return 'integer';
  if (type === FLOAT8) return 'double';
  if (type === DATE) return 'date';
  return type === NUMERIC ? 'decimal' : 'text';
}
