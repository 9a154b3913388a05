import { type ErrorCode, nearestWord, type Place, UserFault } from '@zhiheng/vocabulary';
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';

type MaybeNode = Node | null | undefined;

/** The document that a block stands in: where its faults point and which code they carry. */
interface BlockDocument {
  readonly path: string;
  readonly code: ErrorCode;
  readonly lines: LineCounter;
}

export interface Expectation {
  readonly found?: string;
  readonly expected?: string;
  readonly didYouMean?: string;
}

/** A map of a YAML file whose faults name file, line, column and key. */
export class YamlBlock {
  readonly #document: BlockDocument;
  readonly #map: YAMLMap;
  /** Dotted path of the block, empty at the top. */
  readonly #path: string;

  private constructor(document: BlockDocument, map: YAMLMap, path: string) {
    this.#document = document;
    this.#map = map;
    this.#path = path;
  }

  /** The top map of a YAML text; throws a fault with `code` when the text is no YAML map. */
  static parse(text: string, path: string, code: ErrorCode): YamlBlock {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    const place = (offset: number): Place => {
      const { line, col } = lines.linePos(offset);
      return { path, line, column: col };
    };
    if (error !== undefined) {
      const what = error.message.split('\n')[0] ?? error.message;
      throw new UserFault(code, { place: place(error.pos[0]), expected: 'a YAML map', values: { what } });
    }
    if (!isMap(document.contents)) {
      const what = 'it holds no keys';
      throw new UserFault(code, { place: place(0), expected: 'a YAML map', values: { what } });
    }
    return new YamlBlock({ path, code, lines }, document.contents, '');
  }

  /** The same block with faults of another code. */
  withCode(code: ErrorCode): YamlBlock {
    return new YamlBlock({ ...this.#document, code }, this.#map, this.#path);
  }

  /** Keys in the order they stand; throws for one that is not among `known`. */
  keys(known: readonly string[]): string[] {
    return this.#map.items.map((pair) => {
      const key = scalarText(pair.key as MaybeNode) ?? '';
      if (!known.includes(key)) {
        const near = nearestWord(key, known);
        const detail = { found: key, expected: known.join(', '), ...(near === null ? {} : { didYouMean: near }) };
        throw this.#faultAt(pair.key as MaybeNode, this.#name(key), `unknown key ${key}`, detail);
      }
      return key;
    });
  }

  /** Keys and texts of a map of words, numbers as they are written. */
  words(): Map<string, string> {
    return new Map(
      this.#map.items.map((pair) => {
        const key = scalarText(pair.key as MaybeNode) ?? '';
        return [key, this.text(key) ?? ''];
      }),
    );
  }

  has(key: string): boolean {
    return this.#pair(key) !== undefined;
  }

  /** The text of a key; null when the key is missing or empty. Throws when it holds a list or a map. */
  text(key: string): string | null {
    const node = this.#pair(key)?.value as MaybeNode;
    if (node === undefined || node === null) return null;
    const text = scalarText(node);
    if (text === null && !isEmptyScalar(node)) throw this.fault(key, `${key} is not a text`, { expected: 'a text' });
    return text;
  }

  /** The texts of a list; null when the key is missing. */
  list(key: string): string[] | null {
    const node = this.#pair(key)?.value as MaybeNode;
    if (node === undefined || node === null) return null;
    const items = isSeq(node) ? node.items.map((item) => scalarText(item as MaybeNode)) : [null];
    if (items.some((item) => item === null)) throw this.fault(key, `${key} is not a list`, { expected: 'a list' });
    return items.filter((item) => item !== null);
  }

  /** The map under a key; null when the key is missing or holds a text. */
  block(key: string): YamlBlock | null {
    const node = this.#pair(key)?.value as MaybeNode;
    return isMap(node) ? new YamlBlock(this.#document, node, this.#name(key)) : null;
  }

  /** A fault at the value of a key; at the block itself when the key is missing. */
  fault(key: string, what: string, detail: Expectation = {}): UserFault {
    const pair = this.#pair(key);
    const node = (pair?.value as MaybeNode) ?? (pair?.key as MaybeNode) ?? this.#map;
    return this.#faultAt(node, this.#name(key), what, detail);
  }

  #pair(key: string): Pair | undefined {
    return this.#map.items.find((pair) => scalarText(pair.key as MaybeNode) === key);
  }

  #name(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }

  #faultAt(node: MaybeNode, field: string, what: string, detail: Expectation): UserFault {
    const { line, col } = this.#document.lines.linePos(node?.range?.[0] ?? 0);
    const place = { path: this.#document.path, line, column: col, field };
    return new UserFault(this.#document.code, { place, ...detail, values: { what } });
  }
}

/** A scalar as it is written: `01` stays `01`. */
function scalarText(node: MaybeNode): string | null {
  if (!isScalar(node) || node.value === null) return null;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

function isEmptyScalar(node: MaybeNode): boolean {
  return isScalar(node) && node.value === null;
}
