import type { DocumentCell, DocumentUnit, PackDocument, TableDocument } from '@zhiheng/documents';
import { type Language, OwnFault, type UnitId } from '@zhiheng/vocabulary';
import type { FilledCell, FilledSheet, FilledTable } from '../filled-table.js';
import type { TableProvenance } from '../provenance.js';
import type { TableDefinition } from '../table-definition.js';
import { documentWords } from './document-words.js';
import { metadataRows } from './metadata-rows.js';
import { periodNames } from './period-names.js';
import { symbolOf } from './table-units.js';

/** The word that synthetic data carries, whatever the language. */
export const syntheticWord = '模拟数据';

/** A filled table in one language, ready to be written. */
export function packDocument(
  table: TableDefinition,
  filled: FilledTable,
  provenance: TableProvenance,
  language: Language,
): PackDocument {
  const words = documentWords[language];
  const synthetic = filled.dataset === 'synthetic';
  const label = synthetic ? (language === 'en' ? `${syntheticWord} synthetic data` : syntheticWord) : null;
  const title = marked(table.names[language], synthetic);
  const tables = filled.sheets.map((sheet): TableDocument => sheetDocument(sheet, table, filled, { language, label }));
  return {
    title,
    tables,
    metadata: {
      name: words.metadata,
      title: `${title} · ${words.metadata}`,
      rows: metadataRows(table, filled, provenance, language),
    },
  };
}

function marked(title: string, synthetic: boolean): string {
  return synthetic ? `${title}（${syntheticWord}）` : title;
}

function sheetDocument(
  sheet: FilledSheet,
  table: TableDefinition,
  { period, dataset }: FilledTable,
  { language, label }: { readonly language: Language; readonly label: string | null },
): TableDocument {
  const words = documentWords[language];
  const { units } = sheet;
  const own = sheet.names[language];
  const several = table.sheets.length > 1;
  const synthetic = dataset === 'synthetic';
  return {
    name: synthetic ? `${syntheticWord} ${own}` : own,
    title: marked(several ? `${table.names[language]} · ${own}` : table.names[language], synthetic),
    period: periodNames(period)[language],
    unit: units.whole === null ? null : { ...unitOf(units.whole, language), words: words.unit },
    label,
    head: words.row,
    unitHead: units.rows === null ? null : words.unitHead,
    columns: sheet.columns.map(({ names, group }, at) => ({
      name: names[language],
      group: group?.[language] ?? null,
      unit: unitIn(units.columns, at, language),
    })),
    rows: sheet.rows.map(({ names, level, kind, cells }, at) => ({
      ...{ name: names[language], level, kind },
      unit: unitIn(units.rows, at, language),
      cells: cells.map(documentCell),
    })),
    notes: [
      ...sheet.marks.map(({ mark, words: told }) => `${mark} ${told[language]}`),
      ...[...sheet.notes, ...table.notes].map(
        (note) => `${words.notes}${language === 'en' ? ': ' : '：'}${note[language]}`,
      ),
    ],
  };
}

function unitIn(units: readonly (UnitId | null)[] | null, at: number, language: Language): DocumentUnit | null {
  const unit = units?.[at] ?? null;
  return unit === null ? null : unitOf(unit, language);
}

/** Shares are stored as fractions of one and shown as percentages. */
function unitOf(unit: UnitId, language: Language): DocumentUnit {
  const shown = symbolOf(unit, language);
  return { shown, stored: unit === 'share' ? '' : shown };
}

function documentCell({ value, unit, decimals, bound, mark }: FilledCell): DocumentCell {
  if (value !== null && !Number.isFinite(value)) throw new OwnFault(`a cell holds ${value}`);
  const kind = unit === 'share' ? 'percent' : unit === 'growth-rate' ? 'signed-percent' : 'number';
  return { value, form: { kind, decimals }, bound: bound === null ? null : bound === 'lower' ? '≥' : '≤', mark };
}
