import duckdb from '@duckdb/node-bindings';
import { type ColumnType, dayNumber, OwnFault } from '@zhiheng/vocabulary';
import { TextColumn } from './text-column.js';
import { ValidRows } from './valid-rows.js';

export type Value = string | number | bigint | null;

/** Writes the values of one column into vectors of the engine, a chunk at a time. */
export interface ColumnWriter {
  /** Writes `count` values from `start` on; null is NULL. */
  write(vector: duckdb.Vector, values: readonly Value[], start: number, count: number): void;
}

/** A writer for a column. `rows`: the most that a chunk takes. */
export function columnWriter(type: ColumnType, rows: number): ColumnWriter {
  if (type === 'text') return new TextColumn(rows);
  return new NumberColumn(writersOfCells[type](), rows);
}

/** How the values of a type lie in memory, little-endian as the engine wants them. */
interface CellWriter {
  readonly bytes: number;
  write(cells: Int32Array, at: number, value: string | number | bigint): void;
}

/** Values of equal length, copied at once. */
class NumberColumn implements ColumnWriter {
  readonly #cell: CellWriter;
  readonly #cells: Int32Array<ArrayBuffer>;
  readonly #valid: ValidRows;

  constructor(cell: CellWriter, rows: number) {
    this.#cell = cell;
    this.#cells = new Int32Array((rows * cell.bytes) / 4);
    this.#valid = new ValidRows(rows);
  }

  write(vector: duckdb.Vector, values: readonly Value[], start: number, count: number): void {
    const cell = this.#cell;
    const width = cell.bytes / 4;
    for (let row = 0; row < count; row += 1) {
      const value = values[start + row] ?? null;
      if (value === null) this.#valid.exclude(row);
      else cell.write(this.#cells, row * width, value);
    }
    duckdb.copy_data_to_vector(vector, 0, this.#cells.buffer, 0, count * cell.bytes);
    this.#valid.flush(vector);
  }
}

const wholeNumber = (): CellWriter => {
  const halves = new Int32Array(2);
  const whole = new BigInt64Array(halves.buffer);
  return {
    bytes: 8,
    write(cells, at, value) {
      if (typeof value === 'number' && Number.isSafeInteger(value)) {
        cells[at] = value | 0;
        cells[at + 1] = Math.floor(value / 2 ** 32);
        return;
      }
      whole[0] = BigInt(value);
      if (whole[0] !== BigInt(value)) throw new OwnFault(`an integer of more than 64 bits: ${value}`);
      cells.set(halves, at);
    },
  };
};

const rememberedDays = 50_000;

/** Days recur, so the number of each is found once. */
const dayWriter = (): CellWriter => {
  const days = new Map<string, number>();
  return {
    bytes: 4,
    write(cells, at, value) {
      const day = String(value);
      let number = days.get(day);
      if (number === undefined) {
        number = dayNumber(day);
        if (!Number.isSafeInteger(number)) throw new OwnFault(`not a day: ${day}`);
        if (days.size >= rememberedDays) days.clear();
        days.set(day, number);
      }
      cells[at] = number;
    },
  };
};

/** Hundredths in 128 bits. */
const amountWriter = (): CellWriter => {
  const quarters = new Int32Array(4);
  const halves = new BigInt64Array(quarters.buffer);
  return {
    bytes: 16,
    write(cells, at, value) {
      const match = /^(-?)(\d{1,18})(?:\.(\d{1,2})0*)?$/.exec(String(value));
      if (match === null) throw new OwnFault(`not an amount with at most two decimals: ${value}`);
      const [, sign = '', whole = '0', part = ''] = match;
      const hundredths = BigInt(`${sign}${whole}${part.padEnd(2, '0')}`);
      halves[0] = BigInt.asIntN(64, hundredths);
      halves[1] = hundredths >> 64n;
      cells.set(quarters, at);
    },
  };
};

const writersOfCells: Readonly<Record<Exclude<ColumnType, 'text'>, () => CellWriter>> = {
  integer: wholeNumber,
  hash: wholeNumber,
  date: dayWriter,
  decimal: amountWriter,
};
