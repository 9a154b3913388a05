import type { Place } from '@zhiheng/vocabulary';

export const formulaOperators = ['+', '-', '*', '/'] as const;
export type FormulaOperator = (typeof formulaOperators)[number];

/** A checked, immutable formula over named numbers. */
export type Formula =
  /** A number as it was written, so that no digit is lost. */
  | { readonly kind: 'number'; readonly written: string; readonly place: Place }
  | { readonly kind: 'name'; readonly name: string; readonly place: Place }
  | { readonly kind: 'negative'; readonly operand: Formula; readonly place: Place }
  | {
      readonly kind: 'operation';
      readonly operator: FormulaOperator;
      readonly left: Formula;
      readonly right: Formula;
      readonly place: Place;
    };

/** The names in a formula, each once, in the order of the text. */
export function formulaNames(formula: Formula): string[] {
  return [...new Set(allNames(formula))];
}

function allNames(formula: Formula): string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'name':
      return [formula.name];
    case 'negative':
      return allNames(formula.operand);
    case 'operation':
      return [...allNames(formula.left), ...allNames(formula.right)];
  }
}
