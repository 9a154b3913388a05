import { type Dialect, dialects } from '@zhiheng/expressions';
import { partySql } from '../admission/party-sql.js';
import { conditionValues } from '../cells/condition-values.js';
import { conditionDimension, dimensionsIn, requestsOf } from '../cells/request.js';
import { conditionStages } from '../conditions/condition-stages.js';
import type { Combination, ComputedDefinition } from '../definition.js';
import { bridgeSql, isBridged } from '../record/bridges.js';
import { type Condition, conditionOf } from '../record/condition.js';
import { ownedOf } from '../record/owned-of.js';
import { recordRelation } from '../record/record-relation.js';
import { part } from './sql-parts.js';

/** Some combinations of one definition that one query over the records tells. */
export interface PlainQuery<Computed extends ComputedDefinition = ComputedDefinition> {
  readonly definition: Computed;
  readonly condition: Condition;
  /** Each sorted by name; the empty one is the total. */
  readonly combinations: readonly Combination[];
  readonly dialect: Dialect;
}

/**
 * The queries that tell a definition: its total and what records have one value of, then what rests on each list that a record can stand
 * in several times.
 */
export function plainQueries<Computed extends ComputedDefinition>(
  definition: Computed,
  dialect: Dialect = dialects.duckdb,
): PlainQuery<Computed>[] {
  const condition = conditionOf(definition, dialect);
  const requests = requestsOf({ definition, condition, tests: [] }, definition.breakdowns);
  return requests.map(({ combinations }) => ({ definition, condition, combinations, dialect }));
}

/** Whether a query tells the total. */
export function tellsTotal({ combinations }: PlainQuery): boolean {
  return combinations.some((names) => names.length === 0);
}

/** `record AS (…)`: the columns that a figure needs of a record, with those that say where it belongs and what it counts by. */
export function recordPart(query: PlainQuery, dates: readonly string[]): string {
  const { definition, condition, dialect } = query;
  const owned = ownedOf(definition);
  const beside = besides(query);
  const columns = [
    ...(beside.length === 0 ? [] : ['id']),
    ...['office', 'dataset', 'area'],
    ...(owned === null ? [] : ['place']),
    'kind',
    ...dimensionColumns(query).filter((name) => name !== conditionDimension && !isBridged(name)),
    ...dates,
    ...(owned?.stages === 'all' ? ['owned_from', 'owned_until'] : []),
    ...condition.columns,
  ];
  const relation = recordRelation(columns, { owned, calls: condition.calls, dialect });
  if (beside.length === 0) return part('record', relation);
  return part(
    'record',
    `SELECT filed.*, ${beside.flatMap(({ columns: more }) => more).join(', ')}
FROM (
${relation}
) AS filed
${beside.map(({ join }) => join).join('\n')}`,
  );
}

/** Where a record counts: `area`, the key of `counted_area`, in the rows of a figure. */
export function areaPart({ definition }: PlainQuery): string {
  return ownedOf(definition) === null ? 'area' : 'place AS area';
}

/** The dimensions of a query by name. */
export function dimensionColumns({ combinations }: PlainQuery): string[] {
  return dimensionsIn(combinations);
}

/** The same out of the record, blank where it does not tell them. */
export function dimensionParts(query: PlainQuery): string[] {
  const known = (name: string) => name === 'kind' || name === conditionDimension || isBridged(name);
  return dimensionColumns(query).map((name) => (known(name) ? name : `coalesce(${name}, '') AS ${name}`));
}

interface Beside {
  readonly columns: readonly string[];
  readonly join: string;
}

/** What stands beside a record: its classes, the stages in which it meets conditions, who holds it. */
function besides(query: PlainQuery): Beside[] {
  const { definition, dialect } = query;
  const bridged = dimensionColumns(query)
    .filter(isBridged)
    .map((name) => ({
      columns: [`coalesce(${name}.value, '') AS ${name}`],
      join: `LEFT JOIN (\n${bridgeSql(name)}\n) AS ${name} ON ${name}.id = filed.id`,
    }));
  if (definition.kind === 'duration' || definition.kind === 'distribution') return bridged;
  const held =
    definition.count === 'holders'
      ? [
          {
            columns: ['holding.party AS party'],
            join: `LEFT JOIN (\n${partySql(dialect)}\n) AS holding ON holding.id = filed.id`,
          },
        ]
      : [];
  if (definition.kind === 'flow' || definition.conditions.length === 0) return [...bridged, ...held];
  const stages = {
    columns: ['stage.condition_from', 'stage.condition_until'],
    join: `JOIN (\n${conditionStages(definition, dialect)}\n) AS stage ON stage.id = filed.id`,
  };
  if (!dimensionColumns(query).includes(conditionDimension)) return [...bridged, ...held, stages];
  const values = conditionValues(definition.conditions).map(({ bits, value }) => `(${bits}, ${dialect.text(value)})`);
  const met = {
    columns: [`met_value.value AS ${conditionDimension}`],
    join: `JOIN (VALUES ${values.join(', ')}) AS met_value (bits, value) ON ${dialect.sharedBits('stage.met', 'met_value.bits')} = met_value.bits`,
  };
  return [...bridged, ...held, stages, met];
}
