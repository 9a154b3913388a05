import { deflateSync } from 'node:zlib';

/** A text at a place of a page, in points from the lower left corner. */
export interface MadeText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees, against the clock. */
  readonly turned?: number;
}

export interface MadePdf {
  readonly pages: readonly (readonly MadeText[])[];
  /**
   * `named`: a font that is not in the file, with the table of characters UniGB-UTF16-H; `mapped`: numbers of shapes, with
   * a table to characters in the file; `unmapped`: the same without the table.
   */
  readonly font?: 'named' | 'mapped' | 'unmapped';
  readonly packed?: boolean;
  readonly title?: string;
  readonly encrypted?: boolean;
  /** Content of every page instead of its texts. */
  readonly content?: Buffer;
  readonly rotate?: number;
}

/** The bytes of a PDF on A4 pages, 595 by 842 points. */
export function makePdf(made: MadePdf): Buffer {
  const { pages, font = 'named' } = made;
  const characters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const first = 8;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`);
  const objects: Buffer[] = [
    plain('<< /Type /Catalog /Pages 2 0 R >>'),
    plain(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`),
    plain(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${font === 'named' ? 'UniGB-UTF16-H' : 'Identity-H'} /DescendantFonts [4 0 R]${font === 'mapped' ? ' /ToUnicode 6 0 R' : ''} >>`,
    ),
    plain(
      `<< /Type /Font /Subtype /CIDFontType${font === 'named' ? 0 : 2} /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${font === 'named' ? 'GB1' : 'Identity'}) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>`,
    ),
    plain(
      '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ),
    stream(Buffer.from(toUnicode(characters)), false),
    plain(`<< /Title <feff${utf16(made.title ?? '')}> >>`),
    ...pages.flatMap((texts, index) => [
      plain(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]${made.rotate === undefined ? '' : ` /Rotate ${made.rotate}`} /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      ),
      stream(made.content ?? Buffer.from(contentOf(texts, font === 'named' ? null : characters)), made.packed ?? false),
    ]),
  ];
  return assembled(objects, made.encrypted ?? false);
}

function contentOf(texts: readonly MadeText[], characters: readonly string[] | null): string {
  return texts
    .map(({ text, x, y, size = 16, turned = 0 }) => {
      const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
      const numbers = [cos, sin, -sin, cos, x, y].map((number) => number.toFixed(3)).join(' ');
      const shown =
        characters === null ? utf16(text) : [...text].map((one) => hex(characters.indexOf(one) + 1)).join('');
      return `BT /F ${size} Tf ${numbers} Tm <${shown}> Tj ET`;
    })
    .join('\n');
}

function toUnicode(characters: readonly string[]): string {
  const rows = characters.map((character, index) => `<${hex(index + 1)}> <${utf16(character)}>`);
  const blocks = Array.from({ length: Math.ceil(rows.length / 100) }, (_, at) => rows.slice(at * 100, at * 100 + 100));
  const tables = blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${tables.join('\n')}
endcmap end end`;
}

function assembled(objects: readonly Buffer[], encrypted: boolean): Buffer {
  const pieces: Buffer[] = [plain('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const piece = Buffer.concat([plain(`${index + 1} 0 obj\n`), object, plain('\nendobj\n')]);
    offsets.push(at);
    pieces.push(piece);
    at += piece.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const zeros = '00'.repeat(32);
  const lock = encrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${zeros}> /U <${zeros}> /P -4 >> /ID [<00> <00>]`
    : '';
  pieces.push(plain(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  pieces.push(
    plain(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R${lock} >>\nstartxref\n${at}\n%%EOF\n`),
  );
  return Buffer.concat(pieces);
}

function stream(data: Buffer, packed: boolean): Buffer {
  const bytes = packed ? deflateSync(data) : data;
  const filter = packed ? ' /Filter /FlateDecode' : '';
  return Buffer.concat([plain(`<< /Length ${bytes.length}${filter} >>\nstream\n`), bytes, plain('\nendstream')]);
}

function plain(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
