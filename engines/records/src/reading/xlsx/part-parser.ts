import { UserFault } from '@zhiheng/vocabulary';
import { SaxesParser } from 'saxes';
import type { ByteSource } from '../byte-source.js';

/** Attributes by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

export interface PartHandler {
  /** Names come without their namespace prefix. */
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Nothing in a workbook is as long between two tags. */
const longestGap = 32 * 1024 * 1024;

/**
 * Parses a part of a workbook as it streams; yields after each piece so that what the handler gathered can be taken.
 *
 * @throws UserFault `xml-malformed` (a document type declaration too), `encoding-wrong`, `part-too-large`
 */
export async function* parsePart(part: ByteSource & { path: string }, handler: PartHandler): AsyncGenerator<void> {
  const marks = { lastTag: 0 };
  const parser = newParser(part.path, handler, marks);
  for await (const text of decoded(part)) {
    parser.write(text);
    if (parser.position - marks.lastTag > longestGap) throw tooLong(part.path);
    yield;
  }
  parser.close();
  yield;
}

/** Parses a small part to its end. */
export async function readPart(part: ByteSource & { path: string }, handler: PartHandler): Promise<void> {
  for await (const _ of parsePart(part, handler));
}

type PartParser = SaxesParser<{ xmlns: false; position: false }>;

function newParser(path: string, handler: PartHandler, marks: { lastTag: number }): PartParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const take = (text: string) => handler.text?.(text);
  parser.on('error', (error) => {
    throw malformed(path, error.message);
  });
  parser.on('doctype', () => {
    throw malformed(path, 'a document type declaration');
  });
  parser.on('opentag', ({ name, attributes }) => {
    marks.lastTag = parser.position;
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    marks.lastTag = parser.position;
    handler.close?.(localName(name));
  });
  parser.on('text', take);
  parser.on('cdata', take);
  return parser;
}

/**
 * One parser stays alive: when the last one is collected, the engine forgets what it learnt of their shape, and every
 * later sheet takes three times as long.
 */
const living = new Set<PartParser>();
living.add(newParser('', { open: () => undefined }, { lastTag: 0 }));

async function* decoded(part: ByteSource & { path: string }): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = Buffer.alloc(0);
  let first = true;
  const decode = (bytes: Buffer): string => {
    try {
      const text = decoder.decode(bytes);
      const marked = first && text.startsWith('\ufeff');
      first = false;
      return marked ? text.slice(1) : text;
    } catch {
      throw new UserFault('encoding-wrong', {
        place: { path: part.path },
        found: 'bytes that are not UTF-8',
        expected: 'XML in UTF-8',
      });
    }
  };
  for await (const chunk of part.stream()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = characterEnd(bytes);
    rest = Buffer.from(bytes.subarray(end));
    if (end > 0) yield decode(bytes.subarray(0, end));
  }
  if (rest.length > 0) yield decode(rest);
}

/** Where the last character that is whole ends. */
function characterEnd(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < wanted ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function malformed(path: string, what: string): UserFault {
  return new UserFault('xml-malformed', { place: { path }, found: what, values: { what } });
}

function tooLong(path: string): UserFault {
  const what = `a text of more than ${longestGap} characters`;
  return new UserFault('part-too-large', { place: { path }, found: what, values: { what } });
}
