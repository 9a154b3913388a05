import { type Day, UserFault } from '@zhiheng/vocabulary';
import { type ByteSource, type ReadOptions, usualBatchSize } from '../byte-source.js';
import { refuseFutureDays } from '../future-day.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import type { SourceRecord } from '../source-record.js';
import { type CapturedElement, type CaptureEvent, type CapturePlan, ElementCapture } from './element-capture.js';

/** Puts records together from what a document tells, in its order. */
export interface MarkAssembler {
  take(event: CaptureEvent): ReadItem[];
  /** Byte where a record begins that still waits for its other parts; null for none. */
  readonly unfinished: number | null;
}

/** A standard that trade marks are written in. */
export interface MarkStandard {
  /** For messages. */
  readonly name: string;
  /** What the namespaces of the root look like. */
  readonly namespace: RegExp;
  readonly plan: Omit<CapturePlan, 'checkRoot'>;
  /** `latest`: last day on which something can have happened. */
  readonly assembler: (latest: Day | undefined) => MarkAssembler;
}

/**
 * Reads an XML document of trade marks while its bytes come in; memory holds one mark and one batch. Marks that lack
 * what a record needs are quarantined; a document that is not well-formed is at fault as a whole.
 *
 * @throws UserFault `file-truncated` with the byte where the unfinished mark begins; `xml-malformed`, `encoding-wrong`,
 *   `format-unknown` and `part-too-large` with the byte at fault; `file-empty`
 */
export async function* readMarks(
  standard: MarkStandard,
  source: ByteSource,
  options: ReadOptions,
): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const path = options.file === undefined ? {} : { path: options.file };
  const capture = new ElementCapture({ ...standard.plan, checkRoot: rootChecker(standard, path) }, path);
  const assembler = standard.assembler(options.latest);
  let batch: ReadItem[] = [];
  function* full(events: readonly CaptureEvent[]): Generator<ReadItem[]> {
    for (const event of events) {
      for (const item of assembler.take(event)) {
        batch.push(item);
        if (batch.length < size) continue;
        yield batch;
        batch = [];
      }
    }
  }
  for await (const chunk of source.stream()) {
    yield* full(capture.push(chunk));
    if (capture.fault !== null) break;
  }
  if (capture.blank) throw new UserFault('file-empty', { place: { ...path, byte: 0 } });
  yield* full(capture.end(assembler.unfinished));
  const { fault } = capture;
  if (batch.length > 0 && (fault === null || options.keepComplete === true)) yield batch;
  if (fault !== null) throw fault;
}

/** The item of a mark: its record, or the fault that keeps it out. */
export function markItem(
  { position, raw }: CapturedElement,
  latest: Day | undefined,
  record: () => SourceRecord,
): ReadItem {
  try {
    return { type: 'record', record: refuseFutureDays(record(), latest), position };
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    const { code, field, found, expected } = error;
    return { type: 'quarantined', position, line: null, field, code, found, expected, raw: raw() };
  }
}

function rootChecker(standard: MarkStandard, path: { readonly path?: string }): CapturePlan['checkRoot'] {
  return (name, attributes, byte) => {
    const namespaces = Object.entries(attributes).filter(([attribute]) => /^xmlns(?::|$)/.test(attribute));
    if (namespaces.some(([, value]) => standard.namespace.test(value))) return;
    throw new UserFault('format-unknown', {
      place: { ...path, byte },
      found: [name, ...namespaces.map(([, value]) => value)].join(' '),
      expected: `a document of ${standard.name}`,
    });
  };
}
