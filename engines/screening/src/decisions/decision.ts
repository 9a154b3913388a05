import type { Day, DecisionOutcome } from '@zhiheng/vocabulary';

/** What is decided of an application on a ground. */
export interface NewDecision {
  /** Id of the application: `CN:202310123456`. */
  readonly application: string;
  /** Id of a ground. */
  readonly ground: string;
  readonly outcome: DecisionOutcome;
  /** Day from which it holds; it may lie before the day on which it is written down. */
  readonly effectiveOn: Day;
}

/** A decision as the ledger keeps it: `act` and `row` are its permanent name. */
export interface Decision extends NewDecision {
  /** Number of the act that made it, and its place among those of one act, from 0. */
  readonly act: number;
  readonly row: number;
  /** Number of the act that took it back; null while it stands. */
  readonly undoneAct: number | null;
}

/** Who did something, when (ISO 8601, UTC) and why. */
export interface DecisionAct {
  readonly act: number;
  readonly kind: 'decide' | 'import';
  readonly person: string;
  readonly onBehalfOf: string | null;
  readonly time: string;
  readonly reason: string;
  /** Of an import: the name of the list, and the hash of what is kept of it. */
  readonly list: string | null;
  readonly kept: string | null;
  readonly decisions: number;
  readonly undone: {
    readonly act: number;
    readonly person: string;
    readonly onBehalfOf: string | null;
    readonly time: string;
    readonly reason: string;
  } | null;
}

/** Whether a decision stood once the act of a number was done. */
export function stoodAt({ act, undoneAct }: Pick<Decision, 'act' | 'undoneAct'>, position: number): boolean {
  return act <= position && (undoneAct === null || undoneAct > position);
}
