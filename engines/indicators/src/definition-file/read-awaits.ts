import type { SheetMap } from '@zhiheng/sheets';
import { origins } from '@zhiheng/vocabulary';
import type { SlotDefinition, SlotPart } from '../definition.js';

export const slotParts = [
  'official-text',
  'publication',
  'records',
  'own-table',
  'screening',
  'sampling',
  'casework',
  'programme',
] as const satisfies readonly SlotPart[];

/** Reads what a slot waits for. */
export function readAwaits(map: SheetMap): SlotDefinition['awaits'] {
  const awaits = map.map('awaits');
  const read = {
    part: awaits.choice('part', slotParts),
    origin: awaits.choice('origin', origins),
    what: awaits.localized('what'),
  };
  awaits.close();
  return read;
}
