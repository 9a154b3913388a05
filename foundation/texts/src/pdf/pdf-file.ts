import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { damaged, encrypted, tooLarge } from '../document-faults.js';
import type { TextLimits } from '../text-limits.js';
import type { PageItem, PdfPage } from './pdf-page.js';
import { wholeCharacters } from './whole-characters.js';

/** What PDF.js asks of a browser when it is read in, for drawing alone; a text is read without. */
class NoDrawing {}

async function pdfLibrary(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const names = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) names[name] ??= NoDrawing;
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

export interface PdfContent {
  readonly title: string | null;
  readonly pages: readonly PdfPage[];
}

/**
 * The pieces of text on each page of a PDF. Tables of characters and widths of fonts come from the package, nothing from
 * elsewhere; no program of the file is run.
 *
 * @throws UserFault `document-damaged`, `document-encrypted`, `document-too-large`
 */
export async function readPages(bytes: Uint8Array, name: string, limits: TextLimits): Promise<PdfContent> {
  const { getDocument, VerbosityLevel } = await pdfLibrary();
  const task = getDocument({
    data: bytes,
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const file = await task.promise;
    if (file.numPages > limits.pages) {
      throw tooLarge({ path: name }, `${file.numPages} pages`, `at most ${limits.pages} pages`);
    }
    const { info } = await file.getMetadata();
    const pages: PdfPage[] = [];
    let characters = 0;
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await readPage(await file.getPage(number), number);
      characters += page.items.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > limits.characters) {
        const what = `more than ${limits.characters} characters`;
        throw tooLarge({ path: name, field: `page ${number}` }, what, `at most ${limits.characters} characters`);
      }
      pages.push(page);
    }
    return { title: statedTitle(info), pages };
  } catch (error) {
    throw fileFault(error, name);
  } finally {
    await task.destroy();
  }
}

type Page = import('pdfjs-dist/legacy/build/pdf.mjs').PDFPageProxy;

async function readPage(page: Page, number: number): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const found: PageItem[] = [];
  const turned: string[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, c, d, x, y] = multiplied(view.transform, item.transform as number[]);
    if (Math.abs(b) > 0.1 * Math.abs(a) || a < 0) turned.push(wholeCharacters(item.str));
    else {
      const size = Math.hypot(c, d);
      found.push({ text: wholeCharacters(item.str), x, right: x + item.width, baseline: y, size });
    }
  }
  page.cleanup();
  return { number, width: view.width, height: view.height, items: found, turned };
}

type Matrix = [number, number, number, number, number, number];

function multiplied(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function statedTitle(info: object): string | null {
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  return title === '' ? null : title.slice(0, 1000);
}

function fileFault(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error.name === 'UserFault') return error;
  if (error.name === 'PasswordException') return encrypted(name, 'an encrypted PDF');
  return damaged({ path: name }, `a PDF that cannot be read: ${error.message}`, 'a whole PDF');
}
