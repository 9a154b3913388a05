import {
  type CoveredEvent,
  type Kind,
  type Period,
  parsePeriod,
  type Statistic,
  type Status,
} from '@zhiheng/vocabulary';
import { survivalCohort } from '../compute/survival-cohort.js';
import { stockIsKnown } from '../coverage/stock-coverage.js';
import type { CoverState } from '../coverage/timeline.js';
import { type ComputedDefinition, isByOwner, type StockDefinition } from '../definition.js';
import { factsOf } from '../tables/record-table.js';
import { type ComputedScope, decidingEvent } from './computed-scope.js';

/**
 * What is known of a figure: as of events, or `decided`: all records, and those decisions about them that were made or taken over here, so that
 * a zero is one, but provisional.
 */
export type KnownState = CoverState | 'decided';

/** Coverage of a figure of some kinds in an area and a period. */
export function coverageState(
  scope: ComputedScope,
  of: readonly Kind[],
  area: string,
  period: Period,
  statistic: Statistic | null,
): KnownState {
  const { definition, book } = scope;
  // Without a list of decisions nobody knows how many there are.
  if (scope.decisions === 'unknown') return 'none';
  const span = parsePeriod(period);
  if (definition.kind === 'stock') return stockState(scope, definition, of, area, period);
  const event = book.state(decidingEvent(definition), of, area, span);
  const owned = event === 'full' && isByOwner(definition) ? ownedState(book.state('recorded', of, area, span)) : event;
  // A condition may ask for events and decisions of any day, before and after the period.
  if (definition.kind === 'flow' && definition.event === 'decided') return event === 'none' ? 'none' : 'decided';
  const known = owned === 'full' && (scope.events !== 'none' || endsUncovered(definition)) ? 'partial' : owned;
  const state = known === 'full' && scope.decisions !== 'none' ? 'decided' : known;
  if (definition.kind !== 'duration' || statistic !== 'survival-median' || state === 'none') return state;
  const { firstDay, lastDay } = survivalCohort(span.year);
  const startEvent: CoveredEvent | undefined = factsOf(definition.table).events[definition.clock.start];
  const cohort = { from: firstDay, to: lastDay };
  const states = [startEvent, definition.clock.endEvent].map((event) =>
    event === undefined ? 'none' : book.state(event, of, area, cohort),
  );
  return states.every((each) => each === 'full') ? 'full' : 'partial';
}

/** Of some days, first actions for one, no coverage tells whether all are there. */
function endsUncovered(definition: ComputedDefinition): boolean {
  return definition.kind === 'duration' && factsOf(definition.table).events[definition.clock.end] === undefined;
}

function stockState(
  { book, events, decisions }: ComputedScope,
  definition: StockDefinition,
  of: readonly Kind[],
  area: string,
  period: Period,
): KnownState {
  const span = parsePeriod(period);
  const { startEvent, endEvent } = definition;
  const deeds = isByOwner(definition) || events === 'deeds';
  if (events !== 'others' && stockIsKnown(book, { startEvent, endEvent, deeds }, of, area, span.to)) {
    return decisions === 'none' ? 'full' : 'decided';
  }
  return book.state(definition.startEvent, of, area, span) === 'none' ? 'none' : 'partial';
}

/** All events are known; by whom a right was owned then, only where the deeds of the period are. */
function ownedState(deeds: CoverState): CoverState {
  return deeds === 'full' ? 'full' : 'partial';
}

/** The status of a value under a state of coverage; `value` null where nothing was counted or the statistic has none. */
export function statusOf(state: KnownState, value: number | null, isCount: boolean): Status {
  const nothing = value === null || (isCount && value === 0);
  if (state === 'full') return value === null ? 'missing' : 'final';
  if (state === 'decided') return value === null ? 'missing' : 'provisional';
  if (state === 'none' || nothing) return 'missing';
  return state === 'maturing' ? 'maturing' : 'provisional';
}
