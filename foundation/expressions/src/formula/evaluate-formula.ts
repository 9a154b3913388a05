import { OwnFault } from '@zhiheng/vocabulary';
import { Decimal as StandardDecimal } from 'decimal.js';
import type { Formula, FormulaOperator } from './formula.js';

/** Enough digits that no quotient is rounded where a figure could notice. */
const Decimal = StandardDecimal.clone({ precision: 40 });

/** Values by the names of a formula; null where there is none. */
export type FormulaValues = Readonly<Record<string, StandardDecimal.Value | null>>;

/**
 * The value of a formula in decimal arithmetic of 40 digits; null where a value it needs is null, or where it divides by
 * zero. Throws `OwnFault` when a name has no entry.
 */
export function evaluateFormula(formula: Formula, values: FormulaValues): StandardDecimal | null {
  switch (formula.kind) {
    case 'number':
      return new Decimal(formula.written);
    case 'name': {
      const value = Object.hasOwn(values, formula.name) ? values[formula.name] : undefined;
      if (value === undefined) throw new OwnFault(`the formula has no value for ${formula.name}`);
      return value === null ? null : new Decimal(value);
    }
    case 'negative':
      return evaluateFormula(formula.operand, values)?.negated() ?? null;
    case 'operation': {
      const [left, right] = [evaluateFormula(formula.left, values), evaluateFormula(formula.right, values)];
      return left === null || right === null ? null : operations[formula.operator](left, right);
    }
  }
}

const operations: Readonly<
  Record<FormulaOperator, (left: StandardDecimal, right: StandardDecimal) => StandardDecimal | null>
> = {
  '+': (left, right) => left.plus(right),
  '-': (left, right) => left.minus(right),
  '*': (left, right) => left.times(right),
  '/': (left, right) => (right.isZero() ? null : left.div(right)),
};
