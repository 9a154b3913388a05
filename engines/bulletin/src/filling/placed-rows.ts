import type { AreaDirectory, LocalizedText, Period } from '@zhiheng/vocabulary';
import type { FilledRow } from '../filled-table.js';
import { type MemoArea, memoAreasOf } from '../memo-areas.js';
import type { TableRow, TableSheet } from '../table-definition.js';
import { ofWhich, periodNames, withPeriod } from '../wording/period-names.js';
import { periodOf } from './period-of.js';

/** A row of the filled table: where its cells are asked for, before they have values. */
export interface PlacedRow extends Omit<FilledRow, 'cells'> {
  readonly row: TableRow;
  /** Areas whose values are added; null: that of the column or the sheet. */
  readonly areas: readonly string[] | null;
  /** Of a memo row: the row that it lies in. */
  readonly within: string | null;
}

interface Places {
  readonly areas: AreaDirectory;
  readonly memo: readonly MemoArea[];
  readonly period: Period;
}

const outsideMainland = new Set(['710000', '810000', '820000']);

/** The rows of a sheet, sets of areas written out, memo rows behind the province that they lie in. */
export function placedRows(sheet: TableSheet, places: Places): PlacedRow[] {
  const totals = new Set(sheet.rowSums.map(({ total }) => total));
  const parts = new Set(sheet.rowSums.flatMap((sum) => sum.parts));
  return sheet.rows.flatMap((row): PlacedRow[] => {
    const kind = row.restOf !== null ? 'rest' : totals.has(row.id) ? 'total' : parts.has(row.id) ? 'part' : 'row';
    if (row.areas === null) {
      const area = row.aspects.area;
      const names = namesOf(row, places);
      return [
        {
          id: row.id,
          of: row.id,
          names,
          kind,
          level: row.level,
          row,
          areas: area === null ? null : [area],
          within: null,
        },
      ];
    }
    return provincesOf(row, places.areas).flatMap(({ code, names }) => [
      { id: code, of: row.id, names, kind, level: row.level, row, areas: [code], within: null },
      ...(row.memo ? memoAreasOf(code, places.memo) : []).map(
        (one): PlacedRow => ({
          ...{ id: one.id, of: row.id, names: ofWhich(one.names), kind: 'memo', level: row.level + 1 },
          ...{ row, areas: one.areas, within: code },
        }),
      ),
    ]);
  });
}

function provincesOf({ areas }: TableRow, directory: AreaDirectory) {
  const all = directory.provinces();
  return areas === 'mainland-provinces' ? all.filter(({ code }) => !outsideMainland.has(code)) : all;
}

function namesOf({ names, aspects }: TableRow, { areas, period }: Places): LocalizedText {
  if (names === null) return areas.get(aspects.area ?? '').names;
  return withPeriod(names, periodNames(periodOf(period, aspects)));
}
