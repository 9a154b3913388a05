import { evaluateFormula, type Formula, parseFormula } from '@zhiheng/expressions';
import { isUnit, OwnFault, type Status, units } from '@zhiheng/vocabulary';
import { Decimal as StandardDecimal } from 'decimal.js';
import type { MadeDefinition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';

const Decimal = StandardDecimal.clone({ precision: 40 });

/** From the best to the worst. */
const statusesInOrder: readonly Status[] = ['final', 'estimated', 'maturing', 'provisional', 'missing'];

/** A made value with what it was made of. */
export interface MadeValue {
  readonly value: number | null;
  readonly status: Status;
  readonly precision: number | null;
  /** The values of a quotient's parts, in plain units: patents, not ten thousands of them. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The formula of a made definition over the names of its parts. */
export function formulaOf(definition: MadeDefinition): Formula {
  switch (definition.kind) {
    case 'ratio':
      return parseFormula(`numerator * ${new Decimal(definition.per).toFixed()} / denominator`, [
        'numerator',
        'denominator',
      ]);
    case 'growth':
      return parseFormula('of / base - 1', ['of', 'base']);
    case 'derived':
      return parseFormula(definition.formula, Object.keys(definition.parts));
  }
}

/**
 * Makes a value of the rows of its parts, in decimal arithmetic without rounding: missing where a part is missing, a bound only,
 * or a divisor is zero, and else of the worst status among its parts. A growth takes published and final values alone.
 */
export function madeValue(
  definition: MadeDefinition,
  formula: Formula,
  parts: Readonly<Record<string, FigureRow | null>>,
): MadeValue {
  const readings = Object.fromEntries(
    Object.entries(parts).map(([name, row]) => [name, row === null ? null : readingOf(definition, row)]),
  );
  const { factor } = units[definition.unit];
  const values = Object.fromEntries(Object.entries(readings).map(([name, one]) => [name, one?.value ?? null]));
  const value = evaluateFormula(formula, values)?.div(factor) ?? null;
  const plain = (name: string) => readings[name]?.value.toNumber() ?? null;
  const [above, below] = definition.kind === 'growth' ? ['of', 'base'] : ['numerator', 'denominator'];
  const quotient = definition.kind !== 'derived' && value !== null;
  return {
    value: value?.toNumber() ?? null,
    status: value === null ? 'missing' : worstStatus(Object.values(parts)),
    precision:
      value === null
        ? null
        : stepOf(
            value,
            cornersOf(formula, readings).map((corner) => corner.div(factor)),
          ),
    numerator: quotient ? plain(above ?? '') : null,
    denominator: quotient ? plain(below ?? '') : null,
  };
}

interface PartReading {
  readonly value: StandardDecimal;
  readonly lower: StandardDecimal;
  readonly upper: StandardDecimal;
}

/** What a part says, in its plain unit; null where it says nothing that could be reckoned with. */
function readingOf(definition: MadeDefinition, row: FigureRow): PartReading | null {
  if (row.value === null || row.bound !== null) return null;
  if (definition.kind === 'growth' && row.origin !== 'published' && row.status !== 'final') return null;
  if (!isUnit(row.unit)) throw new OwnFault(`${row.indicator} has the unknown unit ${row.unit}`);
  const { factor } = units[row.unit];
  const value = new Decimal(row.value).times(factor);
  const half = new Decimal(row.precision ?? 0).times(factor).div(2);
  return { value, lower: value.minus(half), upper: value.plus(half) };
}

function worstStatus(rows: readonly (FigureRow | null)[]): Status {
  const ranks = rows.map((row) => statusesInOrder.indexOf(row?.status ?? 'missing'));
  return statusesInOrder[Math.max(...ranks)] ?? 'missing';
}

/** The values of the formula at the ends of its parts' precision, each end with each. */
function cornersOf(formula: Formula, readings: Readonly<Record<string, PartReading | null>>): StandardDecimal[] {
  const uncertain = Object.entries(readings).filter(([, one]) => one !== null && !one.lower.eq(one.upper));
  let corners: Record<string, StandardDecimal | null>[] = [
    Object.fromEntries(Object.entries(readings).map(([name, one]) => [name, one?.value ?? null])),
  ];
  for (const [name, one] of uncertain) {
    corners = corners.flatMap((corner) => [
      { ...corner, [name]: one?.lower ?? null },
      { ...corner, [name]: one?.upper ?? null },
    ]);
  }
  return uncertain.length === 0 ? [] : corners.flatMap((corner) => evaluateFormula(formula, corner) ?? []);
}

/** The step whose halves to both sides of a value hold every corner; null for an exact value. */
function stepOf(value: StandardDecimal, corners: readonly StandardDecimal[]): number | null {
  if (corners.length === 0) return null;
  return Decimal.max(...corners.map((corner) => corner.minus(value).abs()))
    .times(2)
    .toNumber();
}
