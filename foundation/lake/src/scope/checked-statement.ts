import { OwnFault } from '@zhiheng/vocabulary';
import { permittedFunctions, permittedTableFunctions } from './permitted-functions.js';

/** A node of the engine's own syntax tree. Expressions have a `class`; queries, tables and modifiers a `type` alone. */
type Tree = Readonly<Record<string, unknown>>;

const queries = new Set(['SELECT_NODE', 'SET_OPERATION_NODE', 'RECURSIVE_CTE_NODE']);
const tables = new Set(['BASE_TABLE', 'TABLE_FUNCTION', 'SUBQUERY', 'JOIN', 'EMPTY', 'EXPRESSION_LIST']);
/** What else has a `type`: how rows are ordered and cut, and the details of types that values are cast to. */
const modifiers =
  /^(?:(?:ORDER|LIMIT|LIMIT_PERCENT|DISTINCT)_MODIFIER|ORDER_DEFAULT|ASCENDING|DESCENDING|[A-Z]+_TYPE_INFO)$/;

/**
 * Throws our own fault unless a statement is one SELECT over nothing but tables of these names, its own common table
 * expressions and values; gives every name of a table in it. `serialized`: what the engine's `json_serialize_sql` tells of the statement; what
 * is not known here is refused.
 */
export function checkStatement(serialized: string, names: ReadonlySet<string>): ReadonlySet<string> {
  const { error, error_message, statements } = JSON.parse(serialized) as {
    error: boolean;
    error_message?: string;
    statements?: readonly Tree[];
  };
  if (error || statements === undefined) throw refused(error_message ?? 'no statement');
  const [statement, ...more] = statements;
  if (statement === undefined || more.length > 0) throw refused('one statement at a time');
  const named = new Set<string>();
  visit(statement.node, names, named);
  return named;
}

function visit(value: unknown, names: ReadonlySet<string>, named: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, names, named);
  } else if (typeof value === 'object' && value !== null) {
    visitTree(value as Tree, names, named);
  }
}

function visitTree(tree: Tree, outer: ReadonlySet<string>, named: Set<string>): void {
  const { class: sort, type } = tree;
  if (sort === 'CONSTANT') return;
  let [names, parts] = [outer, tree];
  if (sort === 'FUNCTION' || sort === 'WINDOW') checkFunction(tree, permittedFunctions);
  if (sort === undefined && typeof type === 'string') {
    if (queries.has(type)) names = withExpressions(tree, outer, named);
    else if (type === 'BASE_TABLE') named.add(checkTable(tree, names));
    else if (type === 'TABLE_FUNCTION') parts = checkTableFunction(tree);
    else if (!tables.has(type) && !modifiers.test(type)) throw refused(type);
  }
  for (const [key, value] of Object.entries(parts)) if (key !== 'cte_map') visit(value, names, named);
}

/** Names that hold inside a query: each common table expression sees those before it, and itself when it is recursive. */
function withExpressions({ cte_map: map }: Tree, outer: ReadonlySet<string>, named: Set<string>): ReadonlySet<string> {
  const expressions = (map as { map?: readonly { key: string; value: Tree }[] } | undefined)?.map ?? [];
  const names = new Set(outer);
  for (const { key, value } of expressions) {
    const { node } = value.query as { node: Tree };
    const name = key.toLowerCase();
    visit(value, node.type === 'RECURSIVE_CTE_NODE' ? new Set([...names, name]) : names, named);
    names.add(name);
  }
  return names;
}

function checkTable(tree: Tree, names: ReadonlySet<string>): string {
  const { catalog_name, schema_name, table_name, at_clause } = tree;
  const name = String(table_name);
  const qualified = [catalog_name, schema_name, at_clause].some((one) => one !== undefined && one !== '');
  if (qualified || !names.has(name.toLowerCase())) {
    throw refused(`the table ${[catalog_name, schema_name, name].filter((one) => Boolean(one)).join('.')}`);
  }
  return name.toLowerCase();
}

/** What is still to be looked at of a function in the place of a table: its arguments. */
function checkTableFunction(tree: Tree): Tree {
  const called = tree.function as Tree;
  checkFunction(called, permittedTableFunctions);
  return { ...tree, type: undefined, function: called.children };
}

function checkFunction({ function_name, catalog, schema }: Tree, permitted: ReadonlySet<string>): void {
  const name = String(function_name).toLowerCase();
  const own = schema === undefined || schema === '' || schema === 'main';
  if ((catalog !== undefined && catalog !== '') || !own || !permitted.has(name)) throw refused(`the function ${name}`);
}

function refused(what: string): OwnFault {
  return new OwnFault(`a statement over records may not ask for this: ${what}`);
}
