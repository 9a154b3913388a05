import { nearestWord, type Origin, type Period, parsePeriod, type Statistic, UserFault } from '@zhiheng/vocabulary';
import type { Definition, MadeDefinition } from '../definition.js';
import { isMade, originOfPart, partsOf } from '../made-parts.js';
import { readPart } from './breakdown.js';
import { byOfPart, periodOfPart } from './part-figures.js';

/** A cell of a made figure, and which of its parts is opened: `numerator`; of a part that is made itself `numerator.of`. */
export interface OpenedCell {
  readonly area: string;
  readonly period: Period;
  readonly by?: string | null;
  readonly part?: string | null;
}

/** The figure that stands behind a part of a cell. */
export interface OpenedPart {
  readonly indicator: string;
  readonly area: string;
  readonly period: Period;
  readonly by: string | null;
  readonly statistic: Statistic | null;
  readonly origin: Origin;
  /** What of the part itself is opened; null: it as a whole. */
  readonly part: string | null;
}

/** What the parts of a cell are called beside their names: those of a growth are told as of a quotient. */
const aliases: Readonly<Partial<Record<MadeDefinition['kind'], Readonly<Record<string, string>>>>> = {
  growth: { numerator: 'of', denominator: 'base' },
};

/** Names of the parts that a made figure opens to. */
export function openedParts(definition: MadeDefinition): string[] {
  return [...Object.keys(partsOf(definition)), ...(definition.kind === 'growth' ? ['base'] : [])];
}

/**
 * The figure behind one part of a made figure's cell. `definitionOf` gives definitions of the same vintage by id. Throws `usage`
 * where no part, or none that there is, is named.
 */
export function openedPart(
  definition: MadeDefinition,
  { area, period, by, part: asked = null }: OpenedCell,
  definitionOf: (indicator: string) => Definition,
): OpenedPart {
  const names = openedParts(definition);
  const [first = '', ...rest] = (asked ?? '').split('.');
  const name = aliases[definition.kind]?.[first] ?? first;
  const part = partsOf(definition)[definition.kind === 'growth' && name === 'base' ? 'of' : name];
  if (part === undefined) {
    const near = nearestWord(first, names);
    throw new UserFault('usage', {
      place: { field: 'part' },
      found: asked ?? 'none',
      expected: names.join(', '),
      ...(near === null ? {} : { didYouMean: near }),
      values: {
        what: asked === null ? `${definition.id} is made of parts: name one` : `${definition.id} has no such part`,
      },
    });
  }
  const yearsBefore = definition.kind === 'growth' && name === 'base' ? definition.years : 0;
  const wish = Object.entries(readPart(by, definition)).map(([dimension, value]) => ({ dimension, value }));
  const made = definitionOf(part.indicator);
  return {
    indicator: part.indicator,
    area: part.area ?? area,
    period: periodOfPart({ part, yearsBefore }, parsePeriod(period).period),
    by: byOfPart(part, wish),
    statistic: part.statistic,
    origin: originOfPart(part, made),
    part: rest.length > 0 ? rest.join('.') : usualPart(made, part.statistic),
  };
}

/** A share opens to all that it looks at, unless its own numerator is asked for. */
function usualPart(definition: Definition, statistic: Statistic | null): string | null {
  return !isMade(definition) && statistic === 'share-within-target' ? 'denominator' : null;
}
