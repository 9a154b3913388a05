import type { TableOf } from '../record/owner-joins.js';

/** What changed records were, and what they are. */
export const [was, now]: readonly [TableOf, TableOf] = [(table) => `was_${table}`, (table) => `now_${table}`];

/** The admission of all records and what lies beside it, as it was told before. */
export const earlier: TableOf = (table) => `earlier_${table}`;

/** Records to which something happened behind the month that stocks were told to. */
export const since: TableOf = (table) => `since_${table}`;
