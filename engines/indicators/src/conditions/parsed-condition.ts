import { type Expression, parseDate, parseExpression, patentLists } from '@zhiheng/expressions';
import { OwnFault } from '@zhiheng/vocabulary';
import type { Parameter, StockCondition } from '../definition.js';
import { recordShape } from '../record/record-shape.js';

/** Holds between two dates of a record that meets `where`. */
export interface ParsedDates {
  readonly kind: 'dates';
  readonly where: Expression | null;
  readonly from: Expression;
  /** Null: it never ends. */
  readonly until: Expression | null;
}

/** Holds from events of a record that meets `where`. */
export interface ParsedEvents {
  readonly kind: 'events';
  readonly where: Expression | null;
  readonly begins: string;
  /** Over the columns of the event that begins. */
  readonly which: Expression | null;
  /** Null: it never ends. */
  readonly ends: string | null;
}

export type ParsedCondition = ParsedDates | ParsedEvents;

/** The trees of a condition; throws `expression-wrong`. */
export function parseCondition(condition: StockCondition, parameters: readonly Parameter[]): ParsedCondition {
  const shape = recordShape(parameters);
  const { dates, events } = condition;
  const where = condition.where === null ? null : parseExpression(condition.where, shape);
  if (dates !== null) {
    const until = dates.until === null ? null : parseDate(dates.until, shape);
    return { kind: 'dates', where, from: parseDate(dates.from, shape), until };
  }
  if (events === null) throw new OwnFault(`the condition ${condition.id} has neither dates nor events`);
  const ofEvents = { ...shape, columns: patentLists.events.columns, lists: {} };
  const which = events.where === null ? null : parseExpression(events.where, ofEvents);
  return { kind: 'events', where, begins: events.kind, which, ends: events.endedBy };
}
