import type { Definition } from '@zhiheng/indicators';
import type { AreaDirectory, Dataset, LocalizedText, Period } from '@zhiheng/vocabulary';
import { mergeAspects } from '../definition-file/merge-aspects.js';
import { noAspects } from '../definition-file/read-aspects.js';
import type { FilledSheet, FilledTable } from '../filled-table.js';
import type { MemoArea } from '../memo-areas.js';
import type { TableColumn, TableDefinition, TableSheet } from '../table-definition.js';
import { periodNames, withPeriod } from '../wording/period-names.js';
import { wholeNotes } from '../wording/status-notes.js';
import { sheetUnits } from '../wording/table-units.js';
import { type CheckedRow, checkFilledSums } from './check-sums.js';
import { type AskFigures, FiguresAsked } from './figures-asked.js';
import { type CellPlan, emptyCell, fillCell, planCell } from './fill-cell.js';
import { fillRests } from './fill-rests.js';
import { periodOf } from './period-of.js';
import { type PlacedRow, placedRows } from './placed-rows.js';
import { withMarks } from './with-marks.js';

export interface TableGround {
  readonly period: Period;
  readonly office: string;
  readonly dataset: Dataset;
  /** False: whoever asks sees only what others published. */
  readonly computed: boolean;
  /** A definition as the vintage holds it; null where there is none. */
  readonly definition: (id: string) => Definition | null;
  readonly areas: AreaDirectory;
  readonly memo: readonly MemoArea[];
  readonly figures: AskFigures;
}

/**
 * Fills a table with figures of one vintage. A cell without a value has null and a status that says why; sums are checked and told, memo
 * rows left out of them, what parts leave of a total kept as a row.
 */
export async function fillTable(table: TableDefinition, ground: TableGround): Promise<FilledTable> {
  const asked = new FiguresAsked(ground);
  const planned = table.sheets.map((sheet) => planSheet(sheet, ground));
  for (const plan of planned.flatMap(({ plans }) => plans.flat())) {
    if (plan.without !== null || plan.definition === null) continue;
    for (const address of [...plan.opens, ...plan.bases]) asked.need(address, plan.definition);
  }
  await asked.ask(ground.figures);
  return {
    id: table.id,
    names: table.names,
    office: ground.office,
    dataset: ground.dataset,
    period: ground.period,
    sheets: planned.map((one) => fillSheet(one, asked, ground)),
  };
}

interface PlannedSheet {
  readonly sheet: TableSheet;
  readonly rows: readonly PlacedRow[];
  readonly plans: readonly (readonly CellPlan[])[];
}

function planSheet(sheet: TableSheet, ground: TableGround): PlannedSheet {
  const rows = placedRows(sheet, ground);
  const cellGround = { ...ground, periodOf: (aspects: CellPlan['aspects']) => periodOf(ground.period, aspects) };
  const plans = rows.map(({ row, areas }) =>
    sheet.columns.map((column) => {
      const aspects = mergeAspects(sheet.common, row.aspects, column.aspects);
      const definition = aspects.indicator === null ? null : ground.definition(aspects.indicator);
      const own = row.restOf === null ? (areas ?? [aspects.area ?? '']) : [];
      return planCell(aspects, definition, own, cellGround);
    }),
  );
  return { sheet, rows, plans };
}

function fillSheet({ sheet, rows, plans }: PlannedSheet, asked: FiguresAsked, { period }: TableGround): FilledSheet {
  const columns = sheet.columns.map((column) => ({ id: column.id, ...columnNames(column, sheet, period) }));
  const filled = rows.map(({ row, areas: _, ...placed }, at): CheckedRow => {
    const own = plans[at] ?? [];
    return { ...placed, cells: own.map((plan) => (row.restOf === null ? fillCell(plan, asked) : emptyCell(plan))) };
  });
  const restOf = (id: string) => sheet.rows.find((row) => row.id === id)?.restOf ?? null;
  const complete = fillRests(filled, sheet.rowSums, restOf);
  const sums = checkFilledSums(sheet, columns, complete);
  const plain = complete.map(({ within: _, ...row }) => row);
  const slotNote = (row: { id: string }, column: number): LocalizedText | null =>
    plans[plain.findIndex(({ id }) => id === row.id)]?.[column]?.aspects.notYet ?? null;
  const { whole, ...marked } = withMarks(plain, slotNote);
  const wholeNote = whole === null ? undefined : wholeNotes[whole];
  return {
    ...{ id: sheet.id, names: sheet.names, columns, ...marked, sums },
    units: sheetUnits({ rows: plain, columns }),
    notes: [...(wholeNote === undefined ? [] : [wholeNote]), ...sheet.notes],
  };
}

function columnNames({ names, group, aspects }: TableColumn, { common }: TableSheet, period: Period) {
  const own = periodNames(periodOf(period, mergeAspects(common, noAspects, aspects)));
  return { names: withPeriod(names, own), group: group === null ? null : withPeriod(group, own) };
}
