import type { Scope } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import { asksForNames, conditionOf } from '../record/condition.js';

/**
 * True where names are masked and the condition of a definition rests on them: then none of its records are shown, since which of them
 * count would tell the names.
 */
export function withholdsRecords(definition: ComputedDefinition, { personal }: Scope): boolean {
  return personal === 'masked' && asksForNames(conditionOf(definition));
}
