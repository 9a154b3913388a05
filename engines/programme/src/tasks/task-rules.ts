import type { LocalizedText } from '@zhiheng/vocabulary';

/** Acts by which a task goes back or its last day moves, each with a named reason. */
export const reasonedActs = ['return', 'send-back', 'hand-over', 'reopen', 'deadline'] as const;
export type ReasonedAct = (typeof reasonedActs)[number];

export interface TaskWord {
  readonly id: string;
  readonly names: LocalizedText;
}

export interface TaskReason extends TaskWord {
  readonly for: readonly ReasonedAct[];
}

/** How tasks run: `definitions/tasks/rules.yaml`. */
export interface TaskRules {
  readonly names: LocalizedText;
  readonly source: { readonly text: string; readonly article: string | null; readonly date: string | null };
  readonly provisional: boolean;
  /** Working days before its last day from which a task is due soon. */
  readonly soon: number;
  /** By working days late: how many steps up the tree of organisations somebody is told. */
  readonly escalations: readonly { readonly after: number; readonly up: number }[];
  /** Of a file of evidence. */
  readonly fileBytes: number;
  /** How work stands. */
  readonly progress: readonly TaskWord[];
  readonly reasons: readonly TaskReason[];
}
