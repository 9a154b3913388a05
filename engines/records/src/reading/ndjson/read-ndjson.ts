import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import { type ByteSource, usualBatchSize } from '../byte-source.js';
import { isFullBatch } from '../full-batch.js';
import { clipText } from '../raw-record.js';
import type { ReadItem } from '../record.js';
import type { Mapping } from '../table/mapping.js';
import type { TableOptions } from '../table/read-table.js';
import { RowItems } from '../table/row-items.js';
import { jsonCell } from './json-cell.js';
import { LineCutter, type TextLine } from './line-cutter.js';
import { parsedLine } from './parsed-line.js';

/**
 * Reads one JSON object a line by a mapping whose columns are keys. Positions count bytes. A line that is no object is
 * quarantined as `json-malformed`; an empty object is ignored as `blank-row`; blank lines are nothing.
 *
 * @throws UserFault `file-empty`; `file-truncated` for a last line that breaks off; `encoding-wrong`; `column-missing`
 *   at the end of the file for a mapped key that no line has
 */
export async function* readNdjson(
  source: ByteSource,
  mapping: Mapping,
  options: TableOptions,
): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const cutter = new LineCutter(mapping.encoding, options.file ?? null);
  const reader = new LineReader(mapping, options);
  let batch: ReadItem[] = [];
  try {
    for await (const chunk of source.stream()) {
      for (const line of cutter.push(chunk)) {
        batch.push(reader.read(line));
        if (isFullBatch(batch, size)) {
          yield batch;
          batch = [];
        }
      }
    }
    for (const line of cutter.end()) batch.push(reader.read(line));
    reader.end();
  } catch (fault) {
    if (options.keepComplete === true && fault instanceof UserFault && batch.length > 0) yield batch;
    throw fault;
  }
  if (batch.length > 0) yield batch;
}

class LineReader {
  readonly #names: readonly string[];
  readonly #mapping: Mapping;
  readonly #items: RowItems;
  readonly #place: { path?: string };
  readonly #missing: Set<string>;
  readonly #seen = new Set<string>();
  #lines = 0;
  #objects = 0;

  constructor(mapping: Mapping, { file, office = 'CN', places, latest }: TableOptions) {
    this.#mapping = mapping;
    this.#place = file === undefined ? {} : { path: file };
    this.#names = [...new Set([...mapping.columns.values()].map(({ from }) => from.trim()))];
    this.#missing = new Set(this.#names);
    const columns = new Map([...mapping.columns].map(([field, { from }]) => [field, this.#names.indexOf(from.trim())]));
    this.#items = new RowItems(mapping, columns, { places, office, latest });
  }

  read(line: TextLine): ReadItem {
    this.#lines += 1;
    const object = parsedLine(line.text);
    if (object === null) return this.#malformed(line);
    this.#objects += 1;
    if (this.#missing.size > 0) this.#look(object);
    return this.#items.item({
      cells: this.#names.map((name) => (Object.hasOwn(object, name) ? jsonCell(object[name]) : '')),
      position: line.position,
      line: line.line,
      blank: Object.values(object).every((value) => value === null || value === ''),
      cellName: () => null,
      raw: () => line.text,
    });
  }

  /** Throws for a file without lines, and for a mapped key that never came. */
  end(): void {
    if (this.#lines === 0) throw new UserFault('file-empty', { place: { ...this.#place, byte: 0 } });
    const [name] = this.#missing;
    if (this.#objects === 0 || name === undefined) return;
    const field = [...this.#mapping.columns].find(([, { from }]) => from.trim() === name)?.[0] ?? name;
    const near = nearestWord(name, this.#seen);
    throw new UserFault('column-missing', {
      place: { ...this.#place, field },
      found: [...this.#seen].join(', '),
      expected: name,
      ...(near === null ? {} : { didYouMean: near }),
    });
  }

  #look(object: object): void {
    for (const key of Object.keys(object)) {
      this.#missing.delete(key);
      if (this.#seen.size < 1000) this.#seen.add(key);
    }
  }

  #malformed({ text, position, line, ended }: TextLine): ReadItem {
    const expected = 'one whole JSON object';
    if (!ended) {
      const place = { ...this.#place, byte: position, line };
      throw new UserFault('file-truncated', { place, found: 'the end of the file', expected });
    }
    const found = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    const raw = clipText(text);
    return { type: 'quarantined', position, line, field: null, code: 'json-malformed', found, expected, raw };
  }
}
