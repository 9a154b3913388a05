import type { ZipEntry } from '@zhiheng/archives';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { damaged, tooLarge } from '../document-faults.js';
import type { TextLimits } from '../text-limits.js';
import { knownName } from './namespaces.js';
import { PartDecoder } from './part-decoder.js';

/** Attributes of the element's own namespace, or of none, by their local names. */
export type Attributes = Readonly<Record<string, string>>;

export interface PartHandler {
  /** Names are those of `knownName`. */
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Characters between two tags. */
const longestGap = 8 * 1024 * 1024;

/**
 * Parses a part of a DOCX to its end as it is unpacked.
 *
 * @throws UserFault `document-damaged` with line and column (a document type declaration too), `document-too-large`
 */
export async function parsePart(part: ZipEntry, handler: PartHandler, limits: TextLimits): Promise<void> {
  if (part.bytes > limits.partBytes) {
    throw tooLarge({ path: part.path }, `${part.bytes} bytes of text`, `at most ${limits.partBytes} bytes`);
  }
  const marks = { depth: 0, lastTag: 0 };
  const parser = newParser(part.path, handler, marks, limits.depth);
  const decoder = new PartDecoder(part.path);
  for await (const chunk of part.stream()) {
    parser.write(decoder.decode(chunk));
    if (parser.position - marks.lastTag > longestGap) {
      throw tooLarge(
        { path: part.path, line: parser.line, column: parser.column + 1 },
        'a text without end',
        `at most ${longestGap} characters`,
      );
    }
  }
  parser.write(decoder.decode()).close();
}

type Marks = { depth: number; lastTag: number };

function newParser(path: string, handler: PartHandler, marks: Marks, depth: number): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  const place = () => ({ path, line: parser.line, column: parser.column + 1 });
  const take = (text: string) => handler.text?.(text);
  parser.on('error', (error) => {
    const what = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    throw damaged(place(), `XML that is not well-formed: ${what}`, 'well-formed XML');
  });
  parser.on('doctype', () => {
    throw damaged(place(), 'a document type declaration', 'XML without declarations of entities');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    marks.lastTag = parser.position;
    marks.depth += 1;
    if (marks.depth > depth) {
      throw tooLarge(place(), `elements nested more than ${depth} deep`, `at most ${depth} inside one another`);
    }
    handler.open(knownName(uri, local), ownAttributes(attributes, uri));
  });
  parser.on('closetag', ({ uri, local }) => {
    marks.lastTag = parser.position;
    marks.depth -= 1;
    handler.close?.(knownName(uri, local));
  });
  parser.on('text', take);
  parser.on('cdata', take);
  return parser;
}

function ownAttributes(attributes: Record<string, SaxesAttributeNS>, uri: string): Attributes {
  const own: Record<string, string> = {};
  for (const { uri: of, local, value } of Object.values(attributes)) if (of === '' || of === uri) own[local] = value;
  return own;
}
