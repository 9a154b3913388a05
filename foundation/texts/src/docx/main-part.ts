import type { ZipEntry } from '@zhiheng/archives';
import { carriesMacros, damaged, refused } from '../document-faults.js';
import type { TextLimits } from '../text-limits.js';
import { parsePart } from './part-parser.js';
import { type Parts, readRelations } from './relations.js';

/** Files of other zip formats, by an entry that each of them has. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^OFD\.xml$/i, 'OFD'],
  [/^xl\/workbook\.(?:xml|bin)$/, 'XLSX, a workbook'],
  [/^ppt\/presentation\.xml$/, 'PPTX, slides'],
  [/^META-INF\/container\.xml$/, 'EPUB'],
  [/^content\.xml$/, 'ODT, or another OpenDocument file'],
];

/**
 * The part of a zip file that is the text of a DOCX.
 *
 * @throws UserFault `document-refused` for other zip files, `document-macros`, `document-damaged`
 */
export async function mainPart(parts: Parts, name: string, limits: TextLimits): Promise<ZipEntry> {
  const types = parts.get('[Content_Types].xml');
  const main = (await readRelations(parts, '', limits)).get('officeDocument') ?? parts.get('word/document.xml');
  const other = others.find(([entry]) => [...parts.keys()].some((part) => entry.test(part)));
  if (other !== undefined && !parts.has('word/document.xml')) throw refused(name, other[1]);
  if (main === undefined) {
    if (types === undefined) throw refused(name, 'a zip file that is no document');
    throw damaged({ path: name }, 'an Office file without a text', 'word/document.xml');
  }
  await refuseMacros(parts, name, limits);
  return main;
}

/** Refuses an Office file that carries programs, by its parts and by what it says of their kinds. Throws `document-macros`. */
export async function refuseMacros(parts: Parts, name: string, limits: TextLimits): Promise<void> {
  const program = [...parts.keys()].find((part) =>
    /(?:^|\/)vbaProject(?:Signature\w*)?\.bin$|(?:^|\/)vbaData\.xml$/i.test(part),
  );
  if (program !== undefined) throw carriesMacros(name, program);
  const types = parts.get('[Content_Types].xml');
  if (types === undefined) return;
  const open = (_: string, { ContentType = '' }: Readonly<Record<string, string>>): void => {
    if (/macroEnabled|vbaProject/i.test(ContentType)) throw carriesMacros(name, ContentType);
  };
  await parsePart(types, { open }, limits);
}
