import { bufferAccess, openZip } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { parsePart } from '../docx/part-parser.js';
import { readTextDocument } from '../read-text-document.js';
import { usualTextLimits } from '../text-limits.js';
import type { JudgedFormat } from './judge-document.js';
import { jpegSize, type PictureSize, pngSize } from './picture-size.js';

/** What can be told of a file without opening it where it was written: words and numbers alone. */
export interface DocumentPreview {
  /** The first lines of its text; empty for pictures and workbooks. */
  readonly lines: readonly string[];
  /** Whether the text goes on. */
  readonly more: boolean;
  /** Of a workbook. */
  readonly sheets: readonly string[];
  /** Of a picture. */
  readonly picture: PictureSize | null;
  /** Why there is no text, a code of the table of errors; null where there is one, or none is looked for. */
  readonly withheld: string | null;
}

const nothing: DocumentPreview = { lines: [], more: false, sheets: [], picture: null, withheld: null };
const mostLines = 200;
const longestLine = 400;

/** The first words of a file that was judged. What cannot be read is told by its code; nothing of it is run or fetched. */
export async function previewDocument(
  source: { readonly name: string; readonly content: Buffer },
  format: JudgedFormat,
  options: { readonly pdfProgram?: URL } = {},
): Promise<DocumentPreview> {
  const { content } = source;
  if (format === 'png') return { ...nothing, picture: pngSize(content) };
  if (format === 'jpeg') return { ...nothing, picture: jpegSize(content) };
  try {
    if (format === 'xlsx') return { ...nothing, sheets: await sheetNames(content, source.name) };
    const { lines } = await readTextDocument(source, { ...options, limits: { milliseconds: 10_000 } });
    return {
      ...nothing,
      lines: lines.slice(0, mostLines).map(({ text }) => [...text].slice(0, longestLine).join('')),
      more: lines.length > mostLines,
    };
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    return { ...nothing, withheld: error.code };
  }
}

async function sheetNames(content: Buffer, name: string): Promise<string[]> {
  const entries = await openZip(bufferAccess(content), { file: name });
  const workbook = entries.find((entry) => entry.name === 'xl/workbook.xml');
  const names: string[] = [];
  const open = (element: string, { name: sheet = '' }: Readonly<Record<string, string>>): void => {
    if (/(?:^|[:}])sheet$/.test(element) && names.length < mostLines) names.push(sheet);
  };
  if (workbook !== undefined) await parsePart(workbook, { open }, usualTextLimits);
  return names;
}
