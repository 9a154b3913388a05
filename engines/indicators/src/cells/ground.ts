import type { Dialect } from '@zhiheng/expressions';
import type { Attribution } from '../definition.js';
import { bridgeSql } from '../record/bridges.js';
import { isSeveral, itself, jointAreas, ownerStages, stageOn, type TableOf } from '../record/owner-joins.js';

/** Which rows of the admission a query reads, and what stands beside them. */
export interface Ground {
  readonly attribution: Attribution;
  /** The date whose owners count, a column of the admission; `all`: a row for each stage of ownership; null: as filed. */
  readonly owners: string | 'all' | null;
  readonly bridges: readonly string[];
  /** A relation of the stages in which records meet conditions. */
  readonly stages: string | null;
  /** A relation of the parties that hold records first, beside them as `holder.party`; null: none. */
  readonly parties: string | null;
  readonly tests: readonly string[];
  /** What stands for the admission and for what lies beside it: of some records alone, or as they were. */
  readonly tables?: TableOf;
}

/**
 * `FROM …` and `WHERE …` over the admission: `a` its row, `kept.kept` the place that it is counted in, `owner.from_on` and `owner.to_on`
 * of all stages, `stage` of conditions, and a bridge under the name of its dimension.
 */
export function groundSql(
  { attribution, owners, bridges, stages, parties, tests, tables = itself }: Ground,
  dialect: Dialect,
): string {
  const { holder } = attribution;
  const joins = [
    ...(isSeveral(holder)
      ? [`LEFT JOIN (\n${jointAreas(holder, tables, dialect)}\n) AS joint ON joint.id = a.id`]
      : []),
    ...(owners === null
      ? []
      : [`LEFT JOIN (\n${ownerStages(holder, tables, dialect)}\n) AS owner ON owner.id = a.id${openOn(owners)}`]),
    ...bridges.map((name) => `LEFT JOIN (\n${bridgeSql(name, tables)}\n) AS ${name} ON ${name}.id = a.id`),
    ...(stages === null ? [] : [`JOIN ${tables(stages)} AS stage ON stage.id = a.id`]),
    ...(parties === null ? [] : [`JOIN ${parties} AS holder ON holder.party = a.party`]),
  ];
  const places = [...(owners === null ? [] : ['owner.areas']), ...(isSeveral(holder) ? ['joint.areas'] : [])];
  const place = places.length === 0 ? 'a.place' : `coalesce(${[...places, 'a.place'].join(', ')})`;
  return [
    `FROM ${tables('admission')} AS a`,
    ...joins,
    `JOIN kept_place AS kept ON kept.place = ${place}`,
    ...(tests.length === 0 ? [] : [`WHERE ${tests.join('\n  AND ')}`]),
  ].join('\n');
}

function openOn(owners: string): string {
  return owners === 'all' ? '' : ` AND ${stageOn(`a.${owners}`)}`;
}
