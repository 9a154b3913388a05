import { callsOf, parseExpression } from '@zhiheng/expressions';
import type { EventKind } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import { recordShape } from '../record/record-shape.js';

/** Events that deeds make; coverage of what was recorded speaks of them. Of others no list is ever known to be whole. */
const eventsOfDeeds: ReadonlySet<string> = new Set<EventKind>([
  'transfer',
  'pledge',
  'pledge_release',
  'licence',
  'open_licence',
]);

/** Which events, beside those of its dates, a figure rests on: none, those of deeds alone, or others. */
export type EventsAsked = 'none' | 'deeds' | 'others';

export function eventsAsked(definition: ComputedDefinition): EventsAsked {
  const kinds = [...eventsOfConditions(definition), ...eventsOfExpressions(definition)];
  if (kinds.length === 0) return 'none';
  return kinds.every((kind) => eventsOfDeeds.has(kind)) ? 'deeds' : 'others';
}

function eventsOfConditions(definition: ComputedDefinition): string[] {
  if (definition.kind !== 'stock') return [];
  return definition.conditions.flatMap(({ events }) =>
    events === null ? [] : [events.kind, ...(events.endedBy === null ? [] : [events.endedBy])],
  );
}

/** Names of the events that tests over records ask for; any event is none of the deeds. */
function eventsOfExpressions(definition: ComputedDefinition): string[] {
  const conditions = definition.kind === 'stock' ? definition.conditions.flatMap(({ where }) => where ?? []) : [];
  const shape = recordShape(definition.parameters, null, definition.table);
  return [definition.where, ...conditions]
    .flatMap((text) => callsOf(parseExpression(text, shape)))
    .flatMap(({ call }) => {
      if (call.kind === 'classified') return [];
      const selections = call.kind === 'held' ? [call.begun, call.ended] : [call.items];
      return selections.filter(({ list }) => list === 'events').map(({ named }) => named?.name ?? 'any');
    });
}
