import { type MadeEntry, makeZip } from '../../../test/making/make-zip.js';
import { columnName } from '../src/reading/xlsx/cell-reference.js';

/** A cell as the markup inside `c`, with its attributes; a plain text becomes an inline string. */
export type MadeCell = string | { readonly attributes?: string; readonly inside: string } | null;

/** A workbook for a test, spelt by hand. */
export interface MadeWorkbook {
  /** The rows of the only sheet; null leaves a row out. */
  readonly rows?: readonly (readonly MadeCell[] | null)[];
  /** The markup of the sheet from `sheetData` on, instead of `rows`. */
  readonly sheet?: string | Iterable<string>;
  /** Markup behind `sheetData`. */
  readonly behind?: string;
  readonly strings?: readonly string[];
  /** Number formats of the cell formats 1, 2, …; format 0 is General. */
  readonly formats?: readonly (number | string)[];
  readonly date1904?: boolean;
  readonly sheets?: string;
  /** Parts added, or put in place of usual ones. */
  readonly parts?: readonly MadeEntry[];
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${types}/${kind}" Target="${target}"/>`;

/** A number cell with a format. */
export function numberCell(value: string, format = 0): MadeCell {
  return { attributes: ` s="${format}"`, inside: `<v>${value}</v>` };
}

export async function makeWorkbook(made: MadeWorkbook): Promise<Buffer> {
  const formats = made.formats ?? [];
  const custom = formats.flatMap((code, at) =>
    typeof code === 'string' ? [`<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`] : [],
  );
  const cellFormats = formats.map((code, at) => `<xf numFmtId="${typeof code === 'string' ? 164 + at : code}"/>`);
  const sheets = made.sheets ?? '<sheet name="Data" sheetId="1" r:id="rId1"/>';
  const property = made.date1904 === true ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  const usual: MadeEntry[] = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('rId2', 'sharedStrings', '/xl/sharedStrings.xml') +
          relation('rId3', 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook ${main} xmlns:r="${types}">${property}<sheets>${sheets}</sheets></workbook>`,
    },
    {
      name: 'xl/styles.xml',
      data:
        `<styleSheet ${main}><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
        `<cellXfs><xf numFmtId="0"/>${cellFormats.join('')}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst ${main}>${(made.strings ?? []).join('')}</sst>` },
    { name: 'xl/worksheets/sheet1.xml', data: sheetMarkup(made) },
  ];
  const parts = made.parts ?? [];
  const replaced = new Set(parts.map(({ name }) => name));
  return makeZip([...usual.filter(({ name }) => !replaced.has(name)), ...parts]);
}

export function rowMarkup(number: number, cells: readonly MadeCell[]): string {
  const inside = cells.map((cell, column) => {
    if (cell === null) return '';
    const reference = `${columnName(column)}${number}`;
    if (typeof cell !== 'string') return `<c r="${reference}"${cell.attributes ?? ''}>${cell.inside}</c>`;
    return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${inside.join('')}</row>`;
}

function* sheetMarkup(made: MadeWorkbook): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet ${main}><dimension ref="A1"/>`;
  if (made.sheet !== undefined) yield* typeof made.sheet === 'string' ? [made.sheet] : made.sheet;
  else {
    const rows = (made.rows ?? []).map((cells, at) => (cells === null ? '' : rowMarkup(at + 1, cells)));
    yield `<sheetData>${rows.join('')}</sheetData>`;
  }
  yield `${made.behind ?? ''}</worksheet>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
