import { SaxesParser } from 'saxes';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';

/** A cell as it stands in the XML of a sheet. */
export interface ReadCell {
  readonly value: string | number | null;
  /** The code of its number format; null: none. */
  readonly format: string | null;
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
  readonly merged: readonly string[];
  /** Rows and columns that stay. */
  readonly frozen: readonly [rows: number, columns: number];
}

/** Reads a workbook part by part with a zip reader and an XML parser, sharing nothing with what writes it. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const parts = await unzipped(Buffer.from(bytes));
  const names = elements(parts.get('xl/workbook.xml') ?? '').filter(({ name }) => name === 'sheet');
  const formats = formatsOf(parts.get('xl/styles.xml') ?? '');
  return names.map((sheet, at) => {
    const all = elements(parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? '');
    const pane = all.find(({ name }) => name === 'pane')?.attributes ?? {};
    return {
      name: sheet.attributes.name ?? '',
      rows: rowsOf(all, formats),
      merged: all.flatMap(({ name, attributes }) => (name === 'mergeCell' ? [attributes.ref ?? ''] : [])),
      frozen: [Number(pane.ySplit ?? 0), Number(pane.xSplit ?? 0)] as const,
    };
  });
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function elements(xml: string): Element[] {
  const parser = new SaxesParser();
  const [all, open]: [Element[], Element[]] = [[], []];
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const one of open) one.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return all;
}

/** The format code by the number of a style. */
function formatsOf(xml: string): (string | null)[] {
  const all = elements(xml);
  const codes = new Map(
    all.filter(({ name }) => name === 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
  );
  const from = all.findIndex(({ name }) => name === 'cellXfs');
  return all
    .slice(from)
    .flatMap(({ name, attributes }) => (name === 'xf' ? [codes.get(attributes.numFmtId) ?? null] : []));
}

function rowsOf(all: readonly Element[], formats: readonly (string | null)[]): ReadCell[][] {
  const rows: ReadCell[][] = [];
  for (const { name, attributes, text } of all) {
    if (name === 'row') rows.push([]);
    if (name !== 'c') continue;
    const value = text === '' ? null : attributes.t === 'inlineStr' ? text : Number(text);
    rows.at(-1)?.push({ value, format: formats[Number(attributes.s)] ?? null });
  }
  return rows;
}

async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, await textOf(zip, entry));
  return parts;
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
