import { UserFault } from '@zhiheng/vocabulary';
import type { ByteSource, ReadOptions } from '../byte-source.js';
import { ElementCutter, type RecordPart } from './element-cutter.js';
import { FrameParser, type FrameTag } from './frame-parser.js';

/** Markup between records, a DOCTYPE included, is at most this long. */
const longestMarkup = 1024 * 1024;

/**
 * The records of an XML document and the tags around them, in order and in constant memory, whatever the chunks.
 * The document is UTF-8.
 *
 * @param names elements that are records, without namespace prefix; a record inside a record is part of it
 * @throws UserFault `file-empty`; `file-truncated` with the byte where the unfinished record or tag begins (else the
 * end of the file); `xml-malformed` and `encoding-wrong` of the frame, with the byte behind the last record
 */
export async function* cutRecords(
  source: ByteSource,
  names: Iterable<string>,
  options: ReadOptions,
): AsyncGenerator<RecordPart | FrameTag> {
  const cutter = new ElementCutter(names);
  const frame = new FrameParser();
  const path = options.file === undefined ? {} : { path: options.file };
  let byte = 0;
  let blank = true;
  for await (const chunk of source.stream()) {
    for (const part of cutter.push(chunk)) {
      blank &&= part.type === 'outside' && isBlank(part.bytes);
      if (part.type === 'outside') {
        yield* frame.write(part.bytes, { ...path, byte });
      } else {
        frame.passRecord({ ...path, byte: part.position });
        yield part;
        byte = part.position + part.bytes.length;
      }
    }
    if (cutter.rest().length > longestMarkup) {
      const what = 'markup that nothing ends';
      throw new UserFault('xml-malformed', { place: { ...path, byte }, found: what, values: { what } });
    }
  }
  if (blank && isBlank(cutter.rest()) && cutter.openPosition === null) {
    throw new UserFault('file-empty', { place: { ...path, byte: 0 }, expected: 'at least one record' });
  }
  const whole = cutter.openPosition === null && cutter.rest().length === 0;
  if (whole && frame.close()) return;
  throw new UserFault('file-truncated', {
    place: { ...path, byte: cutter.unfinished ?? cutter.length },
    found: `the end of the file at byte ${cutter.length}`,
    expected: 'the end of what begins here',
  });
}

const blanks = new Set([0x20, 0x09, 0x0d, 0x0a, 0xef, 0xbb, 0xbf]);

function isBlank(bytes: Buffer): boolean {
  return bytes.every((one) => blanks.has(one));
}
