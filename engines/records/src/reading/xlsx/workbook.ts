import { openZip, type RandomAccess, type UnpackLimits, type ZipEntry } from '@zhiheng/archives';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import { showsDay } from './date-format.js';
import { readPart } from './part-parser.js';
import { readRelations } from './relations.js';

/** What a sheet is read with. */
export interface Workbook {
  readonly sheet: ZipEntry;
  readonly sheetName: string;
  readonly strings: ZipEntry | null;
  /** By the index of a cell format: does it show numbers as days? */
  readonly dayFormats: readonly boolean[];
  readonly system1904: boolean;
}

/**
 * Opens a workbook at one of its sheets: the named one, else the first that is shown.
 *
 * @throws UserFault `workbook-wrong`, `sheet-missing`, and what `openZip` throws
 */
export async function openWorkbook(
  file: RandomAccess,
  options: { readonly file: string; readonly sheet?: string; readonly limits?: Partial<UnpackLimits> },
): Promise<Workbook> {
  const parts = new Map((await openZip(file, options)).map((entry) => [entry.name.toLowerCase(), entry]));
  const take = (name: string, of: string): ZipEntry => {
    const part = parts.get(name.toLowerCase());
    if (part !== undefined) return part;
    throw wrong(options.file, `it lacks its ${of}, ${name}`);
  };
  const root = await readRelations(take('_rels/.rels', 'list of parts'), '');
  const main = root.find(({ kind }) => kind === 'officeDocument');
  if (main === undefined) throw wrong(options.file, 'it names no workbook');
  const relations = await readRelations(take(relationsOf(main.target), 'list of sheets'), main.target);
  const { sheets, system1904 } = await readSheets(take(main.target, 'workbook'));
  const shown = sheets.flatMap(({ name, relation, hidden }) => {
    const target = relations.find(({ id, kind }) => id === relation && kind === 'worksheet')?.target;
    return target === undefined ? [] : [{ name, target, hidden }];
  });
  const sheet = chooseSheet(shown, options.sheet, options.file);
  const strings = relations.find(({ kind }) => kind === 'sharedStrings');
  const styles = relations.find(({ kind }) => kind === 'styles');
  return {
    sheet: take(sheet.target, 'sheet'),
    sheetName: sheet.name,
    strings: strings === undefined ? null : take(strings.target, 'shared strings'),
    dayFormats: styles === undefined ? [] : await readDayFormats(take(styles.target, 'styles')),
    system1904,
  };
}

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
}

function chooseSheet<Named extends Sheet>(sheets: readonly Named[], wanted: string | undefined, file: string): Named {
  const names = sheets.map(({ name }) => name);
  const chosen =
    wanted === undefined ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0]) : sheets[names.indexOf(wanted)];
  if (chosen !== undefined) return chosen;
  const near = wanted === undefined ? null : nearestWord(wanted, names);
  throw new UserFault('sheet-missing', {
    place: { path: file },
    found: names.join(', '),
    expected: wanted ?? 'a sheet of cells',
    ...(near === null ? {} : { didYouMean: near }),
  });
}

async function readSheets(part: ZipEntry): Promise<{ sheets: (Sheet & { relation: string })[]; system1904: boolean }> {
  const sheets: (Sheet & { relation: string })[] = [];
  let system1904 = false;
  await readPart(part, {
    open(element, attributes) {
      if (element === 'workbookPr') system1904 = /^(?:1|true|on)$/.test(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => /^[^:]+:id$/.test(key))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', relation });
    },
  });
  return { sheets, system1904 };
}

async function readDayFormats(part: ZipEntry): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCellFormats = false;
  await readPart(part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) formats.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats.map((id) => showsDay(id, codes.get(id) ?? null));
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels` */
function relationsOf(part: string): string {
  return part.replace(/([^/]+)$/, '_rels/$1.rels');
}

function wrong(path: string, what: string): UserFault {
  return new UserFault('workbook-wrong', { place: { path }, found: what, expected: 'an XLSX file', values: { what } });
}
