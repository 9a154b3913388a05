import { bufferAccess, type RandomAccess } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { refused, tooLarge } from './document-faults.js';
import { readDocx } from './docx/read-docx.js';
import { compoundFault } from './form/compound-file.js';
import { recogniseForm } from './form/recognise-form.js';
import { declaredEncodings, recogniseMarkup } from './form/recognise-markup.js';
import { readHtml } from './html/read-html.js';
import { readPdfInThread } from './pdf/read-pdf-in-thread.js';
import { decodeText } from './plain/decode-text.js';
import { readPlain } from './plain/read-plain.js';
import type { TextDocument } from './text-document.js';
import { type TextLimits, usualTextLimits } from './text-limits.js';

export interface TextSource {
  /** For the places of faults and lines; it does not decide the format. */
  readonly name: string;
  /** The bytes, or the file in any order, which the caller opened and closes. */
  readonly content: Uint8Array | RandomAccess;
}

export interface TextOptions {
  readonly limits?: Partial<TextLimits>;
  /** The program of the thread that reads PDF, where it is not the built one beside this. */
  readonly pdfProgram?: URL;
}

/**
 * The text of a document line by line: TXT in UTF-8, UTF-16 or GB18030, HTML, DOCX, or PDF with text. The format is found by content.
 * Nothing of a document is run, and nothing it names is fetched.
 *
 * @throws UserFault `file-empty`, `document-refused`, `document-damaged`, `document-encrypted`, `document-macros`,
 *   `document-textless`, `document-too-large`
 */
export async function readTextDocument(source: TextSource, options: TextOptions = {}): Promise<TextDocument> {
  const { name, content } = source;
  const limits = { ...usualTextLimits, ...options.limits };
  const file = content instanceof Uint8Array ? bufferAccess(asBuffer(content)) : content;
  if (file.bytes === 0) {
    throw new UserFault('file-empty', { place: { path: name }, found: 'no bytes', expected: 'a document' });
  }
  const found = recogniseForm(await file.read(0, 1024));
  switch (found.form) {
    case 'other':
      throw refused(name, found.named);
    case 'compound':
      throw await compoundFault(file, name);
    case 'zip':
      return readDocx(file, name, limits);
    case 'pdf':
      return readPdfInThread(await wholeFile(file, name, limits.fileBytes), name, {
        limits,
        program: options.pdfProgram,
      });
    case 'text':
      return readText(await wholeFile(file, name, limits.plainBytes), name, limits);
  }
}

function readText(bytes: Buffer, name: string, limits: TextLimits): TextDocument {
  // three bytes of NUL in a row stand in no text of UTF-16 either
  if (bytes.subarray(0, 4096).includes(Buffer.alloc(3))) throw refused(name, 'binary data of an unknown form');
  const text = decodeText(bytes, name, declaredEncodings(bytes));
  const markup = recogniseMarkup(text);
  if (markup === 'html') return readHtml(text, name, limits);
  if (markup === 'plain') return readPlain(text, name, limits);
  throw refused(name, markup.named);
}

async function wholeFile(file: RandomAccess, name: string, most: number): Promise<Buffer> {
  if (file.bytes > most) throw tooLarge({ path: name }, `${file.bytes} bytes`, `at most ${most} bytes`);
  const pieces: Buffer[] = [];
  for (let at = 0; at < file.bytes; ) {
    const piece = await file.read(at, file.bytes - at);
    if (piece.length === 0) break;
    pieces.push(piece);
    at += piece.length;
  }
  return Buffer.concat(pieces);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
