import type { CoverageEvent, Dataset, Kind, Period } from '@zhiheng/vocabulary';
import { CoverageBook } from '../coverage/coverage-book.js';
import type { ComputedDefinition } from '../definition.js';
import { conditionOf } from '../record/condition.js';
import type { FigureSources } from './figure-request.js';

/** What statuses of one office and dataset rest on. */
export interface ComputedScope {
  readonly definition: ComputedDefinition;
  readonly book: CoverageBook;
  /** Kinds that a total is made of: those the condition lets through, among those that coverage names. */
  readonly totalKinds: readonly Kind[];
  /** Kinds that the condition lets through. */
  readonly admittedKinds: readonly Kind[];
}

export function computedScope(
  definition: ComputedDefinition,
  office: string,
  dataset: Dataset,
  sources: FigureSources,
): ComputedScope {
  const book = new CoverageBook(sources.coverage, sources.areas, { office, dataset, today: sources.today });
  const admittedKinds = conditionOf(definition).kinds;
  const named = book.namedKinds();
  return { definition, book, admittedKinds, totalKinds: admittedKinds.filter((kind) => named.includes(kind)) };
}

/** The event whose coverage decides whether a figure can be known. */
export function decidingEvent(definition: ComputedDefinition): CoverageEvent {
  switch (definition.kind) {
    case 'flow':
      return definition.event;
    case 'stock':
      return definition.startEvent;
    case 'duration':
      return definition.clock.endEvent;
  }
}

/** Years with a value, inside coverage, or with a published value. */
export async function yearsHeld(scopes: readonly YearSource[], published: readonly Period[]): Promise<Period[]> {
  const years = await Promise.all(scopes.map((scope) => scope()));
  const written = years.flat().map((year) => String(year).padStart(4, '0'));
  return [...new Set([...written, ...published.filter((period) => period.length === 4)])].sort();
}

type YearSource = () => Promise<readonly number[]>;
