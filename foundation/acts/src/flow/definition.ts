import type { LocalizedText, Role } from '@zhiheng/vocabulary';
import type { Term } from '../calendar/deadline.js';
import type { Need } from './needs.js';

export interface FlowState {
  readonly id: string;
  readonly words: LocalizedText;
}

/** A deadline that acts start, suspend, resume, extend and end. */
export interface FlowClock {
  readonly id: string;
  readonly words: LocalizedText;
  readonly term: Term;
}

/** What an act does to clocks, and what it asks of them; each names clocks of the flow. */
export interface ClockEffects {
  readonly starts?: readonly string[];
  readonly ends?: readonly string[];
  readonly suspends?: readonly string[];
  readonly resumes?: readonly string[];
  readonly extends?: readonly { readonly clock: string; readonly by: Term }[];
  /** The act is possible only up to the last day of this clock. */
  readonly within?: string;
  /** The act is possible only once this clock has run out. */
  readonly after?: string;
}

/** One row of the transition table. */
export interface FlowAct {
  readonly id: string;
  readonly words: LocalizedText;
  /** States it leads from; none for an act that opens an instance. */
  readonly from: readonly string[];
  /** Null: the state stays as it is. */
  readonly to: string | null;
  readonly roles: readonly Role[];
  /** Whether the local operator may do it; a role of accounts says nothing about that. */
  readonly operator?: boolean;
  /** Whose instances: anyone's with the role, those of the actor's own organisation, or those the actor's account holds. */
  readonly limit?: 'own-organisation' | 'holder';
  /** Name of a guard given to `makeFlow`. */
  readonly guard?: string;
  /** Whoever did one of these acts on the instance may not do this one, nor may the local operator. */
  readonly fourEyes?: readonly string[];
  readonly needs?: readonly Need[];
  /** Name of a needed field whose value, an account, becomes the holder of the instance. */
  readonly holderFrom?: string;
  /** Name of a needed field whose value, an organisation, becomes that of the instance. */
  readonly organisationFrom?: string;
  readonly clock?: ClockEffects;
  /** May be done and is waited for by nobody, as a withdrawal: it makes no item of anyone's work. */
  readonly aside?: boolean;
}

/** A transition table as data. */
export interface FlowDefinition {
  readonly id: string;
  /** A started instance keeps the version it began under. */
  readonly version: number;
  readonly words: LocalizedText;
  /** Address of an instance's page, with `{id}` in place of its id. */
  readonly page?: string;
  readonly states: readonly FlowState[];
  readonly acts: readonly FlowAct[];
  readonly clocks?: readonly FlowClock[];
}
