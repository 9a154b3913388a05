import { textless } from '../document-faults.js';
import { LineCollector } from '../line-collector.js';
import type { TextDocument } from '../text-document.js';
import type { TextLimits } from '../text-limits.js';
import { checkPdfBytes } from './check-pdf-bytes.js';
import { withoutFurniture } from './furniture.js';
import { rowsOf } from './page-rows.js';
import { paragraphsOf } from './paragraphs.js';
import { readPages } from './pdf-file.js';
import type { PdfPage } from './pdf-page.js';

/** Signs that fonts without a table of characters give instead of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds is what it looks for
const unknownSign = /[\ufffd\ue000-\uf8ff\u0000-\u001f]/g;

/**
 * The text of a PDF as paragraphs, without headers and footers.
 *
 * @throws UserFault `document-damaged`, `document-encrypted`, `document-too-large`, `document-textless`
 */
export async function readPdf(bytes: Buffer, name: string, limits: TextLimits): Promise<TextDocument> {
  checkPdfBytes(bytes, name, limits);
  const { title, pages } = await readPages(new Uint8Array(bytes), name, limits);
  refuseScans(pages, name);
  const rows = withoutFurniture(pages.map(rowsOf));
  const collector = new LineCollector(name, limits);
  for (const line of paragraphsOf(rows.flat())) collector.add(line);
  for (const { number, turned } of pages) {
    for (const text of turned) collector.add({ text: text.trim(), page: number, kind: 'paragraph', level: null });
  }
  const without = pages.filter(({ items, turned }) => items.length + turned.length === 0).map(({ number }) => number);
  return { format: 'pdf', title, lines: collector.lines, pagesWithoutText: without };
}

function refuseScans(pages: readonly PdfPage[], name: string): void {
  const text = pages.flatMap(({ items, turned }) => [...items.map((item) => item.text), ...turned]).join('');
  if (text.trim() === '') throw textless(name, `${pages.length} pages without text, as of a scan`);
  const unknown = text.match(unknownSign)?.length ?? 0;
  if (unknown > 0.3 * text.length) throw textless(name, 'letters of fonts that do not tell which characters they are');
}
