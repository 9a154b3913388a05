import type { ColumnAppender, Session, Value } from '@zhiheng/lake';
import type { TableShape } from '@zhiheng/vocabulary';

/** Rows that the engine takes at once. */
const chunkRows = 2048;
/** Characters after which rows are handed to the engine, however few they are. */
const waitingCharacters = 4 << 20;
/** A row of more characters is wide. */
const wideRow = 4096;
/** Characters of wide rows that one part of a table takes. */
const wideCharacters = 8 << 20;
/** A row of more characters holds texts. */
const textRow = 256;
/** Characters of rows with texts that one part of a table takes: a part is sorted whole. */
const textCharacters = 16 << 20;

/**
 * A table of the session that is filled by columns and, where rows are wide, goes on in further parts. The engine lays out
 * 2,048 rows at once when it commits, sorts and writes a table: in a part these are never more than 8 Mi characters of wide
 * rows and one row, beside narrow ones. Texts of ordinary length count too, with more room: sorting them takes several times their size.
 */
export class GrowingTable {
  readonly #session: Session;
  readonly #shape: TableShape;
  readonly #columns: readonly Value[][];
  readonly #parts: string[] = [];
  #appender: ColumnAppender;
  #waiting = 0;
  #characters = 0;
  #wide = 0;
  #text = 0;
  #taken = 0;

  private constructor(session: Session, shape: TableShape, appender: ColumnAppender) {
    this.#session = session;
    this.#shape = shape;
    this.#columns = Object.keys(shape.columns).map(() => new Array<Value>(chunkRows).fill(null));
    this.#appender = appender;
    this.#parts.push(shape.name);
  }

  /** Creates the first part, which has the name of the shape. */
  static async create(session: Session, shape: TableShape): Promise<GrowingTable> {
    await session.createTable(shape);
    return new GrowingTable(session, shape, await session.openAppender(shape));
  }

  /** Names of the tables that hold the rows. */
  get parts(): readonly string[] {
    return this.#parts;
  }

  /** Rows taken since the table was made, those taken back too. */
  get taken(): number {
    return this.#taken;
  }

  /** True when the part took as much of wide rows or texts as it may: `nextPart` is due. */
  get isFull(): boolean {
    return this.#wide >= wideCharacters || this.#text >= textCharacters;
  }

  /** Takes a row: `first` and `second`, then the others. */
  add(first: Value, second: Value, others: readonly Value[]): void {
    const columns = this.#columns;
    const at = this.#waiting;
    let width = 0;
    for (let index = 0; index < columns.length; index += 1) {
      const value = index === 0 ? first : index === 1 ? second : (others[index - 2] ?? null);
      if (typeof value === 'string') width += value.length;
      const column = columns[index];
      if (column !== undefined) column[at] = value;
    }
    this.#waiting += 1;
    this.#taken += 1;
    this.#characters += width;
    if (width > wideRow) this.#wide += width;
    if (width > textRow) this.#text += width;
    if (this.#characters >= waitingCharacters) this.flush();
    else if (this.#waiting === chunkRows) this.append();
  }

  /** Hands over what waits and lets go of its texts: a short text may hold on to the long one that it was cut from. */
  append(): void {
    if (this.#waiting === 0) return;
    this.#appender.append(this.#columns, this.#waiting);
    for (const column of this.#columns) column.fill(null, 0, this.#waiting);
    this.#waiting = 0;
    this.#characters = 0;
  }

  /** What was taken stands in the tables afterwards. */
  flush(): void {
    this.append();
    this.#appender.flush();
  }

  /** Ends the part and begins the next one. */
  async nextPart(): Promise<void> {
    this.close();
    const shape = { ...this.#shape, name: `${this.#shape.name}_${this.#parts.length + 1}` };
    await this.#session.createTable(shape);
    this.#appender = await this.#session.openAppender(shape);
    this.#parts.push(shape.name);
    this.#wide = 0;
    this.#text = 0;
  }

  /** Deletes the rows that a condition names. */
  async takeBack(condition: string, parameters: readonly (string | number)[] = []): Promise<void> {
    if (this.#taken === 0) return;
    this.flush();
    for (const part of this.#parts) await this.#session.run(`DELETE FROM "${part}" WHERE ${condition}`, parameters);
  }

  close(): void {
    this.append();
    this.#appender.close();
  }
}
