import type { Dialect } from './dialect.js';
import type { Expression, Literal } from './expression.js';

/** Prints trees as SQL of one dialect; every compound operand stands in parentheses, so no precedence is relied on. */
export class SqlPrinter {
  readonly #dialect: Dialect;
  readonly #column: (name: string) => string;

  /** `column` gives the SQL text that stands for a column; by default its quoted name. */
  constructor(dialect: Dialect, column: (name: string) => string = dialect.identifier) {
    this.#dialect = dialect;
    this.#column = column;
  }

  print(tree: Expression): string {
    switch (tree.kind) {
      case 'and':
        return tree.parts.map((part) => this.#simple(part)).join(' AND ');
      case 'or':
        return tree.parts.map((part) => this.#simple(part)).join(' OR ');
      case 'not':
        return `NOT ${this.#simple(tree.operand)}`;
      case 'comparison': {
        const operator = tree.operator === '!=' ? '<>' : tree.operator;
        return `${this.#simple(tree.left)} ${operator} ${this.#simple(tree.right)}`;
      }
      case 'in': {
        const choices = tree.choices.map((choice) => this.#simple(choice)).join(', ');
        return `${this.#simple(tree.operand)} ${tree.negated ? 'NOT IN' : 'IN'} (${choices})`;
      }
      case 'between':
        return `${this.#simple(tree.operand)} BETWEEN ${this.#simple(tree.low)} AND ${this.#simple(tree.high)}`;
      case 'is-null':
        return `${this.#simple(tree.operand)} ${tree.negated ? 'IS NOT NULL' : 'IS NULL'}`;
      case 'matches':
        return this.#dialect.wholeMatch(this.#simple(tree.operand), tree.pattern);
      case 'later':
        return this.#dialect.yearsLater(this.#simple(tree.operand), tree.years);
      case 'column':
        return this.#column(tree.name);
      case 'literal':
        return this.#literal(tree);
    }
  }

  #simple(node: Expression): string {
    const text = this.print(node);
    return node.kind === 'column' || node.kind === 'literal' ? text : `(${text})`;
  }

  #literal(literal: Literal): string {
    switch (literal.type) {
      case 'text':
        return this.#dialect.text(literal.value);
      case 'date':
        return this.#dialect.date(literal.value);
      case 'integer':
        return this.#dialect.integer(literal.value);
      case 'decimal':
        return this.#dialect.decimal(literal.value);
      case 'boolean':
        return this.#dialect.boolean(literal.value);
    }
  }
}
