import { datesOf } from '../admission/admission-plan.js';
import { columnsOfCall, columnsOfConditions } from '../conditions/condition-intervals.js';
import type { ComputedDefinition } from '../definition.js';
import { decisionColumns } from '../definition-file/patent-record-columns.js';
import { conditionOf } from '../record/condition.js';

/** Whether a figure rests on what people decided about applications, so that a vintage without such decisions cannot know it. */
export function asksDecisions(definition: ComputedDefinition): boolean {
  const { columns, calls } = conditionOf(definition);
  const ofConditions = definition.kind === 'stock' ? columnsOfConditions(definition) : [];
  const asked = [...columns, ...calls.flatMap(columnsOfCall), ...datesOf(definition), ...ofConditions];
  return asked.some((name) => decisionColumns.has(name));
}
