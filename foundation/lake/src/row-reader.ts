import type { DuckDBValue } from '@duckdb/node-api';
import { OwnFault } from '@zhiheng/vocabulary';
import { engine } from './engine.js';

interface Reader {
  deduplicatedColumnNames(): string[];
  getRows(): DuckDBValue[][];
}
interface Batch {
  readonly rows: DuckDBValue[][];
  readonly result: { deduplicatedColumnNames(): string[] };
}

/** Rows as plain objects: dates as `YYYY-MM-DD`, integers and decimals as numbers, everything else as it is. */
export function readRows<T extends object>(source: Reader | Batch): T[] {
  const [rows, names] =
    'rows' in source
      ? [source.rows, source.result.deduplicatedColumnNames()]
      : [source.getRows(), source.deduplicatedColumnNames()];
  return rows.map((row) => {
    const read: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) read[names[index] as string] = plain(row[index]);
    return read as T;
  });
}

function plain(value: DuckDBValue | undefined): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') {
    if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) {
      throw new OwnFault(`an integer of the SQL engine is too large for a number: ${value}`);
    }
    return Number(value);
  }
  if (typeof value !== 'object') return value;
  if (value instanceof engine().DuckDBDateValue) return value.toString();
  if (value instanceof engine().DuckDBDecimalValue) return value.toDouble();
  if ('items' in value && Array.isArray(value.items)) return value.items.map((item) => plain(item));
  return String(value);
}
