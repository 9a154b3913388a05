import type { MappedField } from '../table/mapping.js';
import { type Assignment, assignColumns } from './assign-columns.js';
import { foldedName, knownElsewhere } from './column-names.js';
import { proposeRule } from './column-rule.js';
import { type ColumnSigns, columnSigns } from './column-signs.js';
import type { TableHead } from './table-head.js';
import { writeMapping } from './write-mapping.js';

/** One column as it would be read. */
export interface PreviewColumn {
  readonly column: string;
  readonly field: MappedField;
  /** What speaks for it, and behind it every doubt. */
  readonly why: string;
  readonly sure: boolean;
  readonly examples: readonly string[];
}

export interface Proposal {
  /** A mapping that `readMapping` takes, unless `missing` names something. */
  readonly yaml: string;
  readonly preview: readonly PreviewColumn[];
  /** Columns that nothing takes. */
  readonly unmapped: readonly string[];
  /** Fields that no column fills and no table is read without. */
  readonly missing: readonly MappedField[];
}

const enough = 0.8;

/**
 * Proposes a mapping of a table by the names in its header and the values of its first rows. What it is not sure of stands
 * in comments; coverage is left to the person who knows the file.
 */
export function proposeMapping(head: TableHead): Proposal {
  const signs = head.header.map((_, column) => columnSigns(head.rows.map((row) => row[column])));
  const assigned = assignColumns(head.header, signs);
  const pattern = usualPattern(signs);
  const columns = assigned.flatMap((assignment) => {
    const [sign, name] = [signs[assignment.column], head.header[assignment.column]?.trim()];
    if (sign === undefined || name === undefined) return [];
    return [
      { field: assignment.field, column: name, rule: proposeRule(assignment, name, sign, pattern), assignment, sign },
    ];
  });
  const rest = head.header.filter((name, at) => name.trim() !== '' && !assigned.some(({ column }) => column === at));
  const unmapped = rest.map((name) => ({ column: name.trim(), note: noteOf(name, head.header) }));
  return {
    yaml: writeMapping({ head, columns, office: officeOf(assigned, signs), unmapped }),
    preview: columns.map(({ assignment, column, field, rule, sign }) => ({
      column,
      field,
      why: [...(assignment.why === 'name' ? ['by its name'] : []), ...rule.doubts].join('; '),
      sure: rule.doubts.length === 0,
      examples: sign.examples,
    })),
    unmapped: unmapped.map(({ column }) => column),
    missing: columns.some(({ field }) => field === 'number') ? [] : ['number'],
  };
}

/** The office whose numbers the column of numbers holds; null when it cannot be told. */
function officeOf(assigned: readonly Assignment[], signs: readonly ColumnSigns[]): string | null {
  const number = assigned.find(({ field }) => field === 'number');
  const sign = number === undefined ? undefined : signs[number.column];
  if (sign === undefined || sign.values.length === 0) return null;
  const [china, states] = [sign.chineseNumbers >= enough, sign.unitedStatesNumbers >= enough];
  // eight digits can be a number of either
  if (china && states) return null;
  return china ? 'CN' : states ? 'US' : null;
}

/** The pattern that most columns of days are written in. */
function usualPattern(signs: readonly ColumnSigns[]): string | null {
  const patterns = signs.flatMap(({ dates }) => (dates === null ? [] : [dates.pattern]));
  const count = (pattern: string) => patterns.filter((other) => other === pattern).length;
  return patterns.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

function noteOf(name: string, header: readonly string[]): string | null {
  if (header.filter((other) => other.trim() === name.trim()).length > 1) return 'the header has this name twice';
  return knownElsewhere.find(([pattern]) => pattern.test(foldedName(name)))?.[1] ?? null;
}
