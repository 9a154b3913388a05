import type { Dialect } from '@zhiheng/expressions';
import { type Breakdown, notTold } from '@zhiheng/vocabulary';
import { conditionDimension } from '../cells/request.js';
import type { ComputedDefinition } from '../definition.js';
import { areaTest, placeTest } from '../record/area-test.js';
import { bitColumn, bitOf, bridgeSql, isBridged } from '../record/bridges.js';
import { isSeveral } from '../record/owner-joins.js';
import { quoted } from './opening-sql.js';
import type { RecordSource } from './record-source.js';

/** The records that a figure could count: of one office, dataset, area and part. */
export interface OpeningScope {
  readonly office: string;
  readonly dataset: string;
  readonly area: string;
  readonly part: Breakdown;
}

/** Tests of what a figure could count, over the columns of a source of records. */
export function scopeTests(
  definition: ComputedDefinition,
  { office, dataset, area, part }: OpeningScope,
  dialect: Dialect,
  { placedBy, bits }: Pick<RecordSource, 'placedBy' | 'bits'>,
): string[] {
  const joined = isSeveral(definition.attribution.holder);
  const place = joined
    ? `place IN (SELECT area FROM area_membership WHERE member_of = ${quoted(area)})`
    : placedBy === 'number'
      ? placeTest(area, { number: 'place_number', place: 'place' }, dialect)
      : areaTest(area, 'place', dialect);
  return [
    `office = ${quoted(office)}`,
    `dataset = ${quoted(dataset)}`,
    ...(area === 'ALL' || placedBy === null ? [] : [place]),
    ...Object.entries(part).map(([name, value]) => partTest(definition, name, value, { dialect, bits })),
  ];
}

function partTest(
  definition: ComputedDefinition,
  name: string,
  value: string,
  { dialect, bits }: { readonly dialect: Dialect; readonly bits: readonly string[] },
): string {
  if (name === conditionDimension) return metTest(definition, value.split('+'), dialect);
  if (!isBridged(name)) return value === notTold ? `coalesce(${name}, '') = ''` : `${name} = ${quoted(value)}`;
  const column = bits.includes(name) ? bitColumn(name) : null;
  if (column !== null && value === notTold) return `${column} = 0`;
  const bit = bitOf(value);
  if (column !== null && bit !== null) return `${dialect.sharedBits(column, bit)} = ${bit}`;
  if (value === notTold) return `id NOT IN (SELECT id FROM (${bridgeSql(name)}) AS ${name})`;
  return `id IN (SELECT id FROM (${bridgeSql(name)}) AS ${name} WHERE value = ${quoted(value)})`;
}

/** That a record meets these conditions on the day. */
function metTest(definition: ComputedDefinition, ids: readonly string[], dialect: Dialect): string {
  const all = definition.kind === 'stock' ? definition.conditions.map(({ id }) => id) : [];
  const bits = String(ids.reduce((sum, id) => sum + 2 ** all.indexOf(id), 0));
  return `${dialect.sharedBits('met', bits)} = ${bits}`;
}
