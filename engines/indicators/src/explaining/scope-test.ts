import type { AreaDirectory } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import type { ExplainedTest } from './record-explanation.js';
import type { RecordState } from './record-state.js';

/** Whether the first holder as filed lies where records have to be from to count at all; no test where a definition does not say. */
export function scopeTests(
  { scope }: ComputedDefinition,
  { area }: RecordState,
  areas: AreaDirectory,
): ExplainedTest[] {
  if (scope === null) return [];
  const text = `in ${scope}`;
  const holds = typeof area === 'string' && areas.within(area, scope);
  const values = { area: typeof area === 'string' ? area : null };
  return [{ source: 'scope', text, leavesOutBy: text, place: null, holds, values, parts: [] }];
}
