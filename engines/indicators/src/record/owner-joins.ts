import { type Dialect, dialects, type TableOf } from '@zhiheng/expressions';
import type { Attribution } from '../definition.js';

/** Between the areas of a record that counts in several; no code of an area holds it. */
export const placeSeparator = '+';

export type { TableOf };

/** A table stands for itself. */
export const itself: TableOf = (table) => table;

/** Columns of `patent_owners` that tell who owned a patent when, and where. */
export const ownerColumns = ['id', 'stage', 'position', 'name', 'area', 'from_on', 'to_on'] as const;

/** How a record counts by all of its holders. */
export type Several = Exclude<Attribution['holder'], 'first'>;

/** Whether all holders of a record tell where it counts. */
export function isSeveral(holder: Attribution['holder']): holder is Several {
  return holder !== 'first';
}

/** Areas of a group of holders: each once, or as often as holders lie there where these share. */
function areasOf(holder: Several, { joinedTexts, repeatedTexts }: Dialect): string {
  return (holder === 'each' ? joinedTexts : repeatedTexts)("coalesce(area, 'XX')", placeSeparator);
}

/** The areas of all holders as filed, of the records that have more than one: `id, areas`. */
export function jointAreas(holder: Several, table: TableOf = itself, dialect: Dialect = dialects.duckdb): string {
  const holders = table('patent_holders');
  return `SELECT id, ${areasOf(holder, dialect)} AS areas
FROM ${holders} AS named
WHERE id IN (SELECT id FROM ${holders} AS further WHERE position > 1)
GROUP BY id`;
}

/** The stages of ownership of patents that changed hands, a row each: `id, areas, name, from_on, to_on`. */
export function ownerStages(
  holder: Attribution['holder'],
  table: TableOf = itself,
  dialect: Dialect = dialects.duckdb,
): string {
  const owners = table('patent_owners');
  if (holder === 'first') {
    return `SELECT id, area AS areas, name, from_on, to_on FROM ${owners} AS named WHERE position = 1`;
  }
  return `SELECT id, ${areasOf(holder, dialect)} AS areas, min(name) FILTER (WHERE position = 1) AS name, min(from_on) AS from_on, min(to_on) AS to_on
FROM ${owners} AS named
GROUP BY id, stage`;
}

/** The stage of a patent that was open on a day: SQL of a date. */
export function stageOn(day: string): string {
  return ownedDays('owner.from_on', 'owner.to_on', day);
}

/** That a day (SQL) lies in a stage of ownership that begins and ends on such days (SQL). */
export function ownedDays(from: string, to: string, day: string): string {
  return `coalesce(${from}, DATE '0001-01-01') <= ${day} AND coalesce(${to}, DATE '9999-12-31') > ${day}`;
}

/** What a record counts in, by attribution: an area, or several with signs between them. */
export function placeSql({ holder, at }: Attribution): string {
  const owned = at === 'filing' ? [] : ['owner.areas'];
  const joint = isSeveral(holder) ? ['joint.areas'] : [];
  return `coalesce(${[...owned, ...joint, 'holder.area'].join(', ')}, 'XX')`;
}
