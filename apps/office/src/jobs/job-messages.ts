import type { FaultReport, Progress } from '@zhiheng/vocabulary';

/** What a job process is told at its start. */
export interface JobOrder {
  readonly job: string;
  readonly input: unknown;
}

/** What it says back. */
export type JobMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'fault'; readonly report: FaultReport };
