import {
  callsOf,
  columnsOf,
  type Dialect,
  type Expression,
  type NamedCall,
  patentListRelation,
  printSql,
} from '@zhiheng/expressions';
import type { Parameter, StockCondition, StockDefinition } from '../definition.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import { recordRelation } from '../record/record-relation.js';
import { type ParsedCondition, type ParsedDates, type ParsedEvents, parseCondition } from './parsed-condition.js';

/**
 * SQL of the intervals in which records meet one condition: `id, from_on, until_on`, in any order, overlapping, empty or reversed as
 * the records have them; `until_on` null: open. `tables`: what stands for the canonical tables.
 */
export function conditionIntervals(
  condition: StockCondition,
  parameters: readonly Parameter[],
  dialect: Dialect,
  tables: TableOf = itself,
): string {
  const parsed = parseCondition(condition, parameters);
  return parsed.kind === 'dates' ? datedIntervals(parsed, dialect, tables) : eventIntervals(parsed, dialect, tables);
}

/** The columns of records that the conditions of a stock look at. */
export function columnsOfConditions({
  conditions,
  parameters,
}: Pick<StockDefinition, 'conditions' | 'parameters'>): string[] {
  return conditions.flatMap((condition) => {
    const parsed = parseCondition(condition, parameters);
    const trees = (parsed.kind === 'dates' ? [parsed.where, parsed.from, parsed.until] : [parsed.where]).filter(
      (tree) => tree !== null,
    );
    return [...trees.flatMap(columnsOf), ...trees.flatMap(callsOf).flatMap(columnsOfCall)];
  });
}

/** The columns of records that a question about a list looks at. */
export function columnsOfCall({ call }: NamedCall): string[] {
  return call.kind === 'held' ? columnsOf(call.day) : [];
}

function datedIntervals({ where, from, until }: ParsedDates, dialect: Dialect, tables: TableOf): string {
  const sql = (tree: Expression) => printSql(tree, dialect, { column: (name) => `record.${name}` });
  const end = until === null ? 'CAST(NULL AS DATE)' : sql(until);
  const trees = [where, from, until].filter((tree) => tree !== null);
  const tests = where === null ? '' : `\nWHERE (${sql(where)})`;
  return `SELECT record.id, ${sql(from)} AS from_on, ${end} AS until_on
FROM (\n${records(trees, dialect, tables)}\n) AS record${tests}`;
}

/** From each event until the first end with its reference that does not lie before it. */
function eventIntervals(parsed: ParsedEvents, dialect: Dialect, tables: TableOf): string {
  const [on, reference] = [dialect.identifier('on'), dialect.identifier('reference')];
  const begun = `SELECT item.id, item.${on}, item.${reference}\n${itemsOf(parsed.begins, parsed.which, dialect, tables)}`;
  const met = metBy(parsed.where, dialect, tables);
  if (parsed.ends === null) {
    return `SELECT begun.id, begun.${on} AS from_on, CAST(NULL AS DATE) AS until_on\nFROM (\n${begun}\n) AS begun${met}`;
  }
  const ended = `SELECT item.id, item.${on}, item.${reference}\n${itemsOf(parsed.ends, null, dialect, tables)}`;
  return `SELECT begun.id, begun.${on} AS from_on, min(ended.${on}) AS until_on
FROM (\n${begun}\n) AS begun${met}
LEFT JOIN (\n${ended}\n) AS ended
  ON ended.id = begun.id AND ended.${reference} = begun.${reference} AND ended.${on} >= begun.${on}
GROUP BY begun.id, begun.${on}, begun.${reference}`;
}

/** `FROM` and `WHERE` of the events of a kind. */
function itemsOf(kind: string, which: Expression | null, dialect: Dialect, tables: TableOf): string {
  const column = (name: string) => `item.${dialect.identifier(name)}`;
  const tests = [
    `${column('kind')} = ${dialect.text(kind)}`,
    ...(which === null ? [] : [`(${printSql(which, dialect, { column })})`]),
  ];
  return `FROM (\n${patentListRelation('events', dialect, tables)}\n) AS item\nWHERE ${tests.join(' AND ')}`;
}

/** Joins the records that meet a condition to what began. */
function metBy(where: ParsedCondition['where'], dialect: Dialect, tables: TableOf): string {
  if (where === null) return '';
  const test = printSql(where, dialect, { column: (name) => `record.${name}` });
  return `\nJOIN (\n${records([where], dialect, tables)}\n) AS record ON record.id = begun.id AND (${test})`;
}

function records(trees: readonly Expression[], dialect: Dialect, tables: TableOf): string {
  const columns = ['id', ...trees.flatMap(columnsOf)];
  const calls = new Map(trees.flatMap(callsOf).map((call) => [call.name, call]));
  return recordRelation(columns, { calls: [...calls.values()], dialect, tables });
}
