import { refused, textless } from '../document-faults.js';
import { LineCollector } from '../line-collector.js';
import type { TextDocument } from '../text-document.js';
import type { TextLimits } from '../text-limits.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds is what it looks for
const binary = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/;

/**
 * Every line of a plain text as it stands, empty ones too, so that line and column point into the file.
 *
 * @throws UserFault `document-refused` for what is no text, `document-textless`, `document-too-large`
 */
export function readPlain(text: string, name: string, limits: TextLimits): TextDocument {
  if (binary.test(text)) throw refused(name, 'binary data of an unknown form');
  if (text.trim() === '') throw textless(name, 'blanks alone');
  const collector = new LineCollector(name, limits);
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) collector.add({ text: line, page: null, kind: 'paragraph', level: null });
  return { format: 'txt', title: null, lines: collector.lines, pagesWithoutText: [] };
}
