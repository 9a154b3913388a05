import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeFile {
  readonly name: string;
  readonly data: string | Uint8Array;
}

/** The bytes of a zip file, names as they are given: good ones and bad ones. */
export function zipOf(files: readonly MadeFile[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data } of files) {
    const content = Buffer.from(data);
    const packed = deflateRawSync(content, { level: 1 });
    const fields = Buffer.alloc(26);
    // version 2.0, no flags, deflate
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const header = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), fields, tail, Buffer.from(name)]),
    );
    local.push(header, packed);
    at += header.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, index, Buffer.from('PK\u0005\u0006'), end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** A workbook of one sheet; style 1 of a cell is a date. `rows`: the markup inside `sheetData`. */
export function workbookOf(rows: string): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: relations(`<Relationship Id="r" Type="${types}/officeDocument" Target="xl/workbook.xml"/>`),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(
        `<Relationship Id="rId1" Type="${types}/worksheet" Target="worksheets/sheet1.xml"/>` +
          `<Relationship Id="rId2" Type="${types}/styles" Target="styles.xml"/>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${types}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    },
  ]);
}

/** A row of texts. */
export function textRow(number: number, texts: readonly string[]): string {
  const cells = texts.map((text, at) => `<c r="${'ABCDEFGH'[at]}${number}" t="str"><v>${text}</v></c>`);
  return `<row r="${number}">${cells.join('')}</row>`;
}
