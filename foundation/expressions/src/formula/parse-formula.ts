import { nearestWord, type Place } from '@zhiheng/vocabulary';
import { expressionFault } from '../expression-fault.js';
import type { Formula, FormulaOperator } from './formula.js';
import { type FormulaToken, formulaTokens } from './formula-tokens.js';

/** Parentheses and signs inside one another; deeper ones would try the stack. */
const deepest = 100;

/**
 * Reads a formula of numbers, names, `+ - * /` and parentheses; `*` and `/` bind before `+` and `-`, from left to right.
 * `names` are those that it may use. `place` is where the text begins in its file.
 *
 * Throws `expression-wrong` with the line and column of the first token at fault.
 *
 * @example parseFormula('100 * grants / (applications - withdrawn)', ['grants', 'applications', 'withdrawn'])
 */
export function parseFormula(text: string, names: Iterable<string>, offset: { readonly place?: Place } = {}): Formula {
  return new FormulaParser(formulaTokens(text, offset.place), [...names]).parse();
}

/** Recursive descent, a method a rule: sum, product, signed, operand. */
class FormulaParser {
  readonly #tokens: readonly FormulaToken[];
  readonly #names: readonly string[];
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly FormulaToken[], names: readonly string[]) {
    this.#tokens = tokens;
    this.#names = names;
  }

  parse(): Formula {
    const formula = this.#sum();
    const rest = this.#peek();
    if (rest.kind === 'end') return formula;
    throw expressionFault(rest.place, {
      what: rest.source === ')' ? 'no parenthesis is open here' : 'an operator is missing',
      found: rest.source,
      expected: '+, -, *, / or the end of the formula',
    });
  }

  #sum(): Formula {
    let left = this.#product();
    for (let sign = this.#accept('+', '-'); sign !== null; sign = this.#accept('+', '-')) {
      left = operation(sign, left, this.#product());
    }
    return left;
  }

  #product(): Formula {
    let left = this.#signed();
    for (let sign = this.#accept('*', '/'); sign !== null; sign = this.#accept('*', '/')) {
      left = operation(sign, left, this.#signed());
    }
    return left;
  }

  #signed(): Formula {
    const token = this.#peek();
    if (this.#accept('-') === null) return this.#operand();
    return this.#deeper(token, () =>
      Object.freeze({ kind: 'negative', operand: this.#signed(), place: token.place } as const),
    );
  }

  #operand(): Formula {
    const token = this.#take();
    const { source, place } = token;
    if (token.kind === 'number') return Object.freeze({ kind: 'number', written: source, place } as const);
    if (token.kind === 'name') return this.#named(token);
    if (source === '(') return this.#deeper(token, () => this.#parenthesised(place));
    throw expressionFault(place, {
      what: 'a value is missing',
      found: described(token),
      expected: 'a name, a number or (',
    });
  }

  #named({ source, place }: FormulaToken): Formula {
    if (this.#names.includes(source)) return Object.freeze({ kind: 'name', name: source, place } as const);
    throw expressionFault(place, {
      what: `no part is named ${source}`,
      found: source,
      expected: this.#names.length === 0 ? 'a number' : `one of the parts ${this.#names.join(', ')}`,
      didYouMean: nearestWord(source, this.#names),
    });
  }

  #parenthesised(opened: Place): Formula {
    const inside = this.#sum();
    const token = this.#peek();
    if (this.#accept(')') !== null) return inside;
    throw expressionFault(token.place, {
      what: `the parenthesis opened at line ${opened.line}, column ${opened.column} is not closed`,
      found: described(token),
      expected: ')',
    });
  }

  #peek(): FormulaToken {
    return this.#tokens[Math.min(this.#index, this.#tokens.length - 1)] as FormulaToken;
  }

  #take(): FormulaToken {
    const token = this.#peek();
    this.#index += 1;
    return token;
  }

  #accept<Sign extends string>(...signs: readonly Sign[]): Sign | null {
    const token = this.#peek();
    const sign = token.kind === 'sign' ? signs.find((one) => one === token.source) : undefined;
    if (sign === undefined) return null;
    this.#index += 1;
    return sign;
  }

  #deeper(token: FormulaToken, read: () => Formula): Formula {
    this.#depth += 1;
    if (this.#depth > deepest) {
      throw expressionFault(token.place, {
        what: 'the formula is nested too deeply',
        found: token.source,
        expected: `at most ${deepest} parentheses and signs inside one another`,
      });
    }
    const formula = read();
    this.#depth -= 1;
    return formula;
  }
}

function operation(operator: FormulaOperator, left: Formula, right: Formula): Formula {
  return Object.freeze({ kind: 'operation', operator, left, right, place: left.place });
}

function described(token: FormulaToken): string {
  return token.kind === 'end' ? 'the end of the formula' : token.source;
}
