import { type DuckDBAppender, DuckDBDataChunk, DuckDBDateValue, DuckDBDecimalValue } from '@duckdb/node-api';
import { type ColumnType, dayNumber, OwnFault } from '@zhiheng/vocabulary';

export type Value = string | number | bigint | null;

/** The engine takes chunks of at most this many rows. */
const chunkRows = 2048;

/** Appends whole columns to one table. */
export class ColumnAppender {
  readonly #appender: DuckDBAppender;
  readonly #types: readonly ColumnType[];

  constructor(appender: DuckDBAppender, types: readonly ColumnType[]) {
    this.#appender = appender;
    this.#types = types;
  }

  /** Takes columns of equal length, in the order of the table. */
  append(columns: readonly (readonly Value[])[]): void {
    const values = columns.map((column, index) => toSqlValues(column, this.#types[index] ?? 'text'));
    const duckTypes = this.#types.map((_, index) => this.#appender.columnType(index));
    const count = columns[0]?.length ?? 0;
    for (let start = 0; start < count; start += chunkRows) {
      const chunk = DuckDBDataChunk.create(duckTypes);
      chunk.setColumns(values.map((column) => column.slice(start, start + chunkRows)));
      this.#appender.appendDataChunk(chunk);
    }
  }

  flush(): void {
    this.#appender.flushSync();
  }

  close(): void {
    this.#appender.closeSync();
  }
}

const days = new Map<string, DuckDBDateValue>();
const rememberedDays = 50_000;

/** The value of a day; days recur, so each is made once. */
function dayValue(day: string): DuckDBDateValue {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= rememberedDays) days.clear();
  const value = new DuckDBDateValue(dayNumber(day));
  days.set(day, value);
  return value;
}

function toSqlValues(values: readonly Value[], type: ColumnType) {
  if (type === 'text') return values as (string | null)[];
  if (type === 'date') return values.map((value) => (value === null ? null : dayValue(String(value))));
  if (type === 'decimal') return values.map((value) => (value === null ? null : decimalValue(value)));
  return values.map((value) => (value === null ? null : BigInt(value)));
}

function decimalValue(value: string | number | bigint): DuckDBDecimalValue {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(String(value));
  if (match === null) throw new OwnFault(`not an amount with at most two decimals: ${value}`);
  const [, sign = '', whole = '0', part = ''] = match;
  return new DuckDBDecimalValue(BigInt(`${sign}${whole}${part.padEnd(2, '0')}`), 20, 2);
}
