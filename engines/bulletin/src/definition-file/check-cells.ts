import { type Definition, originOfPart, unitOfStatistic } from '@zhiheng/indicators';
import type { SheetMap } from '@zhiheng/sheets';
import { units } from '@zhiheng/vocabulary';
import type { Aspects, TableColumn, TableRow } from '../table-definition.js';
import { mergeAspects, saidTwice } from './merge-aspects.js';
import { breakdownFault } from './read-aspects.js';
import type { Placed } from './read-lines.js';

/** Notes every cell that would not know what it shows, each fault once: at its row, else at its column. */
export function checkCells(
  rows: readonly Placed<TableRow>[],
  columns: readonly Placed<TableColumn>[],
  common: Aspects,
  definitions: readonly Definition[],
): void {
  const told = new Set<string>();
  for (const row of rows) {
    if (row.line.restOf !== null) continue;
    for (const column of columns) {
      const fault = faultOf(row.line, column.line, common, definitions);
      if (fault === null || told.has(fault.what)) continue;
      told.add(fault.what);
      const { key, what, found, expected, didYouMean } = fault;
      const at = row.map.has(key) ? row.map : column.map.has(key) ? column.map : row.map;
      noteAt(at, key, { what: `${what} (row ${row.line.id}, column ${column.line.id})`, found, expected, didYouMean });
    }
  }
}

interface CellFault {
  readonly key: string;
  readonly what: string;
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
  readonly didYouMean?: string | undefined;
}

function faultOf(
  row: TableRow,
  column: TableColumn,
  common: Aspects,
  definitions: readonly Definition[],
): CellFault | null {
  const twice = saidTwice(row.aspects, column.aspects);
  if (twice !== null) {
    return { key: twice, what: `row and column both say ${twice}`, expected: 'one of them' };
  }
  const cell = mergeAspects(common, row.aspects, column.aspects);
  if (cell.notYet !== null) return null;
  if (cell.indicator === null) {
    return { key: 'indicator', what: 'the cell has no indicator', expected: 'one in the row, the column or common' };
  }
  if (cell.area === null && row.areas === null) {
    return { key: 'area', what: 'the cell has no area', expected: 'one in the row, the column or common' };
  }
  const definition = definitions.find(({ id }) => id === cell.indicator);
  return definition === undefined ? null : faultWith(cell, definition);
}

function faultWith(cell: Aspects, definition: Definition): CellFault | null {
  const { id, kind } = definition;
  const breakdown = cell.breakdown === null ? null : breakdownFault(cell.breakdown, definition);
  if (breakdown !== null) {
    const { found, expected, didYouMean } = breakdown.detail;
    return { key: 'breakdown', what: `${id} has no such part`, found, expected, didYouMean };
  }
  if ((cell.statistic !== null) !== (kind === 'duration') && !isPublishedDuration(cell, definition)) {
    const what = kind === 'duration' ? `${id} is a duration, of which there are statistics` : `${id} has no statistics`;
    return {
      key: 'statistic',
      what,
      found: cell.statistic ?? undefined,
      expected: kind === 'duration' ? 'a statistic' : 'none',
    };
  }
  const own = originOfPart({ ...noPart, indicator: id, origin: null }, definition);
  if (
    cell.origin !== null &&
    cell.origin !== own &&
    !(cell.origin === 'published' && definition.published.length > 0)
  ) {
    return { key: 'origin', what: `${id} has no values of this origin`, found: cell.origin, expected: own };
  }
  const unit = unitOfStatistic(definition, cell.statistic);
  if (cell.unit !== null && units[cell.unit].base !== units[unit].base) {
    return {
      key: 'unit',
      what: `${id} cannot be told in this unit`,
      found: cell.unit,
      expected: `${unit}, or one of the same thing`,
    };
  }
  return null;
}

/** Published series of durations that are reported carry no statistic. */
function isPublishedDuration(cell: Aspects, { kind }: Definition): boolean {
  return kind === 'reported' && cell.statistic === null;
}

const noPart = { breakdown: {}, statistic: null, period: 'same', area: null } as const;

function noteAt(map: SheetMap, key: string, fault: Omit<CellFault, 'key'>): void {
  map.note(key, fault);
}
