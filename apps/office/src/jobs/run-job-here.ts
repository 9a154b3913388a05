import type { Disk } from '@zhiheng/lake';
import { OwnFault } from '@zhiheng/vocabulary';
import type { JobRunner } from './job-runner.js';
import { type JobEffects, jobs } from './jobs.js';

/** Runs jobs in this process, on a disk of the caller's choice: for tests of what a failing disk does. */
export function jobsHere(disk: Disk): JobRunner {
  return async <Output>(...[order, onProgress]: Parameters<JobRunner>): Promise<Output> => {
    const job = jobs[order.job as keyof typeof jobs] as (input: unknown, effects: JobEffects) => Promise<unknown>;
    if (job === undefined) throw new OwnFault(`no job is named ${order.job}`);
    return (await job(order.input, { onProgress, disk })) as Output;
  };
}
