import type { Formula } from '@zhiheng/expressions';
import { type UnitId, units } from '@zhiheng/vocabulary';

/** How often each plain unit stands in a product, below zero in a divisor; a pure number has none. */
export type Measure = Readonly<Record<string, number>>;

export interface UnequalSum {
  readonly formula: Formula;
  readonly left: string;
  readonly right: string;
}

const pureNumbers = new Set(['share', 'growth-rate', 'percent']);

/** What a value of a unit measures: shares, rates and percentages are pure numbers. */
export function measureOfUnit(unit: UnitId): Measure {
  const { base } = units[unit];
  return pureNumbers.has(base) ? {} : { [base]: 1 };
}

/** What the value of a formula measures; sums and differences of unlike things go to `note`. */
export function measureOfFormula(
  formula: Formula,
  parts: Readonly<Record<string, Measure>>,
  note: (unequal: UnequalSum) => void,
): Measure {
  switch (formula.kind) {
    case 'number':
      return {};
    case 'name':
      return parts[formula.name] ?? {};
    case 'negative':
      return measureOfFormula(formula.operand, parts, note);
    case 'operation': {
      const left = measureOfFormula(formula.left, parts, note);
      const right = measureOfFormula(formula.right, parts, note);
      if (formula.operator === '*') return product(left, right, 1);
      if (formula.operator === '/') return product(left, right, -1);
      if (!measuresEqual(left, right)) note({ formula, left: measureInWords(left), right: measureInWords(right) });
      return left;
    }
  }
}

export function measuresEqual(a: Measure, b: Measure): boolean {
  return measureInWords(a) === measureInWords(b);
}

/** `patents per people`, `a number`. */
export function measureInWords(measure: Measure): string {
  const names = Object.keys(measure).sort();
  const written = (sign: number) =>
    names.flatMap((name) => {
      const power = (measure[name] ?? 0) * sign;
      return power > 0 ? [power === 1 ? name : `${name}^${power}`] : [];
    });
  const [above, below] = [written(1).join(' × '), written(-1).join(' × ')];
  if (below === '') return above === '' ? 'a number' : above;
  return `${above === '' ? '1' : above} per ${below}`;
}

function product(left: Measure, right: Measure, sign: 1 | -1): Measure {
  const sum: Record<string, number> = { ...left };
  for (const [name, power] of Object.entries(right)) sum[name] = (sum[name] ?? 0) + sign * power;
  return Object.fromEntries(Object.entries(sum).filter(([, power]) => power !== 0));
}
