import { callsOf, columnsOf, type Expression, parametersOf, printSource } from '@zhiheng/expressions';
import type { Parameter } from '../definition.js';

/** The expressions of a definition while it is read: their canonical texts, in the order of reading, and what they can name. */
export class CanonicalTexts {
  readonly parameters: readonly Parameter[];
  readonly #texts: string[] = [];
  #unread = false;
  readonly #named = new Set<string>();
  readonly #columns = new Set<string>();

  constructor(parameters: readonly Parameter[]) {
    this.parameters = parameters;
  }

  /** Takes an expression as it was parsed; null where it did not parse. */
  add(tree: Expression | null): void {
    this.#texts.push(tree === null ? '' : printSource(tree));
    for (const name of tree === null ? [] : parametersOf(tree)) this.#named.add(name);
    if (tree === null) this.#unread = true;
    else for (const name of columnsAsked(tree)) this.#columns.add(name);
  }

  /** Parameters that the expressions name; null where one of them did not parse, so that not all are known. */
  get parameterNames(): ReadonlySet<string> | null {
    return this.#unread ? null : this.#named;
  }

  /** Columns of records that the expressions name; null where one of them did not parse. */
  get columnNames(): ReadonlySet<string> | null {
    return this.#unread ? null : this.#columns;
  }

  get all(): readonly string[] {
    return this.#texts;
  }
}

function columnsAsked(tree: Expression): string[] {
  return [
    ...columnsOf(tree),
    ...callsOf(tree).flatMap(({ call }) => (call.kind === 'held' ? columnsOf(call.day) : [])),
  ];
}
