import { parseFormula } from '@zhiheng/expressions';
import { noteWithin, type SheetMap } from '@zhiheng/sheets';
import type { Definition, DerivedDefinition, FigurePart, RatioDefinition } from '../definition.js';
import { isMade, partsOf, unitOfStatistic } from '../made-parts.js';
import type { KnownDefinitions } from './check-parts.js';
import { type Measure, measureInWords, measureOfFormula, measureOfUnit, measuresEqual } from './formula-units.js';

/** Notes sums of unlike parts, and a unit that the parts of a made definition do not give. */
export function checkUnits(whole: Definition, map: SheetMap, known: KnownDefinitions): void {
  if (!isMade(whole) || Object.values(partsOf(whole)).some(({ indicator }) => !known.has(indicator))) return;
  if (whole.kind === 'growth') {
    if (whole.unit !== 'growth-rate') noteUnit(map, whole.unit, 'growth-rate');
  } else if (whole.kind === 'ratio') checkRatio(whole, map, known);
  else checkFormula(whole, map, known);
}

/** A share of like things is a pure number, or of a hundred a percentage; of unlike things any compound unit will do. */
function checkRatio(
  { unit, per, numerator, denominator }: RatioDefinition,
  map: SheetMap,
  known: KnownDefinitions,
): void {
  const alike = measuresEqual(measureOfPart(numerator, known), measureOfPart(denominator, known));
  const expected = alike ? (per === 100 ? 'percent' : 'share') : null;
  if (expected !== null && unit !== expected) noteUnit(map, unit, expected);
  if (expected === null && (unit === 'share' || unit === 'percent')) {
    const found = measureInWords(quotient(measureOfPart(numerator, known), measureOfPart(denominator, known)));
    map.note('unit', { what: 'unlike things give no share', found, expected: 'a unit of one thing per another' });
  }
}

function checkFormula(whole: DerivedDefinition, map: SheetMap, known: KnownDefinitions): void {
  const measures = Object.fromEntries(
    Object.entries(whole.parts).map(([name, part]) => [name, measureOfPart(part, known)]),
  );
  let unlike = false;
  const formula = parseFormula(whole.formula, Object.keys(whole.parts));
  const measure = measureOfFormula(formula, measures, ({ formula: { place }, left, right }) => {
    unlike = true;
    noteWithin(map, 'formula', whole.formula, place, {
      what: 'a sum of unlike things',
      found: `${left} and ${right}`,
      expected: 'parts of one unit',
    });
  });
  if (unlike || measuresEqual(measure, measureOfUnit(whole.unit)) || Object.keys(measure).length > 1) return;
  noteUnit(map, whole.unit, measureInWords(measure));
}

function measureOfPart(part: FigurePart, known: KnownDefinitions): Measure {
  const definition = known.get(part.indicator);
  return definition === undefined ? {} : measureOfUnit(unitOfStatistic(definition, part.statistic));
}

function quotient(above: Measure, below: Measure): Measure {
  const negative = Object.fromEntries(Object.entries(below).map(([name, power]) => [name, -power]));
  return { ...negative, ...above };
}

function noteUnit(map: SheetMap, found: string, expected: string): void {
  map.note('unit', { what: 'the parts give another unit', found, expected });
}
