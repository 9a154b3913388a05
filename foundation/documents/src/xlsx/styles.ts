import type { NumberForm } from '../table-document.js';
import { xmlHead, xmlText } from './xml-text.js';

/** How a cell looks; equal looks are one style of the workbook. */
export interface CellLook {
  readonly font?: 'plain' | 'bold' | 'title' | 'note' | 'label';
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
  readonly wrap?: boolean;
  readonly line?: 'none' | 'head' | 'row';
  /** Code of a number format; left out: as the program sees fit. */
  readonly format?: string;
}

/** The format of a number: its decimals, a bound before and a mark after it. */
export function numberFormat({ kind, decimals }: NumberForm, bound: string | null, mark: string | null): string {
  const digits = `${kind === 'number' ? '#,##0' : '0'}${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
  const number = kind === 'number' ? digits : `${digits}%`;
  const before = bound === null ? '' : `"${bound}"`;
  const after = mark === null ? '' : `" ${mark}"`;
  const plus = kind === 'signed-percent' ? '+' : '';
  return `${before}${plus}${number}${after};${before}"\u2212"${number}${after};${before}${number}${after}`;
}

const fonts = ['plain', 'bold', 'title', 'note', 'label'] as const;
const sizes = { plain: 10.5, bold: 10.5, title: 16, note: 9, label: 10.5 } as const;
const lines = ['none', 'head', 'row'] as const;
/** Numbers below are the program's own. */
const firstFormat = 164;

/** Collects the looks of a workbook; each gets a number, the first one 0. */
export class Styles {
  readonly #looks: string[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #formats: string[] = [];

  constructor() {
    this.of({});
  }

  /** The number of a look. */
  of(look: CellLook): number {
    const xml = this.#xml(look);
    const known = this.#byKey.get(xml);
    if (known !== undefined) return known;
    this.#looks.push(xml);
    this.#byKey.set(xml, this.#looks.length - 1);
    return this.#looks.length - 1;
  }

  /** The part `xl/styles.xml`. */
  xml(): string {
    const formats = this.#formats.map(
      (code, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${xmlText(code)}"/>`,
    );
    const face = (font: (typeof fonts)[number]) =>
      `<font>${font === 'plain' || font === 'note' ? '' : '<b/>'}<sz val="${sizes[font]}"/><color rgb="FF${font === 'label' ? 'B4261A' : font === 'note' ? '5C584F' : '1B1B1B'}"/><name val="宋体"/><family val="1"/><charset val="134"/></font>`;
    return `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
      formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`
    }<fonts count="${fonts.length}">${fonts.map(face).join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="3">${borders}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.#looks.length}">${this.#looks.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }

  #xml({ font = 'plain', align = 'left', indent = 0, wrap = false, line = 'none', format }: CellLook): string {
    const inward = indent === 0 ? '' : ` indent="${indent}"`;
    const broken = wrap ? ' wrapText="1"' : '';
    return `<xf numFmtId="${this.#formatNumber(format)}" fontId="${fonts.indexOf(font)}" fillId="0" borderId="${lines.indexOf(line)}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center"${inward}${broken}/></xf>`;
  }

  #formatNumber(code: string | undefined): number {
    if (code === undefined) return 0;
    const at = this.#formats.indexOf(code);
    return firstFormat + (at >= 0 ? at : this.#formats.push(code) - 1);
  }
}

const side = (name: string, style: string) =>
  style === '' ? `<${name}/>` : `<${name} style="${style}"><color rgb="FF8C877C"/></${name}>`;
const border = (top: string, bottom: string) =>
  `<border>${side('left', '')}${side('right', '')}${side('top', top)}${side('bottom', bottom)}${side('diagonal', '')}</border>`;
const borders = border('', '') + border('thin', 'thin') + border('', 'hair');
