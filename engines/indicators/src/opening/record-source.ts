import type { Dialect } from '@zhiheng/expressions';
import { OwnFault } from '@zhiheng/vocabulary';
import { datesOf } from '../admission/admission-plan.js';
import { maskBit } from '../admission/masks.js';
import { countsAsFiled, countsPlaced } from '../admission/placed.js';
import { conditionStages } from '../conditions/condition-stages.js';
import type { ComputedDefinition, StockDefinition } from '../definition.js';
import { areaNumberTest, placeTest } from '../record/area-test.js';
import { bitColumn, dimensionsOfBits, isBridged, singleDimensions } from '../record/bridges.js';
import type { Condition } from '../record/condition.js';
import { isSeveral, jointAreas, ownerStages, placeSql, stageOn } from '../record/owner-joins.js';
import { type Owned, recordRelation } from '../record/record-relation.js';
import { wholeShare } from '../record/shares.js';
import { factsOf } from '../tables/record-table.js';
import type { AdmissionSource } from './opening-request.js';
import { valuesOf } from './opening-sql.js';

/**
 * What an opening looks for records in: SQL of `record`, a row each (with its `share` where the rows are of the area alone and holders share
 * them), and the condition as it is asked there.
 */
export interface RecordSource {
  readonly sql: string;
  readonly condition: Condition;
  /** By what an area is still to be asked for: `place`, or `place_number` beside it; null: the rows are of the area alone. */
  readonly placedBy: 'code' | 'number' | null;
  /** Dimensions of several values whose values are told by a number. */
  readonly bits: readonly string[];
}

/** The columns that every source has, beside the dates of the definition: `place` is where a record counts. */
const dimensions = ['kind', ...singleDimensions];

/** The records themselves, asked anew: for figures whose admission is not kept. */
export function plainSource(
  definition: ComputedDefinition,
  condition: Condition,
  owned: Owned | null,
  dialect: Dialect,
): RecordSource {
  const own =
    definition.table === 'patents' ? [] : factsOf(definition.table).dimensions.filter((name) => !isBridged(name));
  const told = [...datesOf(definition), ...valuesOf(definition), ...condition.columns];
  const columns = ['id', 'office', 'dataset', 'area', ...new Set([...dimensions, ...own, ...told])];
  const places = owned === null ? columns : [...columns, 'place'];
  const relation = recordRelation(places, { owned, calls: condition.calls, dialect });
  return {
    sql: owned === null ? `SELECT relation.*, area AS place FROM (\n${relation}\n) AS relation` : relation,
    condition,
    placedBy: 'code',
    bits: [],
  };
}

/** The admission, in which every test was asked before. */
export function admissionSource(
  definition: ComputedDefinition,
  condition: Condition,
  owned: Owned | null,
  { relation, tests, placed, cards, bits: told = false }: AdmissionSource,
  area: string,
  dialect: Dialect,
): RecordSource {
  const bitOf = (text: string) => {
    if (!tests.includes(text)) throw new OwnFault(`the admission was not asked: ${text}`);
    return maskBit(tests.indexOf(text));
  };
  const conjuncts = condition.conjuncts.map((conjunct) => {
    const { column, bit } = bitOf(conjunct.text);
    return { ...conjunct, sql: `${dialect.sharedBits(column, bit)} = ${bit}` };
  });
  const masks = [...new Set(condition.conjuncts.map(({ text }) => bitOf(text).column))];
  const bits = told ? dimensionsOfBits(definition.breakdowns) : [];
  const numbers = owned === null ? ['place_number'] : [];
  const columns = [
    'id',
    'office',
    'dataset',
    ...numbers,
    ...dimensions,
    ...bits.flatMap((name) => bitColumn(name) ?? []),
    ...new Set([...datesOf(definition), ...masks]),
  ];
  const asked = { ...condition, conjuncts };
  if (owned !== null && placed !== null) {
    const sql = inArea(columns, owned, { relation, placed, carded: cards !== null }, area, dialect);
    return { sql, condition: asked, placedBy: null, bits };
  }
  const filed = cards === null ? '' : ', a.place_number AS filed_number';
  return {
    sql: `SELECT ${columns.map((name) => `a.${name}`).join(', ')}, ${placeOf(owned)} AS place${filed}
FROM ${[`${relation} AS a`, ...placeJoins(owned, dialect)].join('\n')}`,
    condition: asked,
    placedBy: owned === null ? 'number' : 'code',
    bits,
  };
}

/** The records that count in an area by other holders than the first as filed, each once. */
function inArea(
  columns: readonly string[],
  { attribution, stages }: Owned,
  { relation, placed, carded }: { readonly relation: string; readonly placed: string; readonly carded: boolean },
  area: string,
  dialect: Dialect,
): string {
  if (stages === 'all') throw new OwnFault('the records of an area are those of one day');
  const names = columns.map((name) => `a.${name}`).join(', ');
  const filedAt = (number: string) => (carded ? `, a.${number} AS filed_number` : '');
  const here = area === 'ALL' ? [] : [placeTest(area, { number: 'a.place_number', place: 'a.place' }, dialect)];
  const day = stages === null ? null : stages.openOn.startsWith('DATE ') ? stages.openOn : `a.${stages.openOn}`;
  const where = (tests: readonly string[]) => (tests.length === 0 ? '' : `\nWHERE ${tests.join('\n  AND ')}`);
  const filed = `FROM ${relation} AS a${where([...here, ...countsAsFiled(attribution)])}`;
  const elsewhere = `FROM ${placed} AS a${where([...here, ...countsPlaced(attribution, day)])}`;
  if (attribution.holder === 'fractional') {
    return `SELECT ${names}${filedAt('place_number')}, CAST(1 AS DOUBLE PRECISION) AS share
${filed}
UNION ALL
SELECT ${names}${filedAt('filed_number')}, CAST(sum(a.part) AS DOUBLE PRECISION) / min(a.whole) AS share
${elsewhere}
GROUP BY ${names}${carded ? ', a.filed_number' : ''}`;
  }
  // Of several holders some can lie in the same area.
  return `SELECT ${names}${filedAt('place_number')}
${filed}
UNION ALL
${attribution.holder === 'each' ? 'SELECT DISTINCT' : 'SELECT'} ${names}${filedAt('filed_number')}
${elsewhere}`;
}

/** A source of all areas with `share`: how much of a record that holders share counts in one; nothing where it does not count there. */
export function withShare(source: RecordSource, area: string, dialect: Dialect): RecordSource {
  return {
    ...source,
    sql: `SELECT unshared.*, CAST(member.share AS DOUBLE PRECISION) / ${wholeShare} AS share
FROM (
${source.sql}
) AS unshared LEFT JOIN area_membership AS member ON member.area = unshared.place AND member.member_of = ${dialect.text(area)}`,
  };
}

/**
 * A source with `met`, the conditions of a stock that each record meets on a day; null: none. `lying`: the area in which all of its records lie as
 * filed, where the stages tell that too.
 */
export function withMet(source: RecordSource, stages: string, day: string, lying: string | null): RecordSource {
  const open = `stage.condition_from <= ${day} AND (stage.condition_until IS NULL OR stage.condition_until > ${day})`;
  const here = lying === null ? null : areaNumberTest(lying, 'filed_number');
  const asked = here === null ? stages : `(SELECT * FROM ${stages} WHERE ${here})`;
  return {
    ...source,
    sql: `SELECT unmet.*, stage.met AS met
FROM (
${source.sql}
) AS unmet LEFT JOIN ${asked} AS stage ON stage.id = unmet.id AND ${open}`,
  };
}

/** The stages of conditions out of the records themselves. */
export function plainStages(definition: StockDefinition, dialect: Dialect): string {
  return `(\n${conditionStages(definition, dialect)}\n)`;
}

function placeOf(owned: Owned | null): string {
  return owned === null ? 'a.place' : placeSql(owned.attribution).replace('holder.area', 'a.place');
}

function placeJoins(owned: Owned | null, dialect: Dialect): string[] {
  if (owned === null) return [];
  const { attribution, stages } = owned;
  const { holder } = attribution;
  const joint = isSeveral(holder)
    ? [`LEFT JOIN (\n${jointAreas(holder, undefined, dialect)}\n) AS joint ON joint.id = a.id`]
    : [];
  if (stages === null || stages === 'all') return joint;
  const day = stages.openOn.startsWith('DATE ') ? stages.openOn : `a.${stages.openOn}`;
  const owner = `LEFT JOIN (\n${ownerStages(holder, undefined, dialect)}\n) AS owner ON owner.id = a.id AND ${stageOn(day)}`;
  return [...joint, owner];
}
