import { dayFields, type MappedField } from '../table/mapping.js';
import { columnNames, foldedName } from './column-names.js';
import type { ColumnSigns } from './column-signs.js';

/** A column of the table and the field it seems to fill. */
export interface Assignment {
  /** Index among the columns. */
  readonly column: number;
  readonly field: MappedField;
  readonly why: 'name' | 'part of the name' | 'values';
  /** What the values say against it; null when nothing. */
  readonly against: string | null;
}

interface Candidate extends Assignment {
  readonly score: number;
}

const enough = 0.8;
/** Two letters of Latin are part of too many words. */
const shortestPart = 2;

/** The best field for each column, each field once; columns that nothing fits are left out. */
export function assignColumns(header: readonly string[], signs: readonly ColumnSigns[]): Assignment[] {
  const candidates = header.flatMap((name, column) => {
    const sign = signs[column];
    const once = header.filter((other) => other.trim() === name.trim()).length === 1;
    return sign === undefined || !once || name.trim() === '' ? [] : candidatesOf(name, column, sign);
  });
  const taken: Assignment[] = [];
  for (const { score, ...assignment } of candidates.sort((a, b) => b.score - a.score)) {
    if (score <= 0) continue;
    if (taken.some(({ column, field }) => column === assignment.column || field === assignment.field)) continue;
    taken.push(assignment);
  }
  return taken.sort((a, b) => a.column - b.column);
}

function candidatesOf(name: string, column: number, signs: ColumnSigns): Candidate[] {
  const folded = foldedName(name);
  return (Object.entries(columnNames) as [MappedField, readonly string[]][]).flatMap(([field, names]) => {
    const against = againstField(field, signs);
    const named = nameScore(folded, names);
    const values = valueScore(field, signs);
    if (named.score === 0 && values === 0) return [];
    const why = named.score === 0 ? 'values' : named.why;
    // a name that says so keeps its column even where some values look odd, but not one of another nature
    // of two columns of owners, the one that more rows fill
    const score = named.score + values + signs.filled / 5 - (against === null ? 0 : named.why === 'name' ? 1 : 4);
    return [{ column, field, why, against, score } satisfies Candidate];
  });
}

function nameScore(folded: string, names: readonly string[]): { score: number; why: 'name' | 'part of the name' } {
  const index = names.indexOf(folded);
  // of two columns that both bear a name, the one with the more usual name
  if (index >= 0) return { score: 4 - index / 100, why: 'name' };
  const longest = names.reduce((most, name) => {
    const part = /^[a-z]+$/.test(name) ? name.length > 4 && folded.includes(name) : folded.includes(name);
    return part && name.length >= shortestPart ? Math.max(most, name.length / folded.length) : most;
  }, 0);
  return { score: longest === 0 ? 0 : 1 + longest, why: 'part of the name' };
}

function valueScore(field: MappedField, signs: ColumnSigns): number {
  if (field === 'number') return signs.chineseNumbers >= enough ? 2 : 0;
  if (field === 'classes') return signs.classes >= enough ? 1 : 0;
  if (field === 'kind') return signs.kinds >= enough ? 1 : 0;
  return 0;
}

function againstField(field: MappedField, signs: ColumnSigns): string | null {
  if (signs.values.length === 0) return null;
  const isDay = (dayFields as readonly string[]).includes(field);
  if (isDay && signs.dates === null) return 'its values are no days that a pattern reads';
  const dayLike = !isDay && signs.dates !== null && signs.chineseNumbers < enough;
  if (dayLike && !['claim_count', 'area'].includes(field)) return 'its values are days';
  if (field === 'claim_count' && signs.wholeNumbers < enough) return 'its values are no whole numbers';
  if (field === 'classes' && signs.classes < enough) return 'its values do not look like class symbols';
  if (field === 'number' && Math.max(signs.chineseNumbers, signs.unitedStatesNumbers) < enough) {
    return 'its values are no numbers of China or the United States';
  }
  return null;
}
