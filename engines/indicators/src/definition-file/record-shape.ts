import { type Expression, parseExpression } from '@zhiheng/expressions';
import type { Parameter } from '../definition.js';
import { patentRecordColumns } from './patent-record-columns.js';

/** Kinds of events that `patent_events` tells of a patent: what its deeds do, what tables tell one by one, and what
 * other offices collect. */
export const patentEventKinds = [
  'pledge',
  'pledge_release',
  'transfer',
  'licence',
  'open_licence',
  'grant',
  'lapse',
  'overseas_grant',
  'award',
  'invalidation',
  'restoration',
  'pph_request',
  'evaluation_report',
  'declaration',
  'other',
] as const;

/** A test over one patent record, checked. Throws `expression-wrong`. */
export function parseRecordTest(text: string, _parameters: readonly Parameter[]): Expression {
  return parseExpression(text, patentRecordColumns);
}

/** A day of one patent record: a date column, or one so much later. Throws `expression-wrong`. */
export function parseRecordDate(text: string, _parameters: readonly Parameter[]): Expression {
  return parseExpression(`${text} is not null`, patentRecordColumns);
}

/** A test over one event of a patent. Throws `expression-wrong`. */
export function parseEventTest(text: string, _parameters: readonly Parameter[]): Expression {
  return parseExpression(text, { on: 'date', amount: 'decimal', currency: 'text', country: 'text', reference: 'text' });
}
