import type { ClassTree } from './class-tree.js';
import type { Concordance } from './concordance.js';
import { foldedWords, Membership, type SymbolsAnswer } from './membership.js';

/** Lists of symbols whose answers are kept, until they begin anew. */
const mostKept = 100_000;

/** What of a record decides where it belongs, with the symbols of the IPC in their order as one text, a semicolon between them. */
export interface ListedText {
  readonly symbols: string;
  readonly title: string | null;
  readonly abstract: string | null;
}

/** Says which codes of some tables many records belong to: most have the symbols of many others, so that what these tell is kept. */
export class Memberships {
  readonly #members: readonly Membership[];
  readonly #known = new Map<string, readonly SymbolsAnswer[]>();

  constructor(tables: readonly Concordance[], tree: ClassTree) {
    this.#members = tables.map((table) => new Membership(table, tree));
  }

  /** Whether a rule of any table looks at titles and abstracts. */
  get asksForTexts(): boolean {
    return this.#members.some((one) => one.asksForTexts);
  }

  /** The codes that a record belongs to, each once, a list a table: see `Membership`. */
  codesOf({ symbols, title, abstract }: ListedText): (readonly string[])[] {
    const answers = this.#answersTo(symbols);
    let folded: string | null = null;
    const words = () => {
      folded ??= foldedWords(title, abstract);
      return folded;
    };
    return this.#members.map((member, number) => {
      const answer = answers[number];
      return answer === undefined ? [] : member.codesBy(answer, words);
    });
  }

  #answersTo(symbols: string): readonly SymbolsAnswer[] {
    const known = this.#known.get(symbols);
    if (known !== undefined) return known;
    if (this.#known.size >= mostKept) this.#known.clear();
    const list = symbols.split(';');
    const answers = this.#members.map((member) => member.answerTo(list));
    this.#known.set(symbols, answers);
    return answers;
  }
}
