import type { OnProgress } from '@zhiheng/vocabulary';
import type { JobOrder } from './job-messages.js';

/** Carries out a job somewhere: in a child process, or here. */
export type JobRunner = <Output>(order: JobOrder, onProgress: OnProgress, signal?: AbortSignal) => Promise<Output>;
