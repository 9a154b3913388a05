import { nearestWord, type Place } from '@zhiheng/vocabulary';
import { build } from './build-expression.js';
import { type Column, type ComparisonOperator, comparisonOperators, type Expression } from './expression.js';
import { expressionFault } from './expression-fault.js';
import { isPattern } from './pattern.js';
import { quoteText } from './read-text.js';
import { describeToken, keywords, type Token } from './token.js';
import { TokenReader } from './token-reader.js';
import { requireAgreement, requireDate, requireOrder, requireTest, requireText } from './type-check.js';
import type { Columns, ValueType } from './value-type.js';

/** Parentheses and `not` inside one another; deeper ones would try the stack of this program and of the engines. */
const deepest = 100;
const mostYears = 100;
/** What may stand behind an operand that is a test itself, and behind one that is not. */
const behindTest = { words: ['and', 'or', 'in', 'not', 'is'], expected: 'and, or, =, !=, in, is' };
const behindValue = {
  words: ['in', 'not', 'between', 'matches', 'is'],
  expected: `${comparisonOperators.join(' ')}, in, between, matches, is`,
};
/** What may stand behind a finished test. */
const followers: ReadonlySet<string> = new Set(['and', 'or', ')', ',']);

/** Recursive descent, a method a rule: or, and, not, test, operand. */
export class Parser {
  readonly #tokens: TokenReader;
  readonly #columns: Columns;
  #depth = 0;

  constructor(text: string, columns: Columns, start?: Place) {
    this.#tokens = new TokenReader(text, start);
    this.#columns = columns;
  }

  parse(): Expression {
    const tree = this.#disjunction();
    const rest = this.#tokens.peek();
    if (rest.kind === 'end') return requireTest(tree);
    throw expressionFault(rest.place, {
      what: rest.source === ')' ? 'no parenthesis is open here' : 'this belongs to no list',
      found: describeToken(rest),
      expected: 'and, or, or the end of the expression',
    });
  }

  #disjunction(): Expression {
    const parts = [this.#conjunction()];
    while (this.#tokens.accept('or')) parts.push(this.#conjunction());
    return parts.length === 1 ? build.disjunction(parts) : build.disjunction(parts.map(requireTest));
  }

  #conjunction(): Expression {
    const parts = [this.#negation()];
    while (this.#tokens.accept('and')) parts.push(this.#negation());
    return parts.length === 1 ? build.conjunction(parts) : build.conjunction(parts.map(requireTest));
  }

  #negation(): Expression {
    const token = this.#tokens.peek();
    if (!this.#tokens.accept('not')) return this.#test();
    return this.#deeper(token, () => build.negation(requireTest(this.#negation()), token.place));
  }

  #test(): Expression {
    const operand = this.#operand('a test', null);
    const test = this.#suffix(operand);
    const next = this.#tokens.peek();
    if (next.kind === 'end' || (next.kind !== 'literal' && followers.has(next.source))) return test ?? operand;
    if (test !== null) throw this.#unexpected(next, 'two tests need and or or between them', ['and', 'or'], 'and, or');
    const { words, expected } = operand.type === 'boolean' ? behindTest : behindValue;
    throw this.#unexpected(next, 'an operator is missing', words, expected);
  }

  /** What makes a test of an operand; null when nothing does. */
  #suffix(operand: Expression): Expression | null {
    const token = this.#tokens.peek();
    if (isComparison(token)) {
      this.#tokens.take();
      if (token.source !== '=' && token.source !== '!=') requireOrder(operand, token);
      return build.comparison(token.source, operand, this.#counterpart(operand));
    }
    if (this.#tokens.accept('between')) {
      requireOrder(operand, token);
      const low = this.#counterpart(operand);
      this.#expect('and', 'between takes two values');
      return build.interval(operand, low, this.#counterpart(operand));
    }
    if (this.#tokens.accept('in')) return build.membership(operand, this.#choices(operand), false);
    if (this.#tokens.accept('not')) {
      this.#expect('in', 'not stands behind a value only in not in');
      return build.membership(operand, this.#choices(operand), true);
    }
    if (this.#tokens.accept('matches')) return build.match(requireText(operand, token), this.#pattern());
    if (!this.#tokens.accept('is')) return null;
    const negated = this.#tokens.accept('not');
    this.#expect('null', 'is asks only for null');
    return build.nullTest(operand, negated);
  }

  /** A column, or the day that lies a number of years behind it. */
  #shifted(column: Column): Expression {
    const sign = this.#tokens.peek();
    if (!this.#tokens.accept('+')) return column;
    requireDate(column, sign);
    const count = this.#tokens.take();
    const years = count.kind === 'literal' && count.constant.type === 'integer' ? count.constant.value : 0;
    if (years < 1 || years > mostYears) {
      throw expressionFault(count.place, {
        what: 'a date moves by whole years',
        found: describeToken(count),
        expected: `a whole number from 1 to ${mostYears}, and years`,
      });
    }
    this.#expect('years', 'a date moves by whole years');
    return build.later(column, years);
  }

  #pattern(): string {
    const token = this.#tokens.take();
    if (token.kind === 'literal' && token.constant.type === 'text' && isPattern(token.constant.value)) {
      return token.constant.value;
    }
    throw expressionFault(token.place, {
      what: 'this is no pattern',
      found: describeToken(token),
      expected: String.raw`a text of characters, \d, [A-Z], each with ?, *, + or {1,4}, and of (groups | of | these)`,
    });
  }

  #choices(operand: Expression): Expression[] {
    this.#expect('(', 'in takes a list');
    const choices = [this.#counterpart(operand)];
    while (this.#tokens.accept(',')) choices.push(this.#counterpart(operand));
    this.#expect(')', 'the list is not closed', ', or )');
    return choices;
  }

  /** The value that `operand` is compared with. */
  #counterpart(operand: Expression): Expression {
    return requireAgreement(operand, this.#operand('a value', operand.type));
  }

  /** A literal, a column or anything in parentheses. `wanted` is the type of what it will be compared with. */
  #operand(role: 'a test' | 'a value', wanted: ValueType | null): Expression {
    const token = this.#tokens.take();
    if (token.kind === 'literal') return build.literal(token.constant, token.place);
    if (token.kind === 'word') return this.#named(token, role, wanted);
    if (token.source === '(') return this.#deeper(token, () => this.#parenthesised(token));
    throw expressionFault(token.place, {
      what: `${role} is missing`,
      found: describeToken(token),
      expected: role === 'a test' ? 'a column, a value, not or (' : 'a column, a value or (',
    });
  }

  #parenthesised(opening: Token): Expression {
    const inside = this.#disjunction();
    const { line, column } = opening.place;
    this.#expect(')', `the parenthesis opened at line ${line}, column ${column} is not closed`);
    return inside;
  }

  #named(token: Token, role: 'a test' | 'a value', wanted: ValueType | null): Expression {
    const { source, place } = token;
    if (source === 'true' || source === 'false')
      return build.literal({ type: 'boolean', value: source === 'true' }, place);
    if (keywords.has(source)) {
      throw expressionFault(place, {
        what: source === 'null' ? 'null is not a value to compare with' : `${role} is missing`,
        found: source,
        expected: source === 'null' ? 'is null or is not null behind a column' : 'a column, a value or (',
      });
    }
    const type = Object.hasOwn(this.#columns, source) ? this.#columns[source] : undefined;
    if (type !== undefined) return this.#shifted(build.column(source, type, place));
    const names = Object.keys(this.#columns).sort();
    const near = nearestWord(source, [...names, 'true', 'false', ...(role === 'a test' ? ['not'] : [])]);
    throw expressionFault(place, {
      what: `no column is named ${source}`,
      found: source,
      expected: `one of the columns ${names.join(', ')}${wanted === 'text' ? ', or a text in quotes' : ''}`,
      didYouMean: near ?? (wanted === 'text' ? quoteText(source) : null),
    });
  }

  #expect(source: string, what: string, expected: string = source): void {
    if (this.#tokens.accept(source)) return;
    throw this.#unexpected(this.#tokens.peek(), what, [source], expected);
  }

  #unexpected(token: Token, what: string, candidates: readonly string[], expected: string) {
    const didYouMean = token.kind === 'word' ? nearestWord(token.source, candidates) : null;
    return expressionFault(token.place, { what, found: describeToken(token), expected, didYouMean });
  }

  #deeper<T>(token: Token, read: () => T): T {
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
}

function isComparison(token: Token): token is Token & { readonly source: ComparisonOperator } {
  return token.kind === 'sign' && (comparisonOperators as readonly string[]).includes(token.source);
}
