import type { CoveredEvent, Dataset, Kind } from '@zhiheng/vocabulary';
import { CoverageBook } from '../coverage/coverage-book.js';
import { asksDecisions } from '../coverage/decisions-asked.js';
import { type EventsAsked, eventsAsked } from '../coverage/events-asked.js';
import type { ComputedDefinition } from '../definition.js';
import { conditionOf } from '../record/condition.js';
import type { FigureSources } from './figure-request.js';

/** What statuses of one office and dataset rest on. */
export interface ComputedScope {
  readonly definition: ComputedDefinition;
  readonly book: CoverageBook;
  /** Events that its conditions rest on. */
  readonly events: EventsAsked;
  /** Whether it rests on what people decided, and whether the vintage knows of that. */
  readonly decisions: 'none' | 'known' | 'unknown';
  /** Kinds that a total is made of: those the condition lets through, among those that coverage names. */
  readonly totalKinds: readonly Kind[];
  /** Kinds that the condition lets through. */
  readonly admittedKinds: readonly Kind[];
}

export function computedScope(
  definition: ComputedDefinition,
  office: string,
  dataset: Dataset,
  sources: Pick<FigureSources, 'coverage' | 'areas' | 'today' | 'decisions'>,
): ComputedScope {
  const book = new CoverageBook(sources.coverage, sources.areas, {
    office,
    dataset,
    table: definition.table,
    today: sources.today,
  });
  const admittedKinds = conditionOf(definition).kinds;
  const named = book.namedKinds();
  const events = eventsAsked(definition);
  const decisions = asksDecisions(definition) ? (sources.decisions === true ? 'known' : 'unknown') : 'none';
  const totalKinds =
    definition.table !== 'patents' ? admittedKinds : admittedKinds.filter((kind) => named.includes(kind));
  return { definition, book, events, decisions, admittedKinds, totalKinds };
}

/** The event whose coverage decides whether a figure can be known; what people decide has none, and concerns what was filed. */
export function decidingEvent(definition: ComputedDefinition): CoveredEvent {
  switch (definition.kind) {
    case 'flow':
      return definition.event === 'decided' ? 'filed' : definition.event;
    case 'distribution':
      return definition.event;
    case 'stock':
      return definition.startEvent;
    case 'duration':
      return definition.clock.endEvent;
  }
}
