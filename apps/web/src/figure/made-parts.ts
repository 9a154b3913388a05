import type { Definition, FigurePart } from '@zhiheng/indicators';
import { yearBefore } from '@zhiheng/vocabulary';

/** One figure that another is made of, by the name under which its records are opened. */
export interface MadePart {
  readonly name: string;
  readonly part: FigurePart;
  /** Years that its period lies before that of the whole, beside what the part says. */
  readonly years: number;
}

/** The figures that a figure is made of; none for those that are counted or published. */
export function madeParts(definition: Definition): readonly MadePart[] {
  switch (definition.kind) {
    case 'ratio':
      return [
        { name: 'numerator', part: definition.numerator, years: 0 },
        { name: 'denominator', part: definition.denominator, years: 0 },
      ];
    case 'growth':
      return [
        { name: 'of', part: definition.of, years: 0 },
        { name: 'base', part: definition.of, years: definition.years },
      ];
    case 'derived':
      return Object.entries(definition.parts).map(([name, part]) => ({ name, part, years: 0 }));
    default:
      return [];
  }
}

/** The period of a part beside a period of the whole. */
export function partPeriod({ part, years }: MadePart, period: string): string {
  const own = Array.from({ length: years }).reduce<string>((before) => yearBefore(before), period);
  if (part.period === 'same') return own;
  const before = yearBefore(own);
  return part.period === 'year-before' ? before : before.slice(0, 4);
}
