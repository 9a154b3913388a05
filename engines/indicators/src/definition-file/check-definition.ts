import { type ListedFault, listFaults, YamlSheet } from '@zhiheng/sheets';
import { buildDefinition, type DefinitionContext } from './read-definition.js';

/** A fault of a definition file, flat as `indicator check` gives it out; lines and columns count from 1. */
export type DefinitionFault = ListedFault;

export interface DefinitionCheck {
  readonly ok: boolean;
  readonly faults: readonly DefinitionFault[];
}

/** Every fault of a definition file, from its top down. */
export function checkDefinition(text: string, file: string, context: DefinitionContext = {}): DefinitionCheck {
  const sheet = new YamlSheet(text, file, 'definition-wrong');
  buildDefinition(sheet, context);
  const faults = listFaults(sheet);
  return { ok: faults.length === 0, faults };
}
