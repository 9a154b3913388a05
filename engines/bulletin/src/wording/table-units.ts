import { type Language, type UnitId, units } from '@zhiheng/vocabulary';

/** Where the unit of a sheet is told. */
export interface SheetUnits {
  /** Of the whole sheet; null: rows or columns have units of their own. */
  readonly whole: UnitId | null;
  /** By row, where every row has one; null else. */
  readonly rows: readonly (UnitId | null)[] | null;
  /** By column, where every column has one; null where the sheet or its rows tell it. */
  readonly columns: readonly (UnitId | null)[] | null;
}

interface UnitsAsked {
  readonly rows: readonly {
    readonly cells: readonly { readonly unit: UnitId | null; readonly change: string | null }[];
  }[];
  readonly columns: readonly unknown[];
}

/** Finds the fewest words for the units of a sheet; growth carries its sign itself. */
export function sheetUnits({ rows, columns }: UnitsAsked): SheetUnits {
  const told = rows.map(({ cells }) => cells.map(({ unit, change }) => (change === null ? unit : null)));
  const whole = oneOf(told.flat());
  if (whole !== false) return { whole, rows: null, columns: null };
  const byRow = told.map(oneOf);
  if (!byRow.includes(false)) return { whole: null, rows: byRow.map((unit) => unit || null), columns: null };
  const byColumn = columns.map((_, at) => oneOf(told.map((row) => row[at] ?? null)));
  return { whole: null, rows: null, columns: byColumn.map((unit) => unit || null) };
}

/** The unit that all have; null where none has one, false where they differ. */
function oneOf(found: readonly (UnitId | null)[]): UnitId | null | false {
  const distinct = [...new Set(found.filter((unit) => unit !== null))];
  return distinct.length > 1 ? false : (distinct[0] ?? null);
}

/** How a unit is written; a share is a percentage. */
export function symbolOf(unit: UnitId | null, language: Language): string {
  if (unit === null) return '';
  return unit === 'share' || unit === 'growth-rate' ? '%' : units[unit].symbol[language];
}
