import type { Segment, TableSegments } from '@zhiheng/lake';
import type { ColumnType } from '@zhiheng/vocabulary';
import type { Columns } from './second-session.js';

/** The files of one table of a manifest by what their rows are for. */
export interface Layout {
  readonly segments: readonly Segment[];
  /** Lists of `(id, revision)` whose rows in `segments` are no longer current. */
  readonly replaced: readonly Segment[];
  /** Rows that stand in the place of loaded ones. */
  readonly restated: readonly Segment[];
}

/** What of a table is read for its current rows; history is not. */
export function layoutOf(table: TableSegments | undefined): Layout {
  if (table === undefined) return { segments: [], replaced: [], restated: [] };
  const { segments, replaced, restated } = table;
  return {
    segments,
    replaced: [...replaced, ...(restated?.replaced ?? [])],
    restated: restated?.segments ?? [],
  };
}

/** The current rows over tables made of a layout; a part without files has no table. */
export function viewSql(
  columns: Columns,
  tables: Readonly<Partial<Record<keyof Layout, string>>>,
  types: Readonly<Record<ColumnType, string>>,
): string {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const { segments, replaced, restated } = tables;
  const gone =
    replaced === undefined
      ? ''
      : ` WHERE NOT EXISTS (SELECT 1 FROM ${replaced} AS gone WHERE gone.id = kept.id AND gone.revision = kept.revision)`;
  const rows = [
    ...(segments === undefined ? [] : [`SELECT ${names.join(', ')} FROM ${segments} AS kept${gone}`]),
    ...(restated === undefined ? [] : [`SELECT ${names.join(', ')} FROM ${restated} AS restated`]),
  ];
  if (rows.length > 0) return rows.join(' UNION ALL ');
  const nulls = Object.entries(columns).map(([name, type]) => `CAST(NULL AS ${types[type]}) AS "${name}"`);
  return `SELECT ${nulls.join(', ')} WHERE false`;
}
