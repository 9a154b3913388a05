import { type Origin, type Statistic, statistics, type UnitId } from '@zhiheng/vocabulary';
import type { Definition, FigurePart, MadeDefinition } from './definition.js';

/** Whether figures are made of other figures. */
export function isMade(definition: Definition): definition is MadeDefinition {
  return definition.kind === 'ratio' || definition.kind === 'growth' || definition.kind === 'derived';
}

/** The parts of a made definition by their names, in order. */
export function partsOf(definition: MadeDefinition): Readonly<Record<string, FigurePart>> {
  switch (definition.kind) {
    case 'ratio':
      return { numerator: definition.numerator, denominator: definition.denominator };
    case 'growth':
      return { of: definition.of };
    case 'derived':
      return definition.parts;
  }
}

/** Ids of the definitions that one is made of, each once. */
export function partIds(definition: Definition): string[] {
  return isMade(definition) ? [...new Set(Object.values(partsOf(definition)).map(({ indicator }) => indicator))] : [];
}

/** Ids of everything that some definitions rest on, themselves first, each once. */
export function closureIds(ids: Iterable<string>, definitions: Iterable<Definition>): string[] {
  const known = new Map([...definitions].map((definition) => [definition.id, definition]));
  const closure = new Set<string>();
  const add = (id: string): void => {
    if (closure.has(id)) return;
    closure.add(id);
    const definition = known.get(id);
    for (const part of definition === undefined ? [] : partIds(definition)) add(part);
  };
  for (const id of ids) add(id);
  return [...closure];
}

/** Where the values of a part come from: what it says, else what its definition has. */
export function originOfPart(part: FigurePart, definition: Definition): Origin {
  if (part.origin !== null) return part.origin;
  if (definition.kind === 'reported') return 'published';
  if (definition.kind === 'slot') return definition.awaits.origin;
  return definition.kind === 'sample' ? 'estimated' : 'computed';
}

/** The unit of a definition's values; of a duration that of the statistic. */
export function unitOfStatistic(definition: Pick<Definition, 'unit'>, statistic: FigurePart['statistic']): UnitId {
  if (statistic === 'n') return 'cases';
  return statistic === 'share-within-target' ? 'share' : definition.unit;
}

const ofSpread: readonly Statistic[] = ['n', 'mean', 'p25', 'median', 'p75'];

/** The statistics that a definition tells: of a duration or a spread; none of others. */
export function statisticsOf(definition: Definition): readonly Statistic[] {
  if (definition.kind === 'distribution') return ofSpread;
  if (definition.kind !== 'duration') return [];
  const { target } = definition.clock;
  return statistics.filter(
    (one) => one !== 'p25' && one !== 'p75' && (one !== 'share-within-target' || target !== null),
  );
}
