import { strToU8, type Zippable, zipSync } from 'fflate';
import type { PackDocument } from '../table-document.js';
import { sheetNames } from './sheet-names.js';
import { type Sheet, sheetXml } from './sheet-xml.js';
import { Styles } from './styles.js';
import { tableSheet, titleHeight } from './table-sheet.js';
import { textWidth } from './text-width.js';
import { xmlHead, xmlText } from './xml-text.js';

/** The first day that a zip file can tell: the bytes do not depend on when they were written, nor on the time zone. */
const zipDay = new Date(1980, 0, 1);
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * A workbook (XLSX): a sheet a table, then the sheet of metadata. Values are stored as they are and shown by their formats. The same
 * document gives the same bytes.
 */
export function writeXlsx(pack: PackDocument): Uint8Array {
  const names = sheetNames([...pack.tables, pack.metadata].map(({ name }) => name));
  const tables = pack.tables.map((table, at) => tableSheet(table, names[at] ?? table.name));
  const sheets = [...tables, metadataSheet(pack.metadata, names.at(-1) ?? pack.metadata.name)];
  const styles = new Styles();
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  };
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, styles, at === 0);
  });
  parts['xl/styles.xml'] = styles.xml();
  const zipped: Zippable = Object.fromEntries(
    Object.entries(parts).map(([path, text]) => [path, [strToU8(text), { level: 6, mtime: zipDay }]]),
  );
  return zipSync(zipped);
}

function metadataSheet({ title, rows }: PackDocument['metadata'], name: string): Sheet {
  return {
    name,
    rows: [
      [
        { value: title, look: { font: 'title' } },
        { value: null, look: {} },
      ],
      ...rows.map(
        ([key, value]) =>
          [
            { value: key, look: { font: 'bold', line: 'row', wrap: true } },
            { value, look: { line: 'row', wrap: true } },
          ] as const,
      ),
    ],
    merged: [],
    widths: [...metadataWidths],
    heights: new Map([[0, titleHeight], ...rows.map((row, at) => [at + 1, heightOf(row)] as const)]),
    frozen: { rows: 1, columns: 0 },
    repeated: null,
  };
}

const metadataWidths = [34, 90] as const;
const lineHeight = 18;

/** As high as the lines that its longer text takes. */
function heightOf(row: readonly [string, string]): number {
  const lines = row.map((text, at) => Math.ceil((textWidth(text) + 1) / (metadataWidths[at] ?? 1)));
  return lineHeight * Math.max(1, ...lines);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const form = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ...sheets.map((_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'] as const),
    ['/xl/styles.xml', 'styles'],
  ].map(([path, type]) => `<Override PartName="${path}" ContentType="${form}.${type}+xml"/>`);
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${links}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageLinks}">${all.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const tabs = sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const titles = sheets.flatMap(({ name, repeated }, at) => {
    if (repeated === null) return [];
    const quoted = xmlText(name.replaceAll("'", "''"));
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${quoted}'!$${repeated[0]}:$${repeated[1]}</definedName>`,
    ];
  });
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${links}"><bookViews><workbookView/></bookViews><sheets>${tabs.join('')}</sheets>${
    titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`
  }</workbook>`;
}
