import type { Expression, Literal, Selection } from './expression.js';
import { plainDecimal } from './plain-decimal.js';
import { quoteText } from './read-text.js';

/** How parameters are written: `$name`, or the value that they have. */
type ParameterForm = 'names' | 'values';

/**
 * The canonical text of a tree: one line, single blanks, needed parentheses only; it parses back to the same tree. With `values` in
 * the place of parameters, trees of one text ask the same, whatever their parameters are called.
 */
export function printSource(tree: Expression, parameters: ParameterForm = 'names'): string {
  return new SourcePrinter(parameters).print(tree);
}

class SourcePrinter {
  readonly #parameters: ParameterForm;

  constructor(parameters: ParameterForm) {
    this.#parameters = parameters;
  }

  print(tree: Expression): string {
    switch (tree.kind) {
      case 'and':
        return tree.parts.map((part) => (joins(part) ? this.#enclosed(part) : this.print(part))).join(' and ');
      case 'or':
        return tree.parts.map((part) => this.print(part)).join(' or ');
      case 'not':
        return `not ${joins(tree.operand) ? this.#enclosed(tree.operand) : this.print(tree.operand)}`;
      case 'comparison':
        return `${this.#simple(tree.left)} ${tree.operator} ${this.#simple(tree.right)}`;
      case 'in':
        return `${this.#simple(tree.operand)} ${tree.negated ? 'not in' : 'in'} ${this.#list(tree.choices)}`;
      case 'between':
        return `${this.#simple(tree.operand)} between ${this.#simple(tree.low)} and ${this.#simple(tree.high)}`;
      case 'is-null':
        return `${this.#simple(tree.operand)} ${tree.negated ? 'is not null' : 'is null'}`;
      case 'matches':
        return `${this.#simple(tree.operand)} matches ${quoteText(tree.pattern)}`;
      case 'moved':
        return `${this.#simple(tree.operand)} ${tree.direction} ${this.#literal(tree.amount)} ${tree.unit}`;
      case 'span':
        return `${tree.measure}${this.#list([tree.from, tree.to])}`;
      case 'has':
      case 'count':
        return `${tree.kind}(${this.#selection(tree.items)})`;
      case 'held':
        return `held(${this.#selection(tree.begun)}, ${this.#selection(tree.ended)}, ${this.#simple(tree.day)})`;
      case 'classified':
        return `classified${this.#list([tree.scheme, tree.symbol])}`;
      case 'column':
        return tree.name;
      case 'literal':
        return this.#literal(tree);
    }
  }

  #selection({ list, named, where }: Selection): string {
    const items = named === null ? list : named.name;
    return where === null ? items : `${items}, ${this.print(where)}`;
  }

  #list(parts: readonly Expression[]): string {
    return `(${parts.map((part) => this.#simple(part)).join(', ')})`;
  }

  #simple(node: Expression): string {
    return isTest(node) ? this.#enclosed(node) : this.print(node);
  }

  #enclosed(node: Expression): string {
    return `(${this.print(node)})`;
  }

  #literal(literal: Literal): string {
    if (literal.parameter !== undefined && this.#parameters === 'names') return `$${literal.parameter}`;
    switch (literal.type) {
      case 'text':
        return quoteText(literal.value);
      case 'decimal':
        return plainDecimal(literal.value);
      case 'date':
      case 'integer':
      case 'boolean':
        return String(literal.value);
    }
  }
}

function joins(node: Expression): boolean {
  return node.kind === 'and' || node.kind === 'or';
}

/** True for what signs and words join, and false for what is one word, one value, one call or a moved date. */
function isTest({ kind }: Expression): boolean {
  return joinedKinds.has(kind);
}

const joinedKinds: ReadonlySet<Expression['kind']> = new Set([
  'and',
  'or',
  'not',
  'comparison',
  'in',
  'between',
  'is-null',
  'matches',
]);
