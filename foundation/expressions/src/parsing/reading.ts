import { nearestWord, OwnFault, type Place, type UserFault } from '@zhiheng/vocabulary';
import type { Expression } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import type { RecordShape } from '../record-shape.js';
import { describeToken, type Token } from '../token.js';
import { TokenReader } from '../token-reader.js';
import type { Columns, ValueType } from '../value-type.js';

/** Parentheses and `not` inside one another; deeper ones would try the stack of this program and of the engines. */
const deepest = 100;

/** What an operand stands for, in the words of a fault. */
export type Role = 'a test' | 'a value';

/** The rules that rules below them come back to. */
export interface Rules {
  /** A condition up to what cannot belong to it. */
  readonly condition: (reading: Reading) => Expression;
  readonly operand: (reading: Reading, role: Role, wanted: ValueType | null) => Expression;
}

/** A text that is being read: its tokens, what can be named where the reading stands, and how deep that is. */
export class Reading {
  readonly tokens: TokenReader;
  readonly shape: RecordShape;
  readonly #rules: Rules;
  #list: string | null = null;
  #depth = 0;

  constructor(text: string, shape: RecordShape, rules: Rules, start?: Place) {
    this.tokens = new TokenReader(text, start);
    this.shape = shape;
    this.#rules = rules;
  }

  condition(): Expression {
    return this.#rules.condition(this);
  }

  /** `wanted` is the type of what the operand will be compared with, as far as it is known. */
  operand(role: Role, wanted: ValueType | null): Expression {
    return this.#rules.operand(this, role, wanted);
  }

  /** The list whose items are spoken of; null: the record itself. */
  get list(): string | null {
    return this.#list;
  }

  /** The columns that can be named. */
  get columns(): Columns {
    return this.#list === null ? this.shape.columns : (this.shape.lists[this.#list]?.columns ?? {});
  }

  /** Reads something that speaks of the items of a list. */
  within<T>(list: string, read: () => T): T {
    if (this.#list !== null) throw new OwnFault(`${list} is asked of inside ${this.#list}`);
    this.#list = list;
    const node = read();
    this.#list = null;
    return node;
  }

  deeper<T>(token: Token, read: () => T): T {
    this.#depth += 1;
    if (this.#depth > deepest) {
      throw expressionFault(token.place, {
        what: 'the expression is nested too deeply',
        found: token.source,
        expected: `at most ${deepest} parentheses and nots inside one another`,
      });
    }
    const node = read();
    this.#depth -= 1;
    return node;
  }

  /** Takes the next token, which has to be this keyword or sign. */
  expect(source: string, what: string, expected: string = source): void {
    if (this.tokens.accept(source)) return;
    throw this.unexpected(this.tokens.peek(), what, [source], expected);
  }

  unexpected(token: Token, what: string, candidates: readonly string[], expected: string): UserFault {
    const didYouMean = token.kind === 'word' ? nearestWord(token.source, candidates) : null;
    return expressionFault(token.place, { what, found: describeToken(token), expected, didYouMean });
  }
}
