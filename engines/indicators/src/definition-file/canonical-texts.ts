import { type Expression, printSource } from '@zhiheng/expressions';
import type { Parameter } from '../definition.js';

/** The expressions of a definition while it is read: their canonical texts, in the order of reading, and what they can name. */
export class CanonicalTexts {
  readonly parameters: readonly Parameter[];
  readonly #texts: string[] = [];

  constructor(parameters: readonly Parameter[]) {
    this.parameters = parameters;
  }

  /** Takes an expression as it was parsed; null where it did not parse. */
  add(tree: Expression | null): void {
    this.#texts.push(tree === null ? '' : printSource(tree));
  }

  get all(): readonly string[] {
    return this.#texts;
  }
}
