import { type GivenText, type LocalizedText, languages, nearestWord } from '@zhiheng/vocabulary';
import { isMap, isNode, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Sheet, SheetFault } from './sheet.js';

/** One list of a list of lists. */
export interface NotedList {
  readonly items: string[];
  readonly note: (fault: SheetFault, near?: readonly string[]) => void;
}

/**
 * One map of a sheet. Each reading names the key it asks for; `close` then notes every key that nobody asked for.
 * Without a node (a map that is missing) every reading gives its stand-in silently: the lack is noted already.
 */
export class SheetMap {
  readonly sheet: Sheet;
  readonly offset: number;
  readonly #node: YAMLMap | null;
  readonly #field: string;
  readonly #asked = new Set<string>();
  /** Keys that must be there and are not, with what they would hold. */
  readonly #lacking = new Map<string, string>();

  constructor(sheet: Sheet, node: YAMLMap | null, field: string, offset: number) {
    this.sheet = sheet;
    this.offset = offset;
    this.#node = node;
    this.#field = field;
  }

  /** The keys as they stand. */
  keys(): string[] {
    return (this.#node?.items ?? []).map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  }

  text(key: string): string {
    const scalar = this.#scalar(key, 'a text');
    if (scalar === null) return '';
    if (typeof scalar.value === 'string' && scalar.value.trim() !== '') return scalar.value;
    this.note(key, {
      what: `${key} is no text`,
      found: shown(scalar),
      expected: 'a text; put numbers that are names in quotes',
    });
    return '';
  }

  optionalText(key: string): string | null {
    return this.has(key) ? this.text(key) : null;
  }

  number(key: string): number {
    const scalar = this.#scalar(key, 'a number');
    if (scalar === null) return 0;
    if (typeof scalar.value === 'number' && Number.isFinite(scalar.value)) return scalar.value;
    this.note(key, { what: `${key} is no number`, found: shown(scalar), expected: 'a number' });
    return 0;
  }

  optionalNumber(key: string): number | null {
    return this.has(key) ? this.number(key) : null;
  }

  /** A whole number from 0 to `most`. */
  count(key: string, most: number): number {
    const value = this.number(key);
    if (Number.isInteger(value) && value >= 0 && value <= most) return value;
    this.note(key, {
      what: `${key} is out of range`,
      found: String(value),
      expected: `a whole number from 0 to ${most}`,
    });
    return 0;
  }

  truth(key: string): boolean {
    const scalar = this.#scalar(key, 'true or false');
    if (scalar === null || typeof scalar.value === 'boolean') return scalar?.value === true;
    this.note(key, { what: `${key} is neither true nor false`, found: shown(scalar), expected: 'true or false' });
    return false;
  }

  /** One of the given words; the first stands in. */
  choice<Word extends string>(key: string, words: readonly Word[]): Word {
    const found = this.text(key);
    const word = words.find((candidate) => candidate === found);
    if (word !== undefined) return word;
    if (found !== '') {
      const expected = words.join(', ');
      this.note(key, { what: `${key} is not known`, found, expected, didYouMean: nearestWord(found, words) });
    }
    return words[0] as Word;
  }

  optionalChoice<Word extends string>(key: string, words: readonly Word[]): Word | null {
    return this.has(key) ? this.choice(key, words) : null;
  }

  /** A text in the languages of the sheet. */
  localized(key: string): GivenText {
    return this.map(key, `${this.sheet.languages.join(', ')}, each with a text`).languages();
  }

  /** This map itself as a text in the languages of the sheet; where others lack, the first of those stands and the text says so. */
  languages(): GivenText {
    const needed = this.sheet.languages;
    const lacking = languages.filter((language) => !needed.includes(language) && !this.has(language));
    const texts = Object.fromEntries(
      languages.map((language) => [language, this.text((lacking.includes(language) && needed[0]) || language)]),
    ) as unknown as LocalizedText;
    this.close();
    return lacking.length === 0 ? texts : { ...texts, lacking };
  }

  map(key: string, expected = 'keys with values'): SheetMap {
    const node = this.#value(key, expected);
    if (node === null || isMap(node)) return this.#inner(node, key, this.offsetOf(key));
    this.note(key, { what: `${key} is no map`, found: shown(node), expected });
    return this.#inner(null, key, this.offsetOf(key));
  }

  optionalMap(key: string): SheetMap | null {
    return this.has(key) ? this.map(key) : null;
  }

  /** A list of maps; a key that is left out is an empty list. */
  maps(key: string): SheetMap[] {
    return this.#items(key).flatMap((item, index) => {
      const field = `${key}[${index}]`;
      if (isMap(item)) return [this.#inner(item, field, item.range?.[0] ?? this.offset)];
      this.#noteItem(item, field, 'keys with values');
      return [];
    });
  }

  /** A list of texts; a key that is left out is an empty list. */
  texts(key: string): string[] {
    return this.#items(key).flatMap((item, index) => {
      if (isScalar(item) && typeof item.value === 'string' && item.value !== '') return [item.value];
      this.#noteItem(item, `${key}[${index}]`, 'a text');
      return [];
    });
  }

  /**
   * A list whose items are texts or lists of texts, each as a list, with the noting of a fault at it (`near`: words that may have
   * been meant); a key that is left out is an empty list.
   */
  lists(key: string): NotedList[] {
    return this.#items(key).flatMap((item, index) => {
      const field = `${key}[${index}]`;
      const inner = isSeq(item) ? (item as YAMLSeq<Node>).items : [item];
      const items = inner.flatMap((one) => {
        if (isScalar(one) && typeof one.value === 'string' && one.value !== '') return [one.value];
        this.#noteItem(one, field, 'a text, or a list of texts');
        return [];
      });
      const note = (fault: SheetFault, near: readonly string[] = []) => {
        const at = inner.find((one) => isScalar(one) && one.value === fault.found) ?? item;
        const didYouMean = nearestWord(fault.found ?? '', near);
        this.sheet.note(at.range?.[0] ?? this.offset, { field: this.#path(field), didYouMean, ...fault });
      };
      return items.length === 0 ? [] : [{ items, note }];
    });
  }

  /** The maps under a key by their names, in the order of the file; a key that is left out holds none. */
  namedMaps(key: string): [string, SheetMap][] {
    const outer = this.optionalMap(key);
    return outer === null ? [] : outer.keys().map((name) => [name, outer.map(name)]);
  }

  /** The value of a single-valued key as YAML reads it; null where it is missing or no single value. */
  value(key: string): unknown {
    return this.#scalar(key, 'a value')?.value ?? null;
  }

  /** The key must be there; what it holds is read otherwise. */
  need(key: string, expected: string): void {
    if (this.#node !== null && !this.has(key)) this.#lacking.set(key, expected);
  }

  /** True when the key stands there with a value; the key counts as asked for. */
  has(key: string): boolean {
    this.#asked.add(key);
    const node = this.#node?.get(key, true);
    return isNode(node) && !(isScalar(node) && node.value === null);
  }

  /** The scalar behind a key, to look at its place in the text. */
  scalarOf(key: string): Scalar | null {
    const node = this.#node?.get(key, true);
    return isScalar(node) ? node : null;
  }

  /**
   * Ends the reading of the map: notes every key that was not asked for and every key that is lacking. A key that looks
   * like a lacking one is told once, as its misspelling.
   */
  close(): void {
    const present = this.keys();
    const free = [...this.#asked].filter((key) => !present.includes(key));
    for (const { key } of this.#node?.items ?? []) {
      const name = isScalar(key) ? String(key.value) : '';
      if (this.#asked.has(name)) continue;
      const meant = nearestWord(name, free);
      if (meant !== null) this.#lacking.delete(meant);
      this.sheet.note((isNode(key) ? key.range?.[0] : undefined) ?? this.offset, {
        what: `the key ${name} is not known here`,
        field: this.#path(name),
        found: name,
        expected: [...this.#asked].join(', '),
        didYouMean: meant,
      });
    }
    this.noteLacking();
  }

  /** Notes the keys that are lacking and lets unknown ones be: for a map whose kind is not known. */
  noteLacking(): void {
    for (const [key, expected] of this.#lacking) {
      this.note(key, { what: `the key ${key} is missing`, expected: `${key}: ${expected}` });
    }
    this.#lacking.clear();
  }

  /** Notes a fault at the value of a key. */
  note(key: string, fault: SheetFault): void {
    this.noteAt(key, this.offsetOf(key), fault);
  }

  /** Notes a fault at an offset of the text that belongs to the value of a key. */
  noteAt(key: string, offset: number, fault: SheetFault): void {
    this.sheet.note(offset, { field: this.#path(key), ...fault });
  }

  /** Notes a fault at a key itself; at the map where the key is missing. */
  noteKey(key: string, fault: SheetFault): void {
    const pair = this.#node?.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    this.noteAt(key, (isNode(pair?.key) ? pair.key.range?.[0] : undefined) ?? this.offset, fault);
  }

  /** Where the value of a key begins; the map itself where the key is missing. */
  offsetOf(key: string): number {
    const node = this.#node?.get(key, true);
    return (isNode(node) ? node.range?.[0] : undefined) ?? this.offset;
  }

  #scalar(key: string, expected: string): Scalar | null {
    const node = this.#value(key, expected);
    if (node === null || isScalar(node)) return node;
    this.note(key, { what: `${key} is no single value`, found: shown(node), expected });
    return null;
  }

  #value(key: string, expected: string): Node | null {
    this.need(key, expected);
    return this.has(key) ? (this.#node?.get(key, true) as Node) : null;
  }

  #items(key: string): Node[] {
    if (!this.has(key)) return [];
    const node = this.#node?.get(key, true);
    if (isSeq(node)) return (node as YAMLSeq<Node>).items;
    this.note(key, { what: `${key} is no list`, found: shown(node), expected: 'a list' });
    return [];
  }

  #noteItem(item: Node, field: string, expected: string): void {
    const offset = item.range?.[0] ?? this.offset;
    this.sheet.note(offset, {
      what: `${field} has the wrong form`,
      field: this.#path(field),
      found: shown(item),
      expected,
    });
  }

  #inner(node: YAMLMap | null, key: string, offset: number): SheetMap {
    return new SheetMap(this.sheet, node, this.#path(key), offset);
  }

  #path(key: string): string {
    return this.#field === '' ? key : `${this.#field}.${key}`;
  }
}

function shown(node: unknown): string {
  if (isScalar(node)) return node.source ?? String(node.value);
  if (isMap(node)) return 'keys with values';
  return isSeq(node) ? 'a list' : 'a reference';
}
