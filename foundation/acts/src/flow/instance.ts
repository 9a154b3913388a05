import type { Day } from '@zhiheng/vocabulary';
import type { Suspension, Term } from '../calendar/deadline.js';
import type { ActInput } from './needs.js';

/** A deadline of one instance. Its day is reckoned when asked for, see `dueOf`. */
export interface InstanceClock {
  readonly clock: string;
  readonly startedOn: Day;
  readonly terms: readonly [Term, ...Term[]];
  readonly suspensions: readonly Suspension[];
  readonly endedOn: Day | null;
}

/** One act in the history of an instance. */
export interface HistoryEntry {
  /** Version of the instance that the act made, from 1. */
  readonly version: number;
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  readonly person: string;
  /** The account in whose place the person acted; null when in none's. */
  readonly onBehalfOf: string | null;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly input: ActInput;
}

/** A case, task, grant or whatever goes through a flow. Versions count acts: 0 before the opening one. */
export interface Instance {
  readonly flow: string;
  readonly flowVersion: number;
  readonly id: string;
  /** Null before the opening act. */
  readonly state: string | null;
  readonly version: number;
  /** Organisation whose instance it is; null when no one's. */
  readonly organisation: string | null;
  /** Account that holds it; null when nobody does. */
  readonly holder: string | null;
  /** What guards look at and titles show; set at the opening. */
  readonly facts: ActInput;
  readonly history: readonly HistoryEntry[];
  readonly clocks: readonly InstanceClock[];
}

/** An instance before its opening act. */
export function newInstance(
  flow: { readonly id: string; readonly version: number },
  of: { readonly id: string; readonly organisation?: string; readonly holder?: string; readonly facts?: ActInput },
): Instance {
  return {
    flow: flow.id,
    flowVersion: flow.version,
    id: of.id,
    state: null,
    version: 0,
    organisation: of.organisation ?? null,
    holder: of.holder ?? null,
    facts: of.facts ?? {},
    history: [],
    clocks: [],
  };
}
