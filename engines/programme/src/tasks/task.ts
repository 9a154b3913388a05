import type { HistoryEntry, Light } from '@zhiheng/acts';
import type { Day } from '@zhiheng/vocabulary';

/** `handed-in` waits for another person to close it; `returned` for whoever assigned it to name a new owner. */
export const taskStates = ['assigned', 'signed', 'in-work', 'handed-in', 'returned', 'closed', 'withdrawn'] as const;
export type TaskState = (typeof taskStates)[number];

/** States in which somebody still has something to do. */
export const openStates = ['assigned', 'signed', 'in-work', 'handed-in', 'returned'] as const satisfies TaskState[];

/** The last day of a task: one that is named, or so many working days after another. What is reckoned from it is never kept. */
export type Due = { readonly day: Day } | { readonly workingDays: number; readonly from: Day };

/** A deadline as it stands today. */
export interface ReckonedDue {
  readonly day: Day;
  /** True where a day that mattered lies beyond the published calendar. */
  readonly provisional: boolean;
  /** What it was stated as. */
  readonly stated: Due;
}

/** A task that somebody assigns. It comes from a clause or a target of a programme, or from another task. */
export interface NewTask {
  readonly programme: string;
  readonly clause?: string | null;
  readonly target?: string | null;
  readonly parent?: string | null;
  /** In the words of who assigns. */
  readonly title: string;
  readonly owner: string;
  readonly supporting?: readonly string[];
  /** GB/T 2260; left out: that of the owner. */
  readonly area?: string | null;
  readonly due?: Due | null;
  /** What is to be shown at the end, in words. */
  readonly wanted?: string | null;
  readonly milestones?: readonly { readonly title: string; readonly due: Day | null }[];
  readonly indicators?: readonly string[];
  readonly targets?: readonly string[];
}

/** A task as a list shows it. */
export interface TaskRow {
  readonly id: string;
  readonly programme: string;
  readonly clause: string | null;
  readonly target: string | null;
  readonly parent: string | null;
  readonly title: string;
  readonly owner: string;
  /** The organisation for which it was assigned. */
  readonly assignedBy: string;
  readonly area: string | null;
  readonly state: TaskState;
  /** Counts acts; an act names the one that was looked at. */
  readonly version: number;
  readonly due: ReckonedDue | null;
  /** `none` without a deadline, and for what is closed or withdrawn. */
  readonly light: Light;
  readonly wanted: string | null;
  /** The newest word on how it stands; null before the first. */
  readonly progress: { readonly state: string; readonly text: string; readonly time: string } | null;
  /** Why it last came back; null if it never did. */
  readonly cameBack: { readonly act: string; readonly reason: string; readonly note: string | null } | null;
  readonly milestones: { readonly of: number; readonly done: number };
  /** Files that stand for it. */
  readonly files: number;
  /** How often it was opened again after it had been closed. */
  readonly reopened: number;
  /** How often its last day was moved by itself. */
  readonly moved: number;
  readonly assignedAt: string;
  readonly changedAt: string;
}

export interface TaskMilestone {
  /** From 1. */
  readonly place: number;
  readonly title: string;
  readonly due: Day | null;
  readonly doneOn: Day | null;
  readonly light: Light;
}

/** A last day that an act moved, for a named reason. */
export interface MovedDay {
  /** Null where there was none. */
  readonly from: ReckonedDue | null;
  readonly to: ReckonedDue;
  readonly act: string;
  readonly reason: string;
  readonly note: string | null;
  readonly person: string;
  readonly time: string;
}

/** A file that stands for a task, kept by its hash. */
export interface TaskFile {
  readonly sha256: string;
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  readonly note: string | null;
  readonly person: string;
  readonly time: string;
  /** When it was struck out; the file stays. */
  readonly struckAt: string | null;
}

/** A task with all that belongs to it. */
export interface Task extends TaskRow {
  readonly supporting: readonly string[];
  readonly steps: readonly TaskMilestone[];
  /** Every last day that was moved, the first first. */
  readonly movedDays: readonly MovedDay[];
  readonly evidence: readonly TaskFile[];
  readonly indicators: readonly string[];
  readonly targets: readonly string[];
  readonly history: readonly HistoryEntry[];
}

/** A file that was kept before the act that names it. */
export interface KeptFile {
  readonly sha256: string;
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
}
