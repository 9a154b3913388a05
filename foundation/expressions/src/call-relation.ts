import { patentDecisionTables, patentTables } from '@zhiheng/vocabulary';
import { isAboveGroups, isTable, plainSymbol } from './class-symbol.js';
import { columnsOf } from './columns-of.js';
import type { Dialect } from './dialect.js';
import type { Classified, Held, ListCall, Selection } from './expression.js';
import { type CallSources, patentListRelation, type TableOf } from './patent-lists.js';
import { printSql } from './print-sql.js';

/**
 * SQL of the answers to a question about a list: `id` of the record, each once, and `value`, true or a number above 0. Records
 * that are not there have the answer `absentAnswer`: the relation of records joins it by `LEFT JOIN` and `coalesce`.
 *
 * `sources` are by default the canonical tables of patents, their states, events, classes and holders, and the deeds.
 */
export function callRelation(call: ListCall, dialect: Dialect, sources: Partial<CallSources> = {}): string {
  const from = { ...patentSources(dialect), ...sources };
  switch (call.kind) {
    case 'has':
      return `SELECT id, TRUE AS value\n${selected(call.items, dialect, from)}\nGROUP BY id`;
    case 'count':
      return `SELECT id, count(*) AS value\n${selected(call.items, dialect, from)}\nGROUP BY id`;
    case 'held':
      return heldRelation(call, dialect, from);
    case 'classified':
      return classifiedRelation(call, dialect, from);
  }
}

/** What questions about the lists of patents are asked of: the canonical tables, or what stands for them. */
export function patentSources(dialect: Dialect, table: TableOf = (given) => given): CallSources {
  return {
    list: (name) => patentListRelation(name, dialect, table),
    record: (columns) => patentDates(columns, table),
  };
}

/** SQL of the answer where nothing is there. */
export function absentAnswer(call: ListCall): string {
  return call.type === 'integer' ? '0' : 'FALSE';
}

/** SQL of the tests of an item that a question about a list counts or looks for. */
export function itemTests(call: Exclude<ListCall, Held>, dialect: Dialect): string[] {
  return call.kind === 'classified' ? classTests(call, dialect) : testsOf(call.items, dialect);
}

/** `FROM` and `WHERE` of the selected items. */
function selected(selection: Selection, dialect: Dialect, { list }: CallSources): string {
  const tests = testsOf(selection, dialect);
  return `FROM (${list(selection.list)}) AS item${tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`}`;
}

function testsOf({ named, where }: Selection, dialect: Dialect): string[] {
  const column = (name: string) => `item.${dialect.identifier(name)}`;
  const tests = named === null ? [] : [`${column(named.column)} = ${dialect.text(named.name)}`];
  return where === null ? tests : [...tests, `(${printSql(where, dialect, { column })})`];
}

/** Of ends with one reference up to the day, the last one decides: it lies behind the beginning, or none does. */
function heldRelation({ begun, ended, day }: Held, dialect: Dialect, { list, record }: CallSources): string {
  const [on, reference] = [dialect.identifier('on'), dialect.identifier('reference')];
  const columns = columnsOf(day);
  const dated = columns.length === 0 ? '' : ` JOIN (${record(columns)}) AS record ON record.id = item.id`;
  const until = printSql(day, dialect, { column: (name) => `record.${dialect.identifier(name)}` });
  const upTo = (selection: Selection) =>
    `FROM (${list(selection.list)}) AS item${dated} WHERE ${[...testsOf(selection, dialect), `item.${on} <= (${until})`].join(' AND ')}`;
  return `SELECT begun.id, TRUE AS value
FROM (SELECT item.id, item.${on}, item.${reference} ${upTo(begun)}) AS begun
LEFT JOIN (
  SELECT item.id, item.${reference}, max(item.${on}) AS ${on} ${upTo(ended)} GROUP BY item.id, item.${reference}
) AS ended ON ended.id = begun.id AND ended.${reference} = begun.${reference}
WHERE ended.${on} IS NULL OR ended.${on} < begun.${on}
GROUP BY begun.id`;
}

function classifiedRelation(call: Classified, dialect: Dialect, { list }: CallSources): string {
  return `SELECT id, TRUE AS value
FROM (${list(listOfClassified(call))}) AS item
WHERE ${classTests(call, dialect).join(' AND ')}
GROUP BY id`;
}

/** The list that `classified` asks: the classes of a record, or the codes that a table gives it. */
export function listOfClassified({ scheme }: Classified): 'classes' | 'tags' {
  return isTable(String(scheme.value)) ? 'tags' : 'classes';
}

function classTests(call: Classified, dialect: Dialect): string[] {
  const { scheme, symbol } = call;
  if (listOfClassified(call) === 'tags') return tagTests(call, dialect);
  const wanted = plainSymbol(String(symbol.value));
  const plain = `replace(item.${dialect.identifier('symbol')}, ' ', '')`;
  const given = isAboveGroups(wanted) ? `substr(${plain}, 1, ${wanted.length})` : plain;
  return [
    `item.${dialect.identifier('scheme')} = ${dialect.text(String(scheme.value))}`,
    `${given} = ${dialect.text(wanted)}`,
  ];
}

/** The code itself, or what lies below it. */
function tagTests({ scheme, symbol }: Classified, { identifier, text }: Dialect): string[] {
  const code = `item.${identifier('code')}`;
  const [wanted, below] = [String(symbol.value), `${String(symbol.value)}.`];
  return [
    `item.${identifier('scheme')} = ${text(String(scheme.value))}`,
    `(${code} = ${text(wanted)} OR substr(${code}, 1, ${below.length}) = ${text(below)})`,
  ];
}

/** Dates of a patent, of its states, and of what was decided about it. */
function patentDates(columns: readonly string[], table: TableOf): string {
  const decided = (name: string) => Object.hasOwn(patentDecisionTables.patent_decisions.columns, name);
  const parts = columns.map((name) => {
    if (Object.hasOwn(patentTables.patents.columns, name)) return `patent.${name}`;
    return decided(name) ? `decision.${name}` : `state.${name}`;
  });
  const joins = [
    `LEFT JOIN ${table('patent_states')} AS state ON state.id = patent.id`,
    ...(columns.some((name) => name !== 'id' && decided(name))
      ? [`LEFT JOIN ${table('patent_decisions')} AS decision ON decision.id = patent.id`]
      : []),
  ];
  return `SELECT ${['patent.id', ...parts].join(', ')} FROM ${table('patents')} AS patent ${joins.join(' ')}`;
}
