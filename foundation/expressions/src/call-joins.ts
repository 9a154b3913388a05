import { absentAnswer, callRelation, itemTests, listOfClassified, patentSources } from './call-relation.js';
import type { NamedCall } from './calls-of.js';
import type { Dialect } from './dialect.js';
import type { Held, ListCall } from './expression.js';
import type { CallSources } from './patent-lists.js';

/** What stands beside the relation of records so that questions about lists are answered there. */
export interface CallJoins {
  /** `LEFT JOIN …`, each at most a row a record. */
  readonly joins: readonly string[];
  /** The answers, each under the name of its question. */
  readonly answers: readonly string[];
}

/**
 * Joins the answers of questions about lists to records by `id` (SQL of the id of a record). A list of which several things are asked is
 * looked through once. `sources` are by default the canonical tables.
 */
export function callJoins(
  calls: readonly NamedCall[],
  id: string,
  dialect: Dialect,
  sources: CallSources = patentSources(dialect),
): CallJoins {
  const asked = together(calls).map((group, index) => joinOf(group, `answers_${index + 1}`, dialect, sources));
  return {
    joins: asked.map(({ name, sql }) => `LEFT JOIN (\n${sql}\n) AS ${name} ON ${name}.id = ${id}`),
    answers: asked.flatMap(({ answers }) => answers),
  };
}

type ItemCall = Exclude<ListCall, Held>;
type Asked<Call extends ListCall> = Pick<NamedCall, 'name'> & { readonly call: Call };

/** Questions that one look through a list answers: those of the same list together; what was held is asked alone. */
function together(calls: readonly NamedCall[]): (readonly NamedCall[])[] {
  const groups = new Map<string, NamedCall[]>();
  for (const named of calls) {
    const { name, call } = named;
    const key = call.kind === 'held' ? name : `list ${listOf(call)}`;
    groups.set(key, [...(groups.get(key) ?? []), named]);
  }
  return [...groups.values()];
}

function listOf(call: ItemCall): string {
  return call.kind === 'classified' ? listOfClassified(call) : call.items.list;
}

function joinOf(group: readonly NamedCall[], relation: string, dialect: Dialect, sources: CallSources) {
  const answer = (of: string, { name, call }: NamedCall) => `coalesce(${of}, ${absentAnswer(call)}) AS ${name}`;
  const [only, ...others] = group;
  if (only !== undefined && others.length === 0) {
    const sql = callRelation(only.call, dialect, sources);
    return { name: only.name, sql, answers: [answer(`${only.name}.value`, only)] };
  }
  const items = group.flatMap(({ name, call }) => (call.kind === 'held' ? [] : [{ name, call }]));
  const sql = severalSql(items, dialect, sources);
  return { name: relation, sql, answers: group.map((one) => answer(`${relation}.${one.name}`, one)) };
}

/** SQL of the answers to several questions about one list: `id`, and each answer under its name; null: as where nothing is there. */
function severalSql(calls: readonly Asked<ItemCall>[], dialect: Dialect, { list }: CallSources): string {
  const asked = calls.map(({ name, call }) => {
    const tests = itemTests(call, dialect);
    const test = tests.length === 0 ? 'TRUE' : tests.join(' AND ');
    return {
      test,
      answer: `${call.kind === 'count' ? `count(*) FILTER (WHERE ${test})` : `bool_or(${test})`} AS ${name}`,
    };
  });
  const [from] = calls.map(({ call }) => listOf(call));
  return `SELECT id, ${asked.map(({ answer }) => answer).join(', ')}
FROM (${list(from ?? '')}) AS item
WHERE ${asked.map(({ test }) => `(${test})`).join(' OR ')}
GROUP BY id`;
}
