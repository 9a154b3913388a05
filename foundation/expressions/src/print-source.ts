import type { Expression, Literal } from './expression.js';
import { plainDecimal } from './plain-decimal.js';
import { quoteText } from './read-text.js';

/** The canonical text of a tree: one line, single blanks, needed parentheses only; it parses back to the same tree. */
export function printSource(tree: Expression): string {
  switch (tree.kind) {
    case 'and':
      return tree.parts.map((part) => (joins(part) ? enclosed(part) : printSource(part))).join(' and ');
    case 'or':
      return tree.parts.map(printSource).join(' or ');
    case 'not':
      return `not ${joins(tree.operand) ? enclosed(tree.operand) : printSource(tree.operand)}`;
    case 'comparison':
      return `${simple(tree.left)} ${tree.operator} ${simple(tree.right)}`;
    case 'in':
      return `${simple(tree.operand)} ${tree.negated ? 'not in' : 'in'} (${tree.choices.map(simple).join(', ')})`;
    case 'between':
      return `${simple(tree.operand)} between ${simple(tree.low)} and ${simple(tree.high)}`;
    case 'is-null':
      return `${simple(tree.operand)} ${tree.negated ? 'is not null' : 'is null'}`;
    case 'matches':
      return `${simple(tree.operand)} matches ${quoteText(tree.pattern)}`;
    case 'later':
      return `${simple(tree.operand)} + ${tree.years} years`;
    case 'column':
      return tree.name;
    case 'literal':
      return literalSource(tree);
  }
}

function joins(node: Expression): boolean {
  return node.kind === 'and' || node.kind === 'or';
}

function simple(node: Expression): string {
  return node.kind === 'column' || node.kind === 'literal' ? printSource(node) : enclosed(node);
}

function enclosed(node: Expression): string {
  return `(${printSource(node)})`;
}

function literalSource(literal: Literal): string {
  switch (literal.type) {
    case 'text':
      return quoteText(literal.value);
    case 'decimal':
      return plainDecimal(literal.value);
    default:
      return String(literal.value);
  }
}
