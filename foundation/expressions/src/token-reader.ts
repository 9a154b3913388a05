import type { Place } from '@zhiheng/vocabulary';
import { Position } from './position.js';
import { readNumber } from './read-number.js';
import { readText } from './read-text.js';
import { signs, type Token } from './token.js';
import { slipAt, unknownSign } from './unknown-sign.js';

const blank = /(?:\s|#[^\n]*)+/uy;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const parameter = /\$[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
/** Everything that runs on from a digit, so that `2023-5-1` or `10k` is at fault as one token. */
const numberRun = /-?\d[\p{L}\p{M}\p{N}_.-]*/uy;

/** Gives the tokens of a text one by one, read only when asked for: the first fault in reading order is reported. */
export class TokenReader {
  readonly #text: string;
  readonly #position: Position;
  #index = 0;
  #next: Token | null = null;

  constructor(text: string, start: Place = {}) {
    this.#text = text;
    this.#position = new Position(start);
  }

  peek(): Token {
    this.#next ??= this.#read();
    return this.#next;
  }

  take(): Token {
    const token = this.peek();
    this.#next = null;
    return token;
  }

  /** Takes the next token if it is this keyword or sign. */
  accept(source: string): boolean {
    const token = this.peek();
    if (token.kind === 'literal' || token.source !== source) return false;
    this.take();
    return true;
  }

  #read(): Token {
    // The end lies right behind the last token, not behind the blanks and comments that follow it.
    const end = this.#position.place();
    this.#pass(this.#match(blank) ?? '');
    const place = this.#position.place();
    if (this.#index >= this.#text.length) return { kind: 'end', source: '', place: end };
    const name = this.#match(word);
    if (name !== null) return this.#pass({ kind: 'word', source: name, place });
    const given = this.#match(parameter);
    if (given !== null) return this.#pass({ kind: 'parameter', source: given, place });
    const run = this.#match(numberRun);
    if (run !== null) return this.#pass({ kind: 'literal', source: run, place, constant: readNumber(run, place) });
    if (this.#text.startsWith("'", this.#index)) {
      return this.#pass({ kind: 'literal', place, ...readText(this.#text, this.#index, place) });
    }
    const sign = signs.find((candidate) => this.#text.startsWith(candidate, this.#index));
    if (sign === undefined || slipAt(this.#text, this.#index) !== null) {
      throw unknownSign(this.#text, this.#index, place);
    }
    return this.#pass({ kind: 'sign', source: sign, place });
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#index;
    return pattern.exec(this.#text)?.[0] ?? null;
  }

  #pass<T extends Token | string>(passed: T): T {
    const source = typeof passed === 'string' ? passed : passed.source;
    this.#index += source.length;
    this.#position.pass(source);
    return passed;
  }
}
