import {
  columnsOf,
  type Expression,
  type KnownTables,
  parametersOf,
  printSource,
  tablesOf,
} from '@zhiheng/expressions';
import type { Concordances } from '../classification/read-concordances.js';
import type { Parameter } from '../definition.js';
import { knownTables } from './known-tables.js';

/** The expressions of a definition while it is read: their canonical texts, in the order of reading, and what they can name. */
export class CanonicalTexts {
  readonly parameters: readonly Parameter[];
  /** The concordance tables that expressions may ask; null: any. */
  readonly tables: KnownTables | null;
  readonly #concordances: Concordances | null;
  readonly #asked = new Set<string>();
  readonly #texts: string[] = [];
  #unread = false;
  readonly #named = new Set<string>();
  readonly #columns = new Set<string>();

  constructor(parameters: readonly Parameter[], concordances: Concordances | null) {
    this.parameters = parameters;
    this.#concordances = concordances;
    this.tables = concordances === null ? null : knownTables(concordances);
  }

  /** Takes an expression as it was parsed; null where it did not parse. */
  add(tree: Expression | null): void {
    this.#texts.push(tree === null ? '' : printSource(tree));
    for (const name of tree === null ? [] : parametersOf(tree)) this.#named.add(name);
    for (const id of tree === null ? [] : tablesOf(tree)) this.#asked.add(id);
    if (tree === null) this.#unread = true;
    else for (const name of columnsOf(tree)) this.#columns.add(name);
  }

  /** Asks a concordance table for a breakdown by its codes; null: none. */
  askFor(concordance: string | null): void {
    if (concordance !== null) this.#asked.add(concordance);
  }

  /** Parameters that the expressions name; null where one of them did not parse, so that not all are known. */
  get parameterNames(): ReadonlySet<string> | null {
    return this.#unread ? null : this.#named;
  }

  /** Columns of records that the expressions name; null where one of them did not parse. */
  get columnNames(): ReadonlySet<string> | null {
    return this.#unread ? null : this.#columns;
  }

  /** The hash of each concordance table that the expressions ask, by its id. */
  get classifications(): Readonly<Record<string, string>> {
    const asked = [...this.#asked].sort();
    return Object.fromEntries(asked.map((id) => [id, this.#concordances?.get(id)?.hash ?? 'not known']));
  }

  get all(): readonly string[] {
    return this.#texts;
  }
}
