import type { Language, LocalizedText } from './language.js';
import type { Breakdown } from './observation.js';

/** What a row is told by, and by dimension the name of the code that stands there, where it has one. */
export interface BrokenDown {
  readonly breakdown: Breakdown;
  readonly names?: Readonly<Record<string, LocalizedText>>;
}

/** A breakdown as a person reads it: `kind=invention,wipo_field=26 Machine tools`; empty for the total. */
export function namedBreakdown({ breakdown, names = {} }: BrokenDown, language: Language): string {
  return Object.entries(breakdown)
    .map(([dimension, value]) => {
      const name = names[dimension]?.[language];
      return name === undefined ? `${dimension}=${value}` : `${dimension}=${value} ${name}`;
    })
    .join(',');
}
