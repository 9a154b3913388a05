import { type LocalizedText, languages } from '@zhiheng/vocabulary';
import { concordanceOf } from '../dimensions.js';
import type { Concordance } from './concordance.js';

/** Names of the codes that a dimension tells, by dimension and code. */
export type CodeNames = Readonly<Record<string, Readonly<Record<string, LocalizedText>>>>;

/**
 * Names of the codes of the first level that these dimensions tell, by the tables in force: an office's own table names its codes itself, in
 * its one language; else the sheet does in three. A code that neither names is left out.
 */
export function codeNames(
  dimensions: readonly string[],
  concordances: { get(id: string): Pick<Concordance, 'codes' | 'own' | 'sheet'> | null },
): CodeNames {
  const named = dimensions.flatMap((dimension) => {
    const id = concordanceOf(dimension);
    const table = id === null ? null : concordances.get(id);
    return table === null ? [] : [[dimension, namesOf(table)] as const];
  });
  return Object.fromEntries(named);
}

function namesOf({ codes, own, sheet }: Pick<Concordance, 'codes' | 'own' | 'sheet'>): Record<string, LocalizedText> {
  const inTable = Object.fromEntries(
    Object.entries(codes)
      .filter(([code]) => !code.includes('.'))
      .map(([code, name]) => [code, inEveryLanguage(name)]),
  );
  return own ? { ...sheet.groups, ...inTable } : { ...inTable, ...sheet.groups };
}

function inEveryLanguage(name: string): LocalizedText {
  return Object.fromEntries(languages.map((language) => [language, name])) as unknown as LocalizedText;
}
