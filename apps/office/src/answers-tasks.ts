import type { FigureRow } from '@zhiheng/indicators';
import type {
  RemindRound,
  TallyKey,
  TallyRow,
  Task,
  TaskFile,
  TaskPage,
  TaskRow,
  TaskRules,
  TimelineKey,
  TimelineRow,
  Verdict,
} from '@zhiheng/programme';
import type { DocumentPreview } from '@zhiheng/texts';
import type { Day, FaultReport } from '@zhiheng/vocabulary';

/** `GET /api/tasks`: a page of tasks by their last day, with how many there are of each light. */
export type TaskListAnswer = TaskPage;

/** `GET /api/tasks/:id`, `task show ID`: a task with its parts, its figures, and what whoever asks could do with it now. */
export interface TaskAnswer extends Task {
  /** Acts of the flow that are possible for whoever asks. */
  readonly acts: readonly string[];
  readonly parts: readonly TaskRow[];
}

/** A task beside what its targets and indicators say: read from a vintage or publications, never typed. */
export interface TaskShown extends TaskAnswer {
  readonly verdicts: readonly Verdict[];
  readonly figures: readonly FigureRow[];
  /** Of computed figures; null where there is none. */
  readonly vintage: string | null;
}

/** What came of an act on several tasks: those that it was done on, and each that refused it with the reason. */
export interface TasksActed {
  readonly tasks: readonly TaskAnswer[];
  readonly refused: readonly { readonly id: string; readonly fault: FaultReport }[];
}

/** `POST /api/tasks`, `task assign`: the tasks, those that stood already among them. */
export interface TasksAssigned {
  readonly tasks: readonly TaskAnswer[];
  readonly made: number;
  readonly standing: number;
  /** Names of the clause, of owners and of those who help, that no open organisation bears: nobody got the task by them. */
  readonly withoutOrganisation: readonly string[];
}

/** `GET /api/tasks/tally`: closed tasks stand beside those that were opened again. */
export interface TaskTallyAnswer {
  readonly by: TallyKey;
  readonly rows: readonly (TallyRow & { readonly owner: string | null })[];
}

/** `GET /api/tasks/timeline`, `task timeline`: tasks of a programme along the weeks and months of its year. */
export interface TaskTimelineAnswer {
  readonly programme: string;
  readonly year: number;
  readonly by: TimelineKey;
  readonly today: Day;
  /** Last day on which the return of the programme is handed in. */
  readonly handIn: Day;
  /** Bounds of the published calendar: days of work beyond them go by the week alone, and last days there are provisional. */
  readonly publishedFrom: Day | null;
  readonly publishedUntil: Day | null;
  readonly rows: readonly TimelineRow[];
}

export type TaskRulesAnswer = TaskRules;

/** `GET /api/tasks/:id/files/:sha256/preview`: words and numbers alone. */
export interface TaskFilePreview extends DocumentPreview {
  readonly file: TaskFile;
}

export type TaskRemindAnswer = RemindRound;
