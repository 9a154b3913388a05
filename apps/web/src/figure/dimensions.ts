import type { Definition } from '@zhiheng/indicators';
import type { FigureSource } from './choose-figure.js';

/** What the records of a figure can be told apart by, and the message that names each. */
export const dimensionWords = {
  kind: 'dimension.kind',
  holder_type: 'dimension.holder-type',
  route: 'dimension.route',
  outcome: 'dimension.outcome',
  department: 'dimension.department',
  agency: 'dimension.agency',
  industry: 'dimension.industry',
  ipc_section: 'dimension.ipc-section',
  ipc_subclass: 'dimension.ipc-subclass',
  nice_class: 'dimension.nice-class',
  wipo_field: 'dimension.wipo-field',
  strategic_industry: 'dimension.strategic-industry',
  green_technology: 'dimension.green-technology',
  key_digital: 'dimension.key-digital',
  new_three: 'dimension.new-three',
  condition: 'dimension.condition',
} as const;
export type DimensionName = keyof typeof dimensionWords;

/** Dimensions of which a record can have several values: parts add up to more than the whole. */
const several: ReadonlySet<string> = new Set([
  ...['ipc_section', 'ipc_subclass', 'nice_class', 'condition'],
  ...['wipo_field', 'strategic_industry', 'green_technology', 'key_digital', 'new_three'],
]);

/** Dimensions that a figure has where it names them: codes that it asks for, and what marks and deeds alone have. */
const named: ReadonlySet<string> = new Set([
  ...['industry', 'nice_class'],
  ...['wipo_field', 'strategic_industry', 'green_technology', 'key_digital', 'new_three'],
]);
const ofMarksAndDeeds: ReadonlySet<string> = new Set(['holder_type']);

export function hasSeveralValues(dimension: string): boolean {
  return several.has(dimension);
}

export function isDimension(text: string | undefined): text is DimensionName {
  return text !== undefined && Object.hasOwn(dimensionWords, text);
}

/** What a figure can be broken down by: a computed one by anything known of its records, others by what they name. */
export function dimensionsOf(definition: Definition, { origin }: Pick<FigureSource, 'origin'>): DimensionName[] {
  const names = Object.keys(dimensionWords) as DimensionName[];
  const published = definition.published.flatMap(({ breakdown }) => Object.keys(breakdown));
  if (origin === 'published') return names.filter((name) => published.includes(name));
  if ('attribution' in definition) {
    const conditions = definition.kind === 'stock' && definition.conditions.length > 0;
    const told = new Set(definition.breakdowns.flat());
    return names.filter((name) => {
      if (name === 'condition') return conditions;
      if (named.has(name)) return told.has(name);
      return definition.table === 'patents' || ofMarksAndDeeds.has(name);
    });
  }
  const kept = 'breakdowns' in definition ? definition.breakdowns.flat() : [];
  return names.filter((name) => kept.includes(name));
}

/** The dimensions that are shown: those of the address that the figure has, else the first that it names. */
export function shownDimensions(definition: Definition, source: FigureSource, by: string | undefined): DimensionName[] {
  const known = dimensionsOf(definition, source);
  const wanted = (by ?? '').split(',').filter(isDimension);
  const found = wanted.filter((name, index) => known.includes(name) && wanted.indexOf(name) === index);
  if (found.length > 0) return found.slice(0, 2);
  const kept = 'breakdowns' in definition ? definition.breakdowns.flat() : [];
  return known.filter((name) => kept.includes(name) || source.origin === 'published').slice(0, 1);
}

/** Parts of a figure as the interface writes them: `kind=invention,holder_type`. A chosen kind narrows what is split otherwise. */
export function writtenBy(kind: string | null, dimensions: readonly string[]): string {
  return [...(kind === null || dimensions.includes('kind') ? [] : [`kind=${kind}`]), ...dimensions].join(',');
}

/** `kind=invention,route=pct` as pairs. */
export function readPart(part: string | undefined): (readonly [name: string, value: string])[] {
  return (part ?? '').split(',').flatMap((piece) => {
    const at = piece.indexOf('=');
    return at < 1 ? [] : [[piece.slice(0, at), piece.slice(at + 1)] as const];
  });
}

/** The part whose records are opened: that of the address, inside the chosen kind. */
export function openedPart(kind: string | null, part: string | undefined): string | undefined {
  const pairs = readPart(part);
  const inKind = kind === null || pairs.some(([name]) => name === 'kind') ? pairs : [['kind', kind], ...pairs];
  return inKind.length === 0 ? undefined : inKind.map(([name, value]) => `${name}=${value}`).join(',');
}
