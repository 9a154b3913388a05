import { type Expression, parametersOf, printSource } from '@zhiheng/expressions';
import type { Parameter } from '../definition.js';

/** The expressions of a definition while it is read: their canonical texts, in the order of reading, and what they can name. */
export class CanonicalTexts {
  readonly parameters: readonly Parameter[];
  readonly #texts: string[] = [];
  #unread = false;
  readonly #named = new Set<string>();

  constructor(parameters: readonly Parameter[]) {
    this.parameters = parameters;
  }

  /** Takes an expression as it was parsed; null where it did not parse. */
  add(tree: Expression | null): void {
    this.#texts.push(tree === null ? '' : printSource(tree));
    for (const name of tree === null ? [] : parametersOf(tree)) this.#named.add(name);
    if (tree === null) this.#unread = true;
  }

  /** Parameters that the expressions name; null where one of them did not parse, so that not all are known. */
  get parameterNames(): ReadonlySet<string> | null {
    return this.#unread ? null : this.#named;
  }

  get all(): readonly string[] {
    return this.#texts;
  }
}
