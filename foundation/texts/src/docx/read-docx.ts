import { openZip, type RandomAccess, type ZipEntry } from '@zhiheng/archives';
import { packingFault, textless } from '../document-faults.js';
import { LineCollector } from '../line-collector.js';
import type { DraftLine, TextDocument } from '../text-document.js';
import type { TextLimits } from '../text-limits.js';
import { BodyReader, type BodySetting } from './body-reader.js';
import { ListCounter } from './list-counter.js';
import { mainPart } from './main-part.js';
import { NoteMarks } from './note-marks.js';
import { readNumbering } from './numbering.js';
import { parsePart } from './part-parser.js';
import { type Parts, readRelations } from './relations.js';
import { readStyles } from './styles.js';

/** Bytes out for each byte in that no DOCX has, beyond what is small anyway. */
const packing = { ratio: 200, bytes: 64 * 1024 * 1024 };

/**
 * The text of a DOCX, part by part as it is unpacked: paragraphs, headings by style, automatic numbers, rows of tables,
 * text boxes behind their paragraph, then the notes. What was deleted under tracked changes is left out.
 *
 * @throws UserFault `document-refused`, `document-macros`, `document-encrypted`, `document-damaged`,
 *   `document-too-large`, `document-textless`
 */
export async function readDocx(file: RandomAccess, name: string, limits: TextLimits): Promise<TextDocument> {
  try {
    const entries = await openZip(file, { file: name, limits: { ...packing, entries: limits.entries } });
    const parts = new Map(entries.map((entry) => [entry.name, entry]));
    return await readParts(parts, name, limits);
  } catch (error) {
    throw packingFault(error);
  }
}

async function readParts(parts: Parts, name: string, limits: TextLimits): Promise<TextDocument> {
  const main = await mainPart(parts, name, limits);
  const related = await readRelations(parts, main.name, limits);
  const styles = await readStyles(related.get('styles'), limits);
  const lists = new ListCounter(await readNumbering(related.get('numbering'), limits), styles);
  const notes = new NoteMarks();
  const collector = new LineCollector(name, limits);
  const setting = { styles, lists, notes, characters: limits.characters };
  const read = (part: ZipEntry, take: BodySetting['take']): Promise<void> =>
    parsePart(part, new BodyReader({ ...setting, path: part.path, take }), limits);
  await read(main, (line) => collector.add(line));
  for (const [kind, marks] of [
    ['footnotes', notes.footnotes],
    ['endnotes', notes.endnotes],
  ] as const) {
    const part = related.get(kind);
    if (part === undefined || marks.size === 0) continue;
    const found = new Map<string, DraftLine[]>([...marks.keys()].map((id) => [id, []]));
    await read(part, (line, id) => found.get(id ?? '')?.push(line));
    for (const [id, mark] of marks) for (const line of marked(found.get(id) ?? [], mark)) collector.add(line);
  }
  if (collector.lines.length === 0) throw textless(name, 'paragraphs without text');
  const title = collector.lines.find(({ kind, level }) => kind === 'heading' && level === 0)?.text ?? null;
  return {
    format: 'docx',
    title: title ?? (await statedTitle(parts, limits)),
    lines: collector.lines,
    pagesWithoutText: [],
  };
}

function marked([first, ...others]: readonly DraftLine[], mark: string): DraftLine[] {
  return first === undefined ? [] : [{ ...first, text: `${mark} ${first.text}` }, ...others];
}

async function statedTitle(parts: Parts, limits: TextLimits): Promise<string | null> {
  const part = (await readRelations(parts, '', limits)).get('core-properties');
  let [title, inside] = ['', false];
  const open = (element: string): void => {
    inside = element === 'dc:title';
  };
  const text = (piece: string): void => {
    if (inside && title.length < 1000) title += piece;
  };
  const close = (): void => {
    inside = false;
  };
  if (part !== undefined) await parsePart(part, { open, text, close }, limits);
  return title.trim() || null;
}
