import type { Scope } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import { asksForNames } from '../record/asks-for-names.js';

/**
 * True where names are masked and a definition rests on them, by its condition or by those of a stock: then none of its records are
 * shown, since which of them count would tell the names.
 */
export function withholdsRecords(definition: ComputedDefinition, { personal }: Scope): boolean {
  return personal !== 'plain' && asksForNames(definition);
}
