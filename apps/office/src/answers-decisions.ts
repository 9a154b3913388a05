import type { DecisionAct, DeductionFact } from '@zhiheng/screening';
import type { DecisionOutcome } from '@zhiheng/vocabulary';

/** A list that was taken over. */
export type DecidedListRow = DecisionAct;

/** One decision about an application, and the act that made it. */
export interface DecisionRow {
  readonly application: string;
  readonly ground: string;
  readonly outcome: DecisionOutcome;
  readonly effectiveOn: string;
  readonly act: number;
  /** Its place among the decisions of the act, from 0. */
  readonly row: number;
  readonly person: string;
  readonly time: string;
  readonly reason: string;
  /** The list that it came with; null for a decision of this office. */
  readonly list: string | null;
  readonly undone: DecisionAct['undone'];
}

/** What `decide` and `decisions undo` give out. */
export interface DecidedAnswer extends DecisionAct {
  /** The position of the ledger from which vintages can have it. */
  readonly ledgerPosition: number;
  /** What the decisions about the applications come to today; of a list none are told. */
  readonly facts: readonly DeductionFact[];
}

/** A row of a list that is at fault. */
export interface FaultyDecision {
  /** Byte at which the row begins; the line where the list has lines. */
  readonly position: number;
  readonly line: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly found: string | null;
  readonly expected: string | null;
}

/** What `decisions import` gives out: `read` = loaded + duplicates + ignored + quarantined. */
export interface DecisionImportAnswer extends DecidedAnswer {
  readonly read: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly ignored: number;
  readonly quarantined: number;
  /** Applications among those loaded that the newest release does not have. */
  readonly unknown: number;
  /** Decisions whose day lies outside the days of their ground. */
  readonly outsideGround: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly faults: readonly FaultyDecision[];
}

/** A page of decisions, the newest first. */
export interface DecisionsAnswer {
  readonly rows: readonly DecisionRow[];
  /** What the decisions about the application that was asked for come to today; null where none was, or nothing was decided. */
  readonly fact: DeductionFact | null;
  readonly next: string | null;
}

/** A ground, and whether the policy of this office deducts by it. */
export interface DecisionRules {
  readonly grounds: readonly {
    readonly id: string;
    readonly names: Readonly<Record<string, string>>;
    readonly source: { readonly text: string; readonly article: string; readonly date: string | null };
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly provisional: boolean;
  }[];
  readonly policy: {
    readonly names: Readonly<Record<string, string>>;
    readonly provisional: boolean;
    readonly rules: readonly {
      readonly validFrom: string;
      readonly validTo: string | null;
      readonly outcomes: readonly string[];
      readonly from: 'decision' | 'notice';
    }[];
  };
  /** Decisions since the newest vintage: what the next one will have. */
  readonly waiting: number;
}
