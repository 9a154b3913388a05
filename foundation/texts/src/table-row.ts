import type { DraftLine } from './text-document.js';

/** A row of a table as one line, its cells separated by a tab; no line where all of them are empty. */
export function rowLine(cells: readonly (readonly DraftLine[])[]): DraftLine[] {
  const texts = cells.map((lines) => lines.map(({ text }) => text.replaceAll('\t', ' ')).join(' '));
  if (texts.every((text) => text === '')) return [];
  return [{ text: texts.join('\t'), page: null, kind: 'cell', level: null }];
}
