import { bufferAccess, openZip, type ZipEntry } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { carriesMacros, damaged, packingFault, tooLarge } from '../document-faults.js';
import { refuseMacros } from '../docx/main-part.js';
import { compoundFault } from '../form/compound-file.js';
import { recogniseForm } from '../form/recognise-form.js';
import { recogniseMarkup } from '../form/recognise-markup.js';
import { checkPdfBytes } from '../pdf/check-pdf-bytes.js';
import { decodeText } from '../plain/decode-text.js';
import { type TextLimits, usualTextLimits } from '../text-limits.js';
import { pdfProgram } from './pdf-programs.js';
import { jpegSize, pngSize } from './picture-size.js';

/** Formats of files that people hand in beside their words. */
export const judgedFormats = ['pdf', 'docx', 'xlsx', 'png', 'jpeg', 'txt', 'csv'] as const;
export type JudgedFormat = (typeof judgedFormats)[number];

const endings: Readonly<Record<JudgedFormat, readonly string[]>> = {
  ...{ pdf: ['pdf'], docx: ['docx'], xlsx: ['xlsx'], png: ['png'], jpeg: ['jpg', 'jpeg'], txt: ['txt'], csv: ['csv'] },
};
const packing = { ratio: 200, bytes: 64 * 1024 * 1024 };

/**
 * The format of a file by its content, which its name has to agree with. Files that carry programs, are locked, damaged or of another format
 * are refused; nothing of a file is run.
 *
 * @throws UserFault `file-empty`, `document-too-large`, `document-refused`, `document-damaged`, `document-encrypted`, `document-macros`
 */
export async function judgeDocument(
  { name, content }: { readonly name: string; readonly content: Uint8Array },
  limits: { readonly bytes: number },
): Promise<JudgedFormat> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length === 0) {
    throw new UserFault('file-empty', { place: { path: name }, found: 'no bytes', expected: 'a document' });
  }
  if (bytes.length > limits.bytes) {
    throw tooLarge({ path: name }, `${bytes.length} bytes`, `at most ${limits.bytes} bytes`);
  }
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = await formatOf(bytes, name, ending);
  if (endings[format].includes(ending)) return format;
  throw wrongForm(
    name,
    `${format.toUpperCase()} by its content, .${ending} by its name`,
    `.${endings[format].join(', .')}`,
  );
}

async function formatOf(bytes: Buffer, name: string, ending: string): Promise<JudgedFormat> {
  if (pngSize(bytes) !== null) return 'png';
  if (jpegSize(bytes) !== null) return 'jpeg';
  const found = recogniseForm(bytes.subarray(0, 1024));
  switch (found.form) {
    case 'other':
      throw wrongForm(name, found.named);
    case 'compound':
      throw ownWords(await compoundFault(bufferAccess(bytes), name));
    case 'zip':
      return packedForm(bytes, name, usualTextLimits);
    case 'pdf': {
      checkPdfBytes(bytes, name, usualTextLimits);
      const program = pdfProgram(bytes, usualTextLimits.partBytes);
      if (program !== null) throw carriesMacros(name, `a PDF with ${program}`);
      return 'pdf';
    }
    case 'text':
      return plainForm(bytes, name, ending);
  }
}

async function packedForm(bytes: Buffer, name: string, limits: TextLimits): Promise<'docx' | 'xlsx'> {
  try {
    const entries = await openZip(bufferAccess(bytes), { file: name, limits: { ...packing, entries: limits.entries } });
    const parts = new Map<string, ZipEntry>(entries.map((entry) => [entry.name, entry]));
    const format = parts.has('word/document.xml') ? 'docx' : parts.has('xl/workbook.xml') ? 'xlsx' : null;
    await refuseMacros(parts, name, limits);
    if (format === null || !parts.has('[Content_Types].xml'))
      throw wrongForm(name, 'a packed file that is no DOCX or XLSX');
    // Whatever a packed file says of itself holds only once it was unpacked.
    for (const entry of entries) for await (const _ of entry.stream());
    return format;
  } catch (error) {
    throw packingFault(error);
  }
}

function plainForm(bytes: Buffer, name: string, ending: string): 'txt' | 'csv' {
  if (bytes.subarray(0, 4096).includes(Buffer.alloc(3))) throw wrongForm(name, 'binary data of an unknown form');
  if (bytes.length > usualTextLimits.plainBytes) {
    throw tooLarge({ path: name }, `${bytes.length} bytes`, `at most ${usualTextLimits.plainBytes} bytes`);
  }
  const text = decodeText(bytes, name);
  if (text.includes('\0')) throw damaged({ path: name }, 'a text with NUL', 'plain text');
  const markup = recogniseMarkup(text);
  if (markup === 'plain') return ending === 'csv' ? 'csv' : 'txt';
  throw wrongForm(name, markup === 'html' ? 'HTML' : markup.named);
}

function wrongForm(name: string, form: string, expected = 'PDF, DOCX, XLSX, PNG, JPEG, TXT or CSV'): UserFault {
  return new UserFault('document-refused', { place: { path: name }, found: form, expected, values: { form } });
}

/** A refusal of a reader of texts, with what is taken here. */
function ownWords(fault: UserFault): UserFault {
  return fault.code === 'document-refused'
    ? wrongForm(fault.detail.place?.path ?? '', fault.detail.found ?? '')
    : fault;
}
