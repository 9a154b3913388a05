import { formulaNames, parseFormula, printFormula } from '@zhiheng/expressions';
import { readParsed, type SheetMap } from '@zhiheng/sheets';
import { origins, statistics } from '@zhiheng/vocabulary';
import type { Combination, FigurePart } from '../definition.js';
import { dimensionNames } from '../dimensions.js';
import { dimensionsNamed, readBreakdown } from './read-breakdowns.js';

export const partPeriods = [
  'same',
  'year-before',
  'end-of-year-before',
] as const satisfies readonly FigurePart['period'][];
export const partNameForm = /^[a-z][a-z0-9_]*$/;
const mostYears = 50;

/** A part as a definition names it, with the map that it stands in, for faults that other definitions decide. */
export interface PlacedPart {
  readonly name: string;
  readonly part: FigurePart;
  readonly map: SheetMap;
}

/** What makes a definition of other figures, and where its parts stand. */
export interface ReadMade<Own> {
  readonly own: Own;
  readonly parts: readonly PlacedPart[];
}

export function readRatio(map: SheetMap, breakdowns: readonly Combination[]) {
  const numerator = readPart(map.map('numerator'), 'numerator', breakdowns);
  const denominator = readPart(map.map('denominator'), 'denominator', breakdowns);
  const per = map.number('per');
  if (map.scalarOf('per')?.value === per && per <= 0) {
    map.note('per', { what: 'per is out of range', found: String(per), expected: 'a number above 0: 1, 100, 10000' });
  }
  const own = { kind: 'ratio', numerator: numerator.part, denominator: denominator.part, per } as const;
  return { own, parts: [numerator, denominator] };
}

export function readGrowth(map: SheetMap, breakdowns: readonly Combination[]) {
  const of = readPart(map.map('of'), 'of', breakdowns);
  const years = map.has('years') ? map.count('years', mostYears) : 1;
  if (years === 0 && map.scalarOf('years')?.value === 0) {
    map.note('years', { what: 'years is out of range', found: '0', expected: `a whole number from 1 to ${mostYears}` });
  }
  return { own: { kind: 'growth', of: of.part, years } as const, parts: [of] };
}

export function readDerived(map: SheetMap, breakdowns: readonly Combination[]) {
  map.need('parts', 'named parts');
  const outer = map.optionalMap('parts');
  const placed = (outer?.keys() ?? []).map((name) => readNamedPart(outer as SheetMap, name, breakdowns));
  const written = map.text('formula');
  const names = placed.map(({ name }) => name);
  const formula = written === '' ? null : readParsed(map, 'formula', written, (text) => parseFormula(text, names));
  const used = formula === null ? names : formulaNames(formula);
  for (const { name } of placed.filter((one) => !used.includes(one.name))) {
    outer?.noteKey(name, {
      what: 'the formula does not ask for the part',
      found: name,
      expected: `${name} in the formula, or no such part`,
    });
  }
  const own = {
    kind: 'derived',
    parts: Object.fromEntries(placed.map(({ name, part }) => [name, part])),
    formula: written,
  } as const;
  return { own, parts: placed, formula: formula === null ? '' : printFormula(formula) };
}

function readNamedPart(outer: SheetMap, name: string, breakdowns: readonly Combination[]): PlacedPart {
  if (!partNameForm.test(name)) {
    outer.noteKey(name, {
      what: 'a part has no such name',
      found: name,
      expected: 'small letters, digits and _, with a letter first',
    });
  }
  return readPart(outer.map(name), name, breakdowns);
}

function readPart(map: SheetMap, name: string, breakdowns: readonly Combination[]): PlacedPart {
  const part = {
    indicator: map.text('indicator'),
    breakdown: readBreakdown(map.optionalMap('breakdown'), dimensionsNamed(dimensionNames)),
    statistic: map.optionalChoice('statistic', statistics),
    origin: map.optionalChoice('origin', origins),
    period: map.optionalChoice('period', partPeriods) ?? 'same',
    area: map.optionalText('area'),
  };
  map.close();
  const fixed = Object.keys(part.breakdown).find((dimension) => breakdowns.flat().includes(dimension));
  if (fixed !== undefined) {
    map.note('breakdown', {
      what: `the whole is broken down by ${fixed}, so a part cannot fix it`,
      found: `${fixed}: ${part.breakdown[fixed]}`,
      expected: `no ${fixed} here, or none in breakdowns`,
    });
  }
  return { name, part, map };
}
