import { eventKinds } from '@zhiheng/vocabulary';
import type { Dialect } from './dialect.js';
import type { ListShape } from './record-shape.js';

/** The lists of a patent: what happened to it, how it is classified, whom it was filed by. */
export const patentLists = {
  events: {
    columns: { kind: 'text', on: 'date', amount: 'decimal', currency: 'text', country: 'text', reference: 'text' },
    named: 'kind',
    names: eventKinds,
  },
  classes: {
    columns: { scheme: 'text', edition: 'text', symbol: 'text', position: 'integer' },
    named: null,
    names: [],
  },
  holders: {
    columns: { name: 'text', area: 'text', holder_type: 'text', credit_code: 'text', position: 'integer' },
    named: null,
    names: [],
  },
} as const satisfies Record<string, ListShape>;

/** Where SQL finds what questions about lists are asked of. */
export interface CallSources {
  /** SQL of the items of a list: `id` of the record, and the columns of the list. */
  readonly list: (name: string) => string;
  /** SQL of the records: `id`, and the named columns. */
  readonly record: (columns: readonly string[]) => string;
}

/** What stands for a canonical table; left out: itself. */
export type TableOf = (table: string) => string;

/**
 * SQL of the items of a list of patents, or of its codes in concordance tables (`tags`), over the canonical tables, or over what stands for them. A statement's events belong to the patent it is about. Of a deed
 * that ends another, `reference` is the number of that other: pledge and release have the same.
 */
export function patentListRelation(
  name: string,
  { identifier }: Pick<Dialect, 'identifier'>,
  table: TableOf = (given) => given,
): string {
  if (name === 'tags') return `SELECT id, scheme, code FROM ${table('patent_tags')}`;
  if (name !== 'events') {
    const columns = Object.keys(patentLists[name as 'classes' | 'holders'].columns);
    return `SELECT id, ${columns.map(identifier).join(', ')} FROM ${table(`patent_${name}`)}`;
  }
  const columns = [
    `event.event AS ${identifier('kind')}`,
    `event.event_on AS ${identifier('on')}`,
    'event.amount',
    'event.currency',
    'event.country',
    `coalesce(deed.refers_to, event.reference) AS ${identifier('reference')}`,
  ];
  return `SELECT coalesce(event.patent, event.id) AS id, ${columns.join(', ')}
FROM ${table('patent_events')} AS event LEFT JOIN ${table('recordals')} AS deed ON deed.id = event.id`;
}
