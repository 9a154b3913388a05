import { formatBreakdown } from '@zhiheng/indicators';
import type { FilledTable } from './filled-table.js';
import type { TableProvenance } from './provenance.js';

/** Columns of a table in long form, a row a cell, with their types. */
export const longColumns = {
  table: 'text',
  sheet: 'text',
  row: 'text',
  row_name: 'text',
  row_kind: 'text',
  column: 'text',
  column_name: 'text',
  indicator: 'text',
  indicator_hash: 'text',
  office: 'text',
  area: 'text',
  period: 'text',
  breakdown: 'text',
  statistic: 'text',
  origin: 'text',
  dataset: 'text',
  change: 'text',
  value: 'number',
  unit: 'text',
  bound: 'text',
  precision: 'number',
  status: 'text',
  vintage: 'text',
  release: 'text',
  effective: 'text',
  ledger_position: 'number',
  label: 'text',
} as const;

export type LongRow = Readonly<Record<keyof typeof longColumns, string | number | null>>;

/** The cells of a filled table, one a row, each with all that identifies it; several areas of a cell are joined by a blank. Names in simplified Chinese. */
export function longRows(filled: FilledTable, provenance: TableProvenance): LongRow[] {
  const { vintage, release, effective, ledgerPosition } = provenance;
  const hashes = new Map(provenance.definitions.map(({ id, hash }) => [id, hash]));
  return filled.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.cells.map((cell, at): LongRow => {
        const column = sheet.columns[at];
        const [first] = cell.opens;
        const isRest = row.kind === 'rest';
        return {
          ...{ table: filled.id, sheet: sheet.id, row: row.id, row_name: row.names['zh-Hans'], row_kind: row.kind },
          column: column?.id ?? '',
          column_name: [column?.group, column?.names].flatMap((names) => names?.['zh-Hans'] ?? []).join(' / '),
          indicator: first?.indicator ?? null,
          indicator_hash: hashes.get(first?.indicator ?? '') ?? null,
          office: filled.office,
          area: isRest ? null : cell.opens.map(({ area }) => area).join(' ') || null,
          period: first?.period ?? null,
          breakdown: first === undefined ? null : formatBreakdown(first.breakdown),
          statistic: first?.statistic ?? null,
          origin: first?.origin ?? null,
          dataset: filled.dataset,
          ...{ change: cell.change, value: cell.value, unit: cell.unit, bound: cell.bound, precision: cell.precision },
          status: cell.status,
          ...{ vintage, release, effective, ledger_position: ledgerPosition },
          label: filled.dataset === 'synthetic' ? '模拟数据 synthetic' : '',
        };
      }),
    ),
  );
}
