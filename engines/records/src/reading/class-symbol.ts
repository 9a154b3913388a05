import type { RecordClass } from './record.js';

/** `A45F  504`, `G06F015/16`: the subclass, then three columns of main group, then the subgroup. */
const oldForm = /^([A-H]\d{2}[A-Z])([ \d]{3})\/?(\d+)$/;
const plainForm = /^([A-HY]\d{2}[A-Z])\s*0*(\d{1,4})\s*\/\s*(\d{2,6})/;

/** An IPC symbol of the eighth edition or later from its parts: `A41D13/08`. */
export function groupSymbol(subclass: string, mainGroup: string, subgroup: string): string {
  return `${subclass}${Number(mainGroup)}/${subgroup}`;
}

/** The IPC symbol of older files, set in columns; other forms only lose their spaces. */
export function columnSymbol(given: string): string {
  const parts = oldForm.exec(given.trim());
  const [, subclass, mainGroup, subgroup] = parts ?? [];
  if (subclass === undefined || mainGroup === undefined || subgroup === undefined || mainGroup.trim() === '') {
    return given.replaceAll(/\s+/g, '');
  }
  return groupSymbol(subclass, mainGroup, subgroup);
}

/** `1216` → `12-16`, the notation of Locarno. */
export function locarnoSymbol(given: string): string {
  const text = given.trim();
  return /^\d{4}$/.test(text) ? `${text.slice(0, 2)}-${text.slice(2)}` : text;
}

/**
 * A US national class, three columns of class and three of subclass before the decimals: `  2 52` → `2/52`,
 * ` 4012404` → `40/124.04`, `D14138 AD` → `D14/138 AD`, `257E21002` → `257/E21.002`, `705DIG 9` → `705/DIG 9`.
 */
export function nationalSymbol(given: string): string {
  const [head, body, tail] = [given.slice(0, 3), given.slice(3, 6), given.slice(6)];
  const name = head.replaceAll(' ', '');
  if (body === 'DIG') return `${name}/DIG ${tail.trim()}`;
  const rest = tail.trim();
  const subclass = body.replaceAll(' ', '');
  if (subclass === '' && rest === '') return name;
  if (rest === '') return `${name}/${subclass}`;
  return `${name}/${subclass}${/^\d/.test(rest) ? '.' : ' '}${rest}`;
}

/** `20060101` → `2006.01`, as the IPC prints its editions; null for anything else. */
export function editionOf(date: string | null): string | null {
  const match = /^(\d{4})(\d{2})\d{2}$/.exec(date ?? '');
  return match === null ? null : `${match[1]}.${match[2]}`;
}

/** Class symbols of one column of a table; symbols repeat, so that each is read once. */
export class TableClasses {
  readonly #scheme: string;
  readonly #edition: string | null;
  readonly #known = new Map<string, RecordClass>();

  constructor(scheme: string, edition: string | null) {
    this.#scheme = scheme;
    this.#edition = edition;
  }

  /**
   * A class as an office writes it: `A01B 1/02 (2006.01)I` gives symbol and edition; a Locarno symbol in a column of IPC
   * classes, as in files that hold inventions and designs, is told apart by its form.
   */
  read(given: string): RecordClass {
    const known = this.#known.get(given);
    if (known !== undefined) return known;
    const read = tableClass(this.#scheme, this.#edition, given);
    // a longer slice of a text would hold the whole text in memory
    if (given.length <= 12 && this.#known.size < 100_000) this.#known.set(given, read);
    return read;
  }
}

function tableClass(scheme: string, edition: string | null, text: string): RecordClass {
  if (scheme !== 'ipc' && scheme !== 'cpc') return { scheme, edition, symbol: text };
  const locarno = /^(?:LOC\s*\((\d+)\)\s*(?:Cl\.?)?\s*)?(\d{2}-\d{2})(?:\s*\((\d+)\))?$/i.exec(text);
  if (scheme === 'ipc' && locarno?.[2] !== undefined) {
    return { scheme: 'locarno', edition: locarno[1] ?? locarno[3] ?? edition, symbol: locarno[2] };
  }
  const own = /\((\d{4}\.\d{2})\)/.exec(text)?.[1] ?? edition;
  const upper = text.toUpperCase();
  const [, subclass, mainGroup, subgroup] = plainForm.exec(upper) ?? [];
  if (subclass === undefined || mainGroup === undefined || subgroup === undefined) {
    return { scheme, edition: own, symbol: upper.replace(/\(.*$/, '').replaceAll(/\s+/g, '') };
  }
  return { scheme, edition: own, symbol: groupSymbol(subclass, mainGroup, subgroup) };
}
