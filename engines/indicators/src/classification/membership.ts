import { readPattern, writtenSymbol } from './class-pattern.js';
import type { ClassTree } from './class-tree.js';
import type { Concordance, RowMode } from './concordance.js';
import { EditionAlternatives } from './edition-alternatives.js';
import { EditionReach, numbersOf, type Reached } from './edition-reach.js';
import { expandPattern, keysOfSymbol } from './expand-pattern.js';
import { type FoldedKeyword, foldedKeyword, foldedText, standsIn } from './keyword-test.js';

/** What of a record decides where it belongs. */
export interface ClassifiedText {
  /** Symbols of the IPC in their order, the first one first. */
  readonly symbols: readonly string[];
  readonly title: string | null;
  readonly abstract: string | null;
}

/** What the symbols of a record tell: the rules that they admit to, in the order of the table, and the codes where none asks for words (else null). */
export interface SymbolsAnswer {
  readonly admitted: readonly number[];
  readonly codes: readonly string[] | null;
}

/** The rules that a symbol admits to by itself, in the order of the table, and those that exclude it. */
interface SymbolAnswer {
  readonly admitting: readonly number[];
  readonly excluding: readonly number[];
}

const none: readonly string[] = [];

/** Says which codes of a table records belong to. Made once for a table; each record is looked at by itself. */
export class Membership {
  readonly #table: Concordance;
  /** Numbers of rules by what a symbol of a record can be met by: itself, or a beginning. */
  readonly #reached: Readonly<Record<RowMode, Reached>>;
  /** The same by what a symbol is in other editions of the IPC. */
  readonly #carried: Readonly<Record<RowMode, EditionReach>>;
  readonly #keywords: readonly FoldedKeyword[];
  readonly #answers = new Map<string, SymbolAnswer>();
  /** Which keywords were looked for in a text, by its number, and which of them stand in it. */
  readonly #lookedFor: Int32Array;
  readonly #found: Uint8Array;
  #texts = 0;
  readonly #asked: readonly { readonly wanted: readonly number[]; readonly excluded: readonly number[] }[];

  constructor(table: Concordance, tree: ClassTree) {
    this.#table = table;
    const reached = (mode: RowMode) => reachedBy(table, mode, tree);
    this.#reached = { include: reached('include'), exclude: reached('exclude'), partial: reached('partial') };
    const alternatives = new EditionAlternatives(table.editions ?? [], tree);
    const carried = (mode: RowMode) => new EditionReach(alternatives, this.#reached[mode]);
    this.#carried = { include: carried('include'), exclude: carried('exclude'), partial: carried('partial') };
    const numbers = new Map<string, number>();
    const numberOf = (keyword: string) => {
      const known = numbers.get(keyword) ?? numbers.size;
      numbers.set(keyword, known);
      return known;
    };
    this.#asked = table.rules.map(({ keywords, excludedKeywords }) => ({
      wanted: keywords.map(numberOf),
      excluded: excludedKeywords.map(numberOf),
    }));
    this.#keywords = [...numbers.keys()].map(foldedKeyword);
    this.#lookedFor = new Int32Array(this.#keywords.length);
    this.#found = new Uint8Array(this.#keywords.length);
  }

  /** Whether a rule of the table looks at titles and abstracts. */
  get asksForTexts(): boolean {
    return this.#keywords.length > 0;
  }

  /** The codes with rules that a record belongs to, each once, in the order of the table. */
  codesOf({ symbols, title, abstract }: ClassifiedText): readonly string[] {
    return this.codesBy(this.answerTo(symbols), () => foldedWords(title, abstract));
  }

  /** What the symbols of a record tell by themselves, in their order. */
  answerTo(given: readonly string[]): SymbolsAnswer {
    const symbols = this.#table.sheet.settings.positions === 'first' ? given.slice(0, 1) : given;
    const admitted = this.#bySymbols(symbols);
    const codes = admitted.some((number) => this.#asksForWords(number)) ? null : this.#codes(admitted);
    return { admitted, codes };
  }

  /** The codes that an answer and the words of a record come to; `words`: its folded title and abstract, asked for where a rule looks for words. */
  codesBy({ admitted, codes }: SymbolsAnswer, words: () => string): readonly string[] {
    return codes ?? this.#codes(admitted.filter(this.#byKeywords(words)));
  }

  #codes(rules: readonly number[]): readonly string[] {
    return rules.length === 0 ? none : [...new Set(rules.map((number) => this.#table.rules[number]?.code ?? ''))];
  }

  #asksForWords(rule: number): boolean {
    const { wanted = [], excluded = [] } = this.#asked[rule] ?? {};
    return wanted.length + excluded.length > 0;
  }

  /** Include → exclude, a symbol at a time or over all of a record; rules in the order of the table. */
  #bySymbols(symbols: readonly string[]): readonly number[] {
    const answers = symbols.map((symbol) => this.#answerOf(symbol));
    const admitted = new Set(answers.flatMap(({ admitting }) => admitting));
    if (this.#table.sheet.settings.exclude === 'records') {
      for (const { excluding } of answers) for (const number of excluding) admitted.delete(number);
    }
    return [...admitted].sort((a, b) => a - b);
  }

  /** The rules that a symbol admits to by itself, and those that exclude it; symbols come again, so that answers are kept. */
  #answerOf(given: string): SymbolAnswer {
    const known = this.#answers.get(given);
    if (known !== undefined) return known;
    const symbol = writtenSymbol(given);
    const keys = keysOfSymbol(symbol);
    const rulesOf = (mode: RowMode) =>
      new Set([...numbersOf(this.#reached[mode], keys), ...this.#carried[mode].of(symbol)]);
    const excluding = rulesOf('exclude');
    const included = rulesOf('include');
    const { partial } = this.#table.sheet.settings;
    if (partial === 'counts') for (const number of rulesOf('partial')) included.add(number);
    const answer = { admitting: [...included].filter((number) => !excluding.has(number)), excluding: [...excluding] };
    this.#answers.set(given, answer);
    return answer;
  }

  #byKeywords(words: () => string): (number: number) => boolean {
    let text: string | null = null;
    const [lookedFor, found] = [this.#lookedFor, this.#found];
    this.#texts += 1;
    const stands = (number: number) => {
      if (lookedFor[number] !== this.#texts) {
        text ??= words();
        const keyword = this.#keywords[number];
        found[number] = keyword !== undefined && standsIn(keyword, text) ? 1 : 0;
        lookedFor[number] = this.#texts;
      }
      return found[number] === 1;
    };
    const { keywords } = this.#table.sheet.settings;
    return (number) => {
      const { wanted = [], excluded = [] } = this.#asked[number] ?? {};
      const has = wanted.length === 0 || (keywords === 'all' ? wanted.every(stands) : wanted.some(stands));
      return has && !excluded.some(stands);
    };
  }
}

/** The title and abstract of a record, as words are looked for in them. */
export function foldedWords(title: string | null, abstract: string | null): string {
  return foldedText(`${title ?? ''}\n${abstract ?? ''}`);
}

/** Rules by the beginnings and symbols that their patterns of a mode reach. */
function reachedBy({ rules }: Concordance, mode: RowMode, tree: ClassTree): Reached {
  const reached = new Map<string, number[]>();
  for (const [number, rule] of rules.entries()) {
    for (const pattern of rule[mode].map(readPattern)) {
      if (pattern === null) continue;
      const { whole, symbols } = expandPattern(pattern, tree);
      for (const key of whole === null ? symbols : [whole]) {
        const known = reached.get(key);
        if (known === undefined) reached.set(key, [number]);
        else if (known.at(-1) !== number) known.push(number);
      }
    }
  }
  return reached;
}
