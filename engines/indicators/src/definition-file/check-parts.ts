import { nearestWord } from '@zhiheng/vocabulary';
import { type Combination, type Definition, type FigurePart, isComputed } from '../definition.js';
import { isOnDemand } from '../dimensions.js';
import { holdsCombination } from '../figure/breakdown.js';
import { originOfPart, partIds, statisticsOf } from '../made-parts.js';
import { factsOf } from '../tables/record-table.js';
import type { PlacedPart } from './read-made.js';

/** Definitions by id, the one under reading among them. */
export type KnownDefinitions = ReadonlyMap<string, Definition>;

/** Notes what is wrong with the parts of a definition in the light of the definitions that they name. */
export function checkParts(whole: Definition, parts: readonly PlacedPart[], known: KnownDefinitions): void {
  for (const placed of parts) {
    const { part, map } = placed;
    if (part.indicator === '') continue;
    const definition = known.get(part.indicator);
    if (definition === undefined) {
      map.note('indicator', {
        what: 'no indicator is named so',
        found: part.indicator,
        expected: 'an id of definitions/indicators',
        didYouMean: nearestWord(part.indicator, known.keys()),
      });
      continue;
    }
    const cycle = cycleThrough(whole.id, part.indicator, known);
    if (cycle !== null) {
      map.note('indicator', {
        what: 'the definition is made of itself',
        found: [whole.id, ...cycle].join(' → '),
        expected: 'parts that do not lead back',
      });
      continue;
    }
    checkOrigin(placed, definition);
    checkStatistic(placed, definition);
    checkBreakdown(placed, definition, 'breakdowns' in whole ? whole.breakdowns : []);
  }
}

/** The way from a part back to a definition, both named; null where there is none. */
function cycleThrough(id: string, from: string, known: KnownDefinitions): string[] | null {
  const seen = new Set<string>();
  const follow = (at: string): string[] | null => {
    if (at === id) return [at];
    const definition = known.get(at);
    if (definition === undefined || seen.has(at)) return null;
    seen.add(at);
    for (const next of partIds(definition)) {
      const rest = follow(next);
      if (rest !== null) return [at, ...rest];
    }
    return null;
  };
  return follow(from);
}

function checkOrigin({ part, map }: PlacedPart, definition: Definition): void {
  const held = originsHeld(definition);
  const origin = originOfPart(part, definition);
  if (held.includes(origin)) return;
  map.note(part.origin === null ? 'indicator' : 'origin', {
    what: `${definition.id} has no ${origin} values`,
    found: origin,
    expected: held.join(', ') || 'a figure with values',
  });
}

function originsHeld(definition: Definition): string[] {
  if (definition.kind === 'slot') return [];
  const own = definition.kind === 'reported' ? [] : [definition.kind === 'sample' ? 'estimated' : 'computed'];
  return [...own, ...(definition.published.length > 0 ? ['published'] : [])];
}

function checkStatistic({ part, map }: PlacedPart, definition: Definition): void {
  if (originOfPart(part, definition) === 'published') return;
  const noted = part.statistic === null ? 'indicator' : 'statistic';
  const held = statisticsOf(definition);
  if (held.length === 0) {
    if (part.statistic === null) return;
    map.note(noted, { what: `${definition.id} has no statistics`, found: part.statistic, expected: 'no statistic' });
    return;
  }
  if (part.statistic !== null && held.includes(part.statistic)) return;
  map.note(noted, {
    what: part.statistic === null ? `${definition.id} needs a statistic` : `${definition.id} has no such statistic`,
    found: part.statistic ?? 'none',
    expected: held.join(', '),
  });
}

/** A part is kept where its own dimensions are, alone and together with each combination of the whole. */
function checkBreakdown({ part, map }: PlacedPart, definition: Definition, whole: readonly Combination[]): void {
  const own = Object.keys(part.breakdown);
  const noted = own.length === 0 ? 'indicator' : 'breakdown';
  if (originOfPart(part, definition) === 'published') {
    if (definition.published.some((series) => samePlace(series, part))) return;
    map.note(noted, {
      what: `${definition.id} publishes no such part`,
      found: placeInWords(part),
      expected: definition.published.map(placeInWords).join('; ') || 'a published series',
    });
    return;
  }
  const kept = 'breakdowns' in definition ? definition.breakdowns : [];
  const counted = isComputed(definition) ? factsOf(definition.table).dimensions : [];
  const isCounted = (combination: Combination) =>
    combination.some(isOnDemand) && combination.every((name) => counted.includes(name));
  const lacking = [[], ...whole]
    .map((combination) => [...new Set([...own, ...combination])])
    .find((combination) => !holdsCombination(kept, combination) && !isCounted(combination));
  if (lacking === undefined) return;
  map.note(noted, {
    what: `${definition.id} keeps no figures broken down so`,
    found: lacking.join(' and '),
    expected: kept.map((combination) => combination.join(' and ')).join('; ') || 'no breakdown',
  });
}

type Place = Pick<FigurePart, 'breakdown' | 'statistic'>;

function samePlace(a: Place, b: Place): boolean {
  return placeInWords(a) === placeInWords(b);
}

function placeInWords({ breakdown, statistic }: Place): string {
  const parts = Object.entries(breakdown).sort(([a], [b]) => (a < b ? -1 : 1));
  const written = [...parts.map(([name, value]) => `${name}=${value}`), ...(statistic === null ? [] : [statistic])];
  return written.length === 0 ? 'the total' : written.join(', ');
}
