import { type Actor, type LocalizedText, UserFault } from '@zhiheng/vocabulary';
import type { FlowDefinition } from './definition.js';
import { flowFaults } from './flow-faults.js';
import type { Instance } from './instance.js';
import type { Moment } from './moment.js';
import type { ActInput } from './needs.js';

export interface GuardQuestion {
  readonly instance: Instance;
  readonly actor: Actor;
  /** Null while only asking what is possible: then whether any input could do. */
  readonly input: ActInput | null;
  readonly moment: Moment;
}

/** A condition on an instance, without effects, and what it demands in words. */
export interface Guard {
  readonly words: LocalizedText;
  holds(question: GuardQuestion): boolean;
}

/** A transition table that was found sound, with its guards. */
export interface Flow extends FlowDefinition {
  readonly guards: Readonly<Record<string, Guard>>;
}

/** Makes a flow of a definition. Throws `definition-wrong` that tells every fault at once; see `flowFaults`. */
export function makeFlow(definition: FlowDefinition, guards: Readonly<Record<string, Guard>> = {}): Flow {
  const faults = flowFaults(definition, Object.keys(guards));
  if (faults.length === 0) return { ...definition, guards };
  throw new UserFault('definition-wrong', {
    place: { path: `flow ${definition.id}` },
    values: { what: faults.map(({ where, what }) => `${where}: ${what}`).join('; ') },
  });
}
