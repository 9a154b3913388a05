import { type MadeEntry, makeZip } from '../../../test/making/make-zip.js';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export interface MadeDocx {
  /** Inside of `w:body`, as pieces where it is long. */
  readonly body: string | Iterable<string>;
  /** Inside of `w:styles`, `w:numbering` and the like. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly title?: string;
  /** Content type of the main part. */
  readonly type?: string;
  /** What stands before the root element of the main part. */
  readonly prolog?: string;
  readonly entries?: readonly MadeEntry[];
}

/** The bytes of a DOCX. */
export function makeDocx(made: MadeDocx): Promise<Buffer> {
  const named = ['styles', 'numbering', 'footnotes', 'endnotes'] as const;
  const parts = named.flatMap((name) => (made[name] === undefined ? [] : [{ name, inner: made[name] }]));
  const entries: MadeEntry[] = [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${made.type ?? main}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: relations([
        ['officeDocument', 'word/document.xml'],
        ...(made.title === undefined ? [] : [['core-properties', 'docProps/core.xml'] as const]),
      ]),
    },
    { name: 'word/document.xml', data: pieces(made) },
    { name: 'word/_rels/document.xml.rels', data: relations(parts.map(({ name }) => [name, `${name}.xml`])) },
    ...parts.map(({ name, inner }) => ({ name: `word/${name}.xml`, data: `<w:${name} ${word}>${inner}</w:${name}>` })),
    ...(made.entries ?? []),
  ];
  if (made.title !== undefined) {
    const data = `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${made.title}</dc:title></cp:coreProperties>`;
    entries.push({ name: 'docProps/core.xml', data });
  }
  return makeZip(entries);
}

function* pieces({ body, prolog = '<?xml version="1.0" encoding="UTF-8"?>' }: MadeDocx): Generator<string> {
  yield `${prolog}<w:document ${word} ${compatibility}><w:body>`;
  if (typeof body === 'string') yield body;
  else yield* body;
  yield '</w:body></w:document>';
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const rows = targets.map(
    ([kind, target], index) => `<Relationship Id="r${index}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

/** A paragraph of one run. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A paragraph of an automatic list. */
export function item(text: string, numId: number, ilvl = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
}
