import type { DuckDBValue } from '@duckdb/node-api';
import { OwnFault } from '@zhiheng/vocabulary';
import { engine } from './engine.js';

interface Chunk {
  readonly rowCount: number;
  getColumnValues(index: number): DuckDBValue[];
}

/** Rows of a part of a result as plain objects: dates as `YYYY-MM-DD`, integers and decimals as numbers, everything else as it is. */
function readChunk<T extends object>(names: readonly string[], chunk: Chunk): T[] {
  const columns = names.map((_, index) => chunk.getColumnValues(index));
  return Array.from({ length: chunk.rowCount }, (_, row) => {
    const read: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) read[names[index] as string] = plain(columns[index]?.[row]);
    return read as T;
  });
}

interface Result extends AsyncIterable<Chunk> {
  deduplicatedColumnNames(): string[];
}

/** The same of all of a result, part by part. */
export async function* readChunks<T extends object>(result: Result): AsyncGenerator<T[]> {
  const names = result.deduplicatedColumnNames();
  for await (const chunk of result) yield readChunk<T>(names, chunk);
}

/** All rows of a result. */
export async function readRows<T extends object>(result: Result): Promise<T[]> {
  const rows: T[] = [];
  for await (const part of readChunks<T>(result)) for (const row of part) rows.push(row);
  return rows;
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
