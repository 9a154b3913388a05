import { UserFault } from '@zhiheng/vocabulary';
import { looksLikeTable } from './table-likeness.js';
import { type XmlRoot, xmlRoot } from './xml-root.js';

/** Formats that are read. */
export const readFormats = [
  'uspto',
  'st36',
  'docdb',
  'ops',
  'st96',
  'st66',
  'uspto-assignment',
  'gi-register',
  'table',
  'ndjson',
  'xlsx',
  'parquet',
] as const;
export type ReadFormat = (typeof readFormats)[number];

/** Formats that are known by their content and not read. */
export const refusedFormats = [
  'greenbook',
  'uspto-sgml',
  'patent-application-publication',
  'cpc-scheme',
  'cpc-master',
  'json',
  'brs',
  'uspto-document-part',
  'zip',
  'gzip',
] as const;
export type RefusedFormat = (typeof refusedFormats)[number];

/** Bytes at the start of a file that tell its format. */
export const headLength = 65_536;

/**
 * The format of a file by its first 64 KiB, never by its name; null when it is none that is known.
 * `refuseFormat` makes the fault of a refused one.
 */
export function recogniseFormat(head: Buffer): ReadFormat | RefusedFormat | null {
  const container = containerOf(head);
  if (container !== null) return container;
  const text = head
    .subarray(0, headLength)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text.startsWith('<')) {
    const root = xmlRoot(text);
    return root === null ? null : xmlFormat(root, text);
  }
  if (/^\*{3} BRS DOCUMENT BOUNDARY/m.test(text)) return 'brs';
  if (/^(?:PATN\s|HHHHHT)/.test(text) && /^WKU {2}/m.test(text)) return 'greenbook';
  if (/^[[{]\s*["{[]/.test(text)) return jsonFormat(text);
  return looksLikeTable(text) ? 'table' : null;
}

/** What a file of no known format holds, in a word or two. */
export function describeContent(head: Buffer): string {
  const text = head.subarray(0, headLength).toString('latin1').trimStart();
  if (text.startsWith('<')) return `XML of <${xmlRoot(text)?.name ?? '?'}>`;
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(text)) return 'text in UTF-16';
  const zero = head.indexOf(0);
  return zero < 0 ? 'text that is no table' : `bytes that are no text: NUL at byte ${zero}`;
}

export function isRefused(format: ReadFormat | RefusedFormat | null): format is RefusedFormat {
  return (refusedFormats as readonly (string | null)[]).includes(format);
}

/** The fault of a file in a format that is known and not read. */
export function refuseFormat(format: RefusedFormat, file: string): UserFault {
  return new UserFault('format-refused', {
    place: { path: file, byte: 0 },
    found: format,
    expected: readFormats.join(', '),
  });
}

/** An array of register entries, one object a line, or other JSON. */
function jsonFormat(text: string): ReadFormat | RefusedFormat {
  if (/"EA_FileNumber"/.test(text)) return 'gi-register';
  const [line = '', next = ''] = text.split(/\r?\n/, 2);
  return isObject(line) && (next === '' || next.startsWith('{')) ? 'ndjson' : 'json';
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function containerOf(head: Buffer): ReadFormat | RefusedFormat | null {
  const start = head.toString('latin1', 0, 4);
  if (start === 'PK\u0003\u0004') return head.includes('xl/') ? 'xlsx' : 'zip';
  if (start.startsWith('\u001f\u008b')) return 'gzip';
  return start === 'PAR1' ? 'parquet' : null;
}

const formatOfRoot: Readonly<Record<string, ReadFormat | RefusedFormat>> = {
  'us-patent-grant': 'uspto',
  'us-patent-application': 'uspto',
  'sequence-cwu': 'uspto',
  'cn-patent-document': 'st36',
  'patent-application-publication': 'patent-application-publication',
  PATDOC: 'uspto-sgml',
  'class-scheme': 'cpc-scheme',
  CPCMasterClassificationFile: 'cpc-master',
  'exchange-documents': 'docdb',
  'exchange-document': 'docdb',
  'world-patent-data': 'ops',
};

function xmlFormat(root: XmlRoot, text: string): ReadFormat | RefusedFormat | null {
  const known = formatOfRoot[root.name];
  if (known !== undefined) return known;
  if (/urn:us:gov:doc:uspto:patent\b/.test(root.attributes)) return 'uspto-document-part';
  if (/www\.wipo\.int\/standards\/XMLSchema\/trademarks"/.test(root.attributes)) return 'st66';
  if (/www\.wipo\.int\/standards\/XMLSchema\/(?:ST96|Trademark|Patent|Common|Design)\b/.test(root.attributes))
    return 'st96';
  return root.name === 'response' && /name="pat(?:Assign|\w*Assignor)/.test(text) ? 'uspto-assignment' : null;
}
