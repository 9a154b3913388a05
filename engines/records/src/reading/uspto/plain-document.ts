import { BibliographyTree } from './bibliography-tree.js';
import type { XmlElement } from './xml-element.js';

/** What XML does not allow, among single characters. */
const otherCharacters = /[^\t\n\r -\ufffd]/;
const otherReference = /&(?!(?:amp|lt|gt|quot|apos|#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7});)/;
const numbered = /&#(?:x([0-9A-Fa-f]+)|([0-9]+));/g;
const reference = /&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));/g;
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const head =
  /<\?xml version="1\.0" encoding="(?:UTF|utf)-8"(?: standalone="(?:yes|no)")? ?\?>[ \r\n\t]*(?:<!DOCTYPE[ \r\n\t]+[A-Za-z_][-\w.]*(?:[ \r\n\t]+SYSTEM[ \r\n\t]+"[^"<>&]*")?[ \r\n\t]*(?:\[[ \r\n\t]*\])?[ \r\n\t]*>)?[ \r\n\t]*(?=<[A-Za-z_:])/y;
const instruction = /<\?(?!xml)[A-Za-z_][-\w.]*(?:[ \r\n\t][^?]*)?\?>/iy;
const tagName = /[A-Za-z_:][-\w.:]*/y;
const attribute = /[ \r\n\t]+([A-Za-z_:][-\w.:]*)="([^"<\r\n\t]*)"/y;
const blanks = /[ \r\n\t]*/y;

const [slash, question, exclamation] = [0x2f, 0x3f, 0x21];

/**
 * Reads a whole document that uses the common forms of XML only, several times as fast as the parser, and keeps what
 * `BibliographyParser` keeps of it. Null for every document that is at fault or uses another form (CDATA, comments, single
 * quotes, declarations of entities): that one is for the parser, which knows what is wrong.
 */
export function readPlainDocument(text: string): XmlElement | null {
  if (otherCharacters.test(text) || text.includes(']]>') || !referencesStand(text)) return null;
  head.lastIndex = 0;
  if (!head.test(text)) return null;
  const tree = new BibliographyTree();
  const names: string[] = [];
  let at = head.lastIndex;
  for (;;) {
    const code = text.charCodeAt(at + 1);
    if (code === slash) {
      at = endOfCloseTag(text, at, names.pop());
      if (at < 0) return null;
      tree.leave();
      if (names.length === 0) break;
    } else if (code === question) {
      at = matchEnd(instruction, text, at);
      if (at < 0) return null;
    } else if (code === exclamation) {
      return null;
    } else {
      at = openTag(text, at, names, tree);
      if (at < 0) return null;
      if (names.length === 0) break;
    }
    const next = text.indexOf('<', at);
    if (next < 0) return null;
    if (next > at && !tree.skips) tree.text(decoded(text.slice(at, next)));
    at = next;
  }
  return matchEnd(blanks, text, at) === text.length ? tree.root : null;
}

/** Takes a start tag, or an element without content; where it ends, -1 for another form. */
function openTag(text: string, at: number, names: string[], tree: BibliographyTree): number {
  let end = matchEnd(tagName, text, at + 1);
  if (end < 0) return -1;
  const name = text.slice(at + 1, end);
  const attributes: Record<string, string> = {};
  let any = false;
  while (text[end] !== '>' && text[end] !== '/') {
    attribute.lastIndex = end;
    const match = attribute.exec(text);
    if (match === null) {
      end = matchEnd(blanks, text, end);
      break;
    }
    const [, key = '', value = ''] = match;
    if ((any && Object.hasOwn(attributes, key)) || key === '__proto__') return -1;
    attributes[key] = decoded(value);
    any = true;
    end = attribute.lastIndex;
  }
  tree.enter(name, attributes);
  if (text[end] === '>') {
    names.push(name);
    return end + 1;
  }
  if (text[end] !== '/' || text[end + 1] !== '>') return -1;
  tree.leave();
  return end + 2;
}

/** Where an end tag of this name ends; -1 for another name or form. */
function endOfCloseTag(text: string, at: number, name: string | undefined): number {
  if (name === undefined || !text.startsWith(name, at + 2)) return -1;
  const end = at + 2 + name.length;
  if (text[end] === '>') return end + 1;
  const behind = matchEnd(blanks, text, end);
  return text[behind] === '>' ? behind + 1 : -1;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** True when every reference is to one of the five entities or to a character that XML allows. */
function referencesStand(text: string): boolean {
  if (!text.includes('&')) return true;
  if (otherReference.test(text)) return false;
  numbered.lastIndex = 0;
  for (let match = numbered.exec(text); match !== null; match = numbered.exec(text)) {
    if (!isAllowed(codeOf(match[1], match[2]))) return false;
  }
  return true;
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function codeOf(hexadecimal: string | undefined, decimal: string | undefined): number {
  return hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16);
}

function decoded(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replaceAll(reference, (_, hexadecimal?: string, decimal?: string, name = '') =>
    name === '' ? String.fromCodePoint(codeOf(hexadecimal, decimal)) : (characters[name] ?? ''),
  );
}
