import { callJoins, type Dialect, dialects, type NamedCall, patentSources } from '@zhiheng/expressions';
import { OwnFault, patentTables } from '@zhiheng/vocabulary';
import type { Attribution } from '../definition.js';
import { decisionColumns, patentRecordColumns } from '../definition-file/patent-record-columns.js';
import { factsOf, recordTables } from '../tables/record-table.js';
import { holderKey } from './holder-key.js';
import {
  isSeveral,
  itself,
  jointAreas,
  ownerStages,
  placeSql,
  type Several,
  stageOn,
  type TableOf,
} from './owner-joins.js';

/** Whose areas count, and which stages of ownership stand beside a record: the one open on a day (SQL), or all, a row each. */
export interface Owned {
  readonly attribution: Attribution;
  /** Null where the holders as filed count. */
  readonly stages: 'all' | { readonly openOn: string } | null;
}

/** What the relation is made of beside its columns. */
export interface RelationOptions {
  /** Whose areas count; null: the first holder's as filed. */
  readonly owned?: Owned | null;
  /** Answers that stand beside a record, each under its name. */
  readonly calls?: readonly NamedCall[];
  /** These records alone: SQL of their ids, a list or a query. */
  readonly only?: string;
  /** What stands for the canonical tables; left out: themselves. */
  readonly tables?: TableOf;
  readonly dialect?: Dialect;
}

type Source = 'patent' | 'state' | 'decision' | 'holder' | 'text' | 'joint' | 'owner';

interface RelationColumn {
  readonly sources: readonly Source[];
  readonly sql: string;
}

/** Columns that are not simply a column of `patents`, `patent_states` or `patent_decisions`. */
const derived: Readonly<Record<string, RelationColumn>> = {
  kind: { sources: ['patent'], sql: "coalesce(patent.kind, 'other')" },
  area: { sources: ['holder'], sql: "coalesce(holder.area, 'XX')" },
  holder: { sources: ['holder'], sql: 'holder.name' },
  holder_type: { sources: ['holder'], sql: 'holder.holder_type' },
  title: { sources: ['text'], sql: 'text.title' },
};

/**
 * SQL of the relation that conditions are asked of: a row a patent, with its states, its first holder at filing and its
 * title; `holder_key` is the key of that holder in `party_names`. Only the named columns, and only the joins that they need. A record
 * without a holder lies in area `XX`. With `owned` there are `place` (the areas it counts in), `owner` (the first of its owners), `owned_from` and `owned_until` besides;
 * with all stages of ownership, a row a stage of the patents that changed hands.
 */
export function recordRelation(columns: Iterable<string>, options: RelationOptions = {}): string {
  const { owned = null, calls = [], only, tables = itself, dialect = dialects.duckdb } = options;
  const table = only === undefined ? tables : onlyOf(only, tables);
  const wanted = [...new Set(columns)].map((name) => ({ name, ...columnOf(name, owned, dialect) }));
  const asked = callJoins(calls, 'patent.id', dialect, patentSources(dialect, tables));
  const lines = [
    ...wanted.map(({ name, sql }) => (sql.endsWith(`.${name}`) ? sql : `${sql} AS ${name}`)),
    ...asked.answers,
  ];
  const needed = new Set(wanted.flatMap(({ sources }) => sources));
  const openOn = needed.has('owner') ? openDay(owned) : null;
  if (openOn !== null) for (const source of columnOf(openOn, null, dialect).sources) needed.add(source);
  const joins = joinsOf(owned, table, dialect).filter(([join]) => needed.has(join));
  const from = `FROM ${table('patents')} AS patent`;
  return [`SELECT ${lines.join(', ')}`, from, ...joins.map(([, sql]) => sql), ...asked.joins].join('\n');
}

/** Those rows of a table that are asked for. */
function onlyOf(only: string, tables: TableOf): TableOf {
  return (table) => `(SELECT * FROM ${tables(table)} WHERE id IN (${only}))`;
}

/** Joins beside `patents`, in their order; each gives at most one row a record, but for all stages of ownership. */
function joinsOf(owned: Owned | null, table: TableOf, dialect: Dialect): [Source, string][] {
  const joins: [Source, string][] = [
    ['state', `LEFT JOIN ${table('patent_states')} AS state ON state.id = patent.id`],
    ['decision', `LEFT JOIN ${table('patent_decisions')} AS decision ON decision.id = patent.id`],
    ['holder', `LEFT JOIN ${table('patent_holders')} AS holder ON holder.id = patent.id AND holder.position = 1`],
    ['text', `LEFT JOIN ${table('patent_texts')} AS text ON text.id = patent.id`],
  ];
  if (owned === null) return joins;
  const { attribution } = owned;
  const openOn = openDay(owned);
  const open = openOn === null ? '' : ` AND ${stageOn(columnOf(openOn, null, dialect).sql)}`;
  const { holder } = attribution;
  const joint = (several: Several) =>
    `LEFT JOIN (\n${jointAreas(several, table, dialect)}\n) AS joint ON joint.id = patent.id`;
  return [
    ...joins,
    ...(isSeveral(holder) ? [['joint', joint(holder)] as [Source, string]] : []),
    ['owner', `LEFT JOIN (\n${ownerStages(holder, table, dialect)}\n) AS owner ON owner.id = patent.id${open}`],
  ];
}

function columnOf(name: string, owned: Owned | null, dialect: Dialect): RelationColumn {
  if (name === 'holder_key') return { sources: ['holder'], sql: holderKey('holder', dialect) };
  const special = derived[name] ?? (owned === null ? undefined : ownedColumn(name, owned));
  if (special !== undefined) return special;
  if (isDayLiteral(name)) return { sources: [], sql: name };
  if (!Object.hasOwn(patentRecordColumns, name)) return ofOtherTable(name);
  if (Object.hasOwn(patentTables.patents.columns, name)) return { sources: ['patent'], sql: `patent.${name}` };
  if (decisionColumns.has(name)) return { sources: ['decision'], sql: `decision.${name}` };
  return { sources: ['state'], sql: `state.${name}` };
}

/** What marks or deeds have and patents do not stands beside what they share with them. */
function ofOtherTable(name: string): RelationColumn {
  if (recordTables.some((table) => Object.hasOwn(factsOf(table).columns, name))) {
    return { sources: ['patent'], sql: `patent.${name}` };
  }
  throw new OwnFault(`a record has no column ${name}`);
}

function ownedColumn(name: string, { attribution }: Owned): RelationColumn | undefined {
  const owner: readonly Source[] = attribution.at === 'filing' ? [] : ['owner'];
  const joint: readonly Source[] = isSeveral(attribution.holder) ? ['joint'] : [];
  if (name === 'place') return { sources: ['holder', ...joint, ...owner], sql: placeSql(attribution) };
  if (owner.length === 0) return undefined;
  if (name === 'owner') return { sources: ['holder', ...owner], sql: 'coalesce(owner.name, holder.name)' };
  if (name === 'owned_from') return { sources: owner, sql: 'owner.from_on' };
  return name === 'owned_until' ? { sources: owner, sql: 'owner.to_on' } : undefined;
}

/** The day whose stage of ownership counts, as a column or as SQL; null where none or all of them do. */
function openDay(owned: Owned | null): string | null {
  const stages = owned?.stages ?? null;
  return stages === null || stages === 'all' ? null : stages.openOn;
}

function isDayLiteral(text: string): boolean {
  return /^DATE '\d{4}-\d{2}-\d{2}'$/.test(text);
}
