import { readSentences, type Sentence } from './sentence.js';

/** How texts of a style are put together, whatever their field. */
export interface StyleWords {
  /** Fillings of blanks by letter; a `#` in one is a drawn number. */
  readonly blanks: Readonly<Record<string, readonly string[]>>;
  /** Beginnings and middles of coined nouns; the ends are nouns of the field or `coinedEnds`. */
  readonly prefixes: readonly string[];
  readonly coinedStems: readonly string[];
  readonly coinedEnds: readonly string[];
  /** Beginning of an abstract, after the phrase that it shares with all others. */
  readonly abstractOpenings: readonly Sentence[];
  readonly claimOpenings: readonly Sentence[];
  readonly clauses: readonly Sentence[];
  readonly closings: readonly Sentence[];
  /** Claims of a method count their steps. */
  readonly numberedSteps: boolean;
}

/** Reads fillings, a line a letter: `L 顶部 底部`. */
export function readBlanks(table: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [letter = '', ...fillings] = line.trim().split(' ');
        return [letter, fillings];
      }),
  );
}

/** Endings of abstracts of every style. */
export const commonClosings = readSentences(`
与现有技术相比，{E}，{E}
由此{E}，同时{E}
本方案{E}，并且{E}
经验证，{E}，{E}
从而{E}
解决了{V}时的不足，{E}
使用时{E}，{E}
其有益效果是：{E}，{E}
如此一来，{E}，也便于后续{V}
既满足了{V}的要求，又{E}
可用于{V}和{V}，{E}
在{V}环节中{E}`);
