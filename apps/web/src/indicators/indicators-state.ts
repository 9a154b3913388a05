/** What the list of indicators is narrowed to; all of it stands in the address. */
export interface IndicatorsState {
  readonly words?: string | undefined;
  readonly kind?: string | undefined;
  readonly unit?: string | undefined;
  readonly table?: string | undefined;
  readonly provisional?: string | undefined;
  readonly values?: string | undefined;
}

/** Conditions beside the words, in the order in which they are offered. */
export const facetNames = ['kind', 'unit', 'table', 'values', 'provisional'] as const;
export type FacetName = (typeof facetNames)[number];

/** Reads the address; what it does not know finds nothing, and is shown so. */
export function readIndicatorsState(search: Readonly<Record<string, unknown>>): IndicatorsState {
  const read = ['words', ...facetNames].map((name) => [name, search[name]] as const);
  return Object.fromEntries(read.filter(([, value]) => typeof value === 'string' && value !== ''));
}
