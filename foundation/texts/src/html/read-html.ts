import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { textless } from '../document-faults.js';
import { LineCollector } from '../line-collector.js';
import type { TextDocument } from '../text-document.js';
import type { TextLimits } from '../text-limits.js';
import { boundedTree } from './bounded-tree.js';
import { linesOf } from './html-lines.js';

type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/**
 * The text of an HTML page as far as the page itself shows it. Nothing is run and nothing fetched.
 *
 * @throws UserFault `document-textless`, `document-too-large`
 */
export function readHtml(text: string, name: string, limits: TextLimits): TextDocument {
  const page = parse(text, { treeAdapter: boundedTree(name, limits), scriptingEnabled: false });
  const collector = new LineCollector(name, limits);
  for (const line of linesOf(page)) collector.add(line);
  if (collector.lines.length === 0) throw textless(name, 'a page without text of its own');
  return { format: 'html', title: titleOf(page), lines: collector.lines, pagesWithoutText: [] };
}

function titleOf(page: ParentNode): string | null {
  const title = child(child(child(page, 'html'), 'head'), 'title');
  const text = title?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
  return text.replaceAll(/\s+/g, ' ').trim() || null;
}

function child(parent: ParentNode | null, name: string): ParentNode | null {
  for (const node of parent?.childNodes ?? []) if ('tagName' in node && node.tagName === name) return node;
  return null;
}
