import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { faultFromReport, type OnProgress, OwnFault } from '@zhiheng/vocabulary';
import type { JobMessage, JobOrder } from './job-messages.js';
import type { JobRunner } from './job-runner.js';

/** Megabytes of JavaScript heap that a job may use; the SQL engine has a limit of its own. */
const heapMegabytes = 1024;
/** Of screening, which holds the texts of one field while it compares them: of a million abstracts half a gigabyte. */
const heapOfTexts = 3072;
/** Rows that are made and written at once die young: with room for them a synthetic office takes a seventh less time. */
const youngMegabytes = 32;
const entry = fileURLToPath(new URL('./job-process.js', import.meta.url));

/**
 * Runs heavy work in a child process of low priority and limited memory, so that pages stay quick and a crash stays small.
 * A fault of the job is thrown here as if it had happened here; `signal` stops the job.
 */
export const runJob: JobRunner = <Output>(
  order: JobOrder,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<Output> =>
  new Promise((resolve, reject) => {
    const child = fork(entry, [], {
      execArgv: [
        `--max-old-space-size=${order.job === 'screen' ? heapOfTexts : heapMegabytes}`,
        ...(order.job === 'synthesise' ? [`--max-semi-space-size=${youngMegabytes}`] : []),
      ],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    let last: JobMessage | null = null;
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-4000);
    });
    const stop = () => child.kill('SIGKILL');
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
    child.on('message', (message: JobMessage) => {
      if (message.type === 'progress') onProgress(message.progress);
      else last = message;
    });
    child.on('error', reject);
    child.on('close', (code, killedBy) => {
      signal?.removeEventListener('abort', stop);
      const message = last as JobMessage | null;
      if (message?.type === 'done') resolve(message.output as Output);
      else if (message?.type === 'fault') reject(faultFromReport(message.report));
      else
        reject(new OwnFault(`the job ${order.job} ended with ${killedBy ?? code} and no answer: ${complaint.trim()}`));
    });
    if (child.pid !== undefined) lowerPriority(child.pid);
    child.send(order);
  });

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that does not allow it still does the work.
  }
}
