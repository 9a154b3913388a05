import type { Formula } from './formula.js';

/** The canonical text of a formula, which parses back to the same: blanks and needless parentheses do not count. */
export function printFormula(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return formula.written;
    case 'name':
      return formula.name;
    case 'negative':
      return `-${inside(formula.operand, 3)}`;
    case 'operation': {
      const rank = rankOf(formula);
      // The right side of equal rank keeps its parentheses: a - (b - c) is not a - b - c.
      return `${inside(formula.left, rank)} ${formula.operator} ${inside(formula.right, rank + 1)}`;
    }
  }
}

function inside(formula: Formula, least: number): string {
  const text = printFormula(formula);
  return rankOf(formula) < least ? `(${text})` : text;
}

function rankOf(formula: Formula): number {
  if (formula.kind === 'operation') return formula.operator === '*' || formula.operator === '/' ? 2 : 1;
  return formula.kind === 'negative' ? 3 : 4;
}
