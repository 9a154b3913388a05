import { OwnFault, patentTables } from '@zhiheng/vocabulary';
import { patentRecordColumns } from '../definition-file/patent-record-columns.js';

/** Joins beside `patents`; each gives at most one row a record. */
const joins = {
  state: 'LEFT JOIN patent_states AS state ON state.id = patent.id',
  holder: 'LEFT JOIN patent_holders AS holder ON holder.id = patent.id AND holder.position = 1',
  text: 'LEFT JOIN patent_texts AS text ON text.id = patent.id',
} as const;
type Source = 'patent' | keyof typeof joins;

/** Columns that are not simply a column of `patents` or `patent_states`. */
const derived: Readonly<Record<string, { readonly source: Source; readonly sql: string }>> = {
  kind: { source: 'patent', sql: "coalesce(patent.kind, 'other')" },
  area: { source: 'holder', sql: "coalesce(holder.area, 'XX')" },
  holder: { source: 'holder', sql: 'holder.name' },
  title: { source: 'text', sql: 'text.title' },
};

/**
 * SQL of the relation that conditions are asked of: a row a patent, with its states, its first holder at filing and its
 * title. Only the named columns, and only the joins that they need. A record without a holder lies in area `XX`.
 */
export function recordRelation(columns: Iterable<string>): string {
  const wanted = [...new Set(columns)].map((name) => ({ name, ...sourceOf(name) }));
  const lines = wanted.map(({ name, sql }) => (sql.endsWith(`.${name}`) ? sql : `${sql} AS ${name}`));
  const needed = (Object.keys(joins) as (keyof typeof joins)[]).filter((join) =>
    wanted.some(({ source }) => source === join),
  );
  return [`SELECT ${lines.join(', ')}`, 'FROM patents AS patent', ...needed.map((join) => joins[join])].join('\n');
}

function sourceOf(name: string): { readonly source: Source; readonly sql: string } {
  const special = derived[name];
  if (special !== undefined) return special;
  if (!Object.hasOwn(patentRecordColumns, name)) throw new OwnFault(`a patent record has no column ${name}`);
  if (Object.hasOwn(patentTables.patents.columns, name)) return { source: 'patent', sql: `patent.${name}` };
  return { source: 'state', sql: `state.${name}` };
}
