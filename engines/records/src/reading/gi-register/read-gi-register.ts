import { isUtf8 } from 'node:buffer';
import { UserFault } from '@zhiheng/vocabulary';
import { type ByteSource, type ReadOptions, usualBatchSize } from '../byte-source.js';
import { refuseFutureDays } from '../future-day.js';
import { clipBytes } from '../raw-record.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { firstWrongByte } from '../table/text-encoding.js';
import { ArrayCutter, type ArrayElement } from './array-cutter.js';
import { indicationRecord } from './indication-record.js';

/**
 * Reads a register of geographical indications, a JSON array of objects, element by element. Elements that are no
 * well-formed object or lack what a record needs are quarantined.
 *
 * @throws UserFault `file-empty`; `file-truncated` with the byte where the unfinished element begins; `json-malformed`
 * where the array itself is broken; `encoding-wrong` with the first byte that is not UTF-8, or NUL
 */
export async function* readGiRegister(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const cutter = new ArrayCutter(options.file ?? null);
  let batch: ReadItem[] = [];
  let length = 0;
  try {
    for await (const chunk of source.stream()) {
      length += chunk.length;
      for (const element of cutter.push(chunk)) {
        checkEncoding(element, options);
        batch.push(itemOf(element, options));
        if (batch.length >= size) {
          yield batch;
          batch = [];
        }
      }
    }
    checkEnd(cutter, length, options);
  } catch (fault) {
    if (options.keepComplete === true && fault instanceof UserFault && batch.length > 0) yield batch;
    throw fault;
  }
  if (batch.length > 0) yield batch;
}

function itemOf(element: ArrayElement, { latest }: ReadOptions): ReadItem {
  const { position, bytes } = element;
  try {
    return { type: 'record', record: refuseFutureDays(indicationRecord(objectOf(bytes)), latest), position };
  } catch (fault) {
    if (!(fault instanceof RecordFault)) throw fault;
    const { code, field, found, expected } = fault;
    return { type: 'quarantined', position, line: null, field, code, found, expected, raw: clipBytes(bytes) };
  }
}

function objectOf(bytes: Buffer): Readonly<Record<string, unknown>> {
  const value = parsed(bytes.toString('utf8'));
  if (isObject(value)) return value;
  throw new RecordFault('value-wrong', null, Array.isArray(value) ? 'an array' : JSON.stringify(value), 'an object');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RecordFault('json-malformed', null, error.message, 'an object of well-formed JSON');
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkEncoding({ position, bytes }: ArrayElement, options: ReadOptions): void {
  const zero = bytes.indexOf(0);
  if (zero < 0 && isUtf8(bytes)) return;
  const wrong = firstWrongByte(bytes, 'utf-8');
  const at = Math.min(zero < 0 ? bytes.length : zero, wrong ?? bytes.length);
  throw new UserFault('encoding-wrong', {
    place: { ...pathOf(options), byte: position + at },
    found: `byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`,
    expected: 'utf-8',
  });
}

function checkEnd(cutter: ArrayCutter, length: number, options: ReadOptions): void {
  const end = cutter.end();
  if (end.ended === 'blank') throw new UserFault('file-empty', { place: { ...pathOf(options), byte: 0 } });
  if (end.ended === 'whole') return;
  throw new UserFault('file-truncated', {
    place: { ...pathOf(options), byte: end.from },
    found: `the end of the file at byte ${length}`,
    expected: end.from === length ? 'the end of the array: ]' : 'the end of the element that begins here',
  });
}

function pathOf(options: ReadOptions): { path?: string } {
  return options.file === undefined ? {} : { path: options.file };
}
