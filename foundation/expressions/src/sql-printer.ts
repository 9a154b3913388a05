import type { Dialect } from './dialect.js';
import type { Comparison, Expression, Interval, ListCall, Literal, Moved, Span } from './expression.js';
import { isListCall } from './list-call.js';

/** What stands in SQL for what only the caller knows. */
export interface SqlNames {
  /** SQL of a column of the record. */
  readonly column: (name: string) => string;
  /** SQL of the answer to a question about a list, never null. */
  readonly call: (call: ListCall) => string;
}

/** Prints trees as SQL of one dialect; every compound operand stands in parentheses, so no precedence is relied on. */
export class SqlPrinter {
  readonly #dialect: Dialect;
  readonly #names: SqlNames;

  constructor(dialect: Dialect, names: SqlNames) {
    this.#dialect = dialect;
    this.#names = names;
  }

  print(tree: Expression): string {
    switch (tree.kind) {
      case 'and':
        return tree.parts.map((part) => this.#simple(part)).join(' AND ');
      case 'or':
        return tree.parts.map((part) => this.#simple(part)).join(' OR ');
      case 'not':
        return `NOT ${this.#simple(tree.operand)}`;
      case 'comparison':
        return this.#comparison(tree);
      case 'in': {
        const choices = tree.choices.map((choice) => this.#operand(choice)).join(', ');
        return `${this.#operand(tree.operand)} ${tree.negated ? 'NOT IN' : 'IN'} (${choices})`;
      }
      case 'between':
        return this.#interval(tree);
      case 'is-null':
        return `${this.#simple(tree.operand)} ${tree.negated ? 'IS NOT NULL' : 'IS NULL'}`;
      case 'matches':
        return this.#dialect.wholeMatch(this.#simple(tree.operand), tree.pattern);
      case 'moved':
        return this.#moved(tree);
      case 'span':
        return this.#span(tree);
      case 'has':
      case 'count':
      case 'held':
      case 'classified':
        return this.#names.call(tree);
      case 'column':
        return this.#names.column(tree.name);
      case 'literal':
        return this.#literal(tree);
    }
  }

  #simple(node: Expression): string {
    const text = this.print(node);
    return node.kind === 'column' || node.kind === 'literal' || isListCall(node) ? text : `(${text})`;
  }

  /** An operand that is compared for being the same: a value, or a test. */
  #operand(node: Expression): string {
    const text = this.#simple(node);
    return node.type === 'boolean' && text.startsWith('(') ? this.#dialect.comparedTest(text) : text;
  }

  /** An operand of a comparison that asks for the order of its type. */
  #ordered(node: Expression): string {
    const text = this.#simple(node);
    return node.type === 'text' ? this.#dialect.ordered(text) : text;
  }

  #comparison({ operator, left, right }: Comparison): string {
    if (operator === '=') return `${this.#operand(left)} = ${this.#operand(right)}`;
    if (operator === '!=') return `${this.#operand(left)} <> ${this.#operand(right)}`;
    return `${this.#ordered(left)} ${operator} ${this.#simple(right)}`;
  }

  #interval({ operand, low, high }: Interval): string {
    return `${this.#ordered(operand)} BETWEEN ${this.#simple(low)} AND ${this.#simple(high)}`;
  }

  #moved({ operand, direction, amount, unit }: Moved): string {
    const count = Number(amount.value);
    return this.#dialect.moved(this.#simple(operand), direction === '-' ? -count : count, unit);
  }

  /** Complete months are the month boundaries, one less where the day of the month is not reached and the month not over. */
  #span(span: Span): string {
    const dialect = this.#dialect;
    const [from, to] = [this.#simple(span.from), this.#simple(span.to)];
    if (span.measure === 'days') return dialect.daysBetween(from, to);
    const part = (name: 'year' | 'month' | 'day', day: string) => dialect.datePart(name, day);
    const month = (day: string) => `(${part('year', day)} * 12 + ${part('month', day)})`;
    const boundaries = `${month(to)} - ${month(from)}`;
    if (span.measure === 'month_boundaries') return boundaries;
    const goesOn = `${part('day', `(${dialect.moved(to, 1, 'days')})`)} > 1`;
    return `${boundaries} - (CASE WHEN ${part('day', from)} > ${part('day', to)} AND ${goesOn} THEN 1 ELSE 0 END)`;
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
