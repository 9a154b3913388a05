import { nodeDisk } from '@zhiheng/lake';
import { type OnProgress, reportFault } from '@zhiheng/vocabulary';
import type { JobMessage, JobOrder } from './job-messages.js';
import { type JobEffects, jobs } from './jobs.js';

const send = (message: JobMessage): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });

/** Progress is told at most ten times a second: a message costs more than the work it tells of. */
function throttled(): OnProgress {
  let toldAt = 0;
  let stage = '';
  return (progress) => {
    const now = performance.now();
    if (progress.stage === stage && now - toldAt < 100) return;
    toldAt = now;
    stage = progress.stage;
    void send({ type: 'progress', progress });
  };
}

// A job whose caller is gone has nobody to answer to. The caller may have gone before this line was reached.
process.once('disconnect', () => process.exit(1));
if (!process.connected) process.exit(1);

process.once('message', (order: JobOrder) => {
  void run(order);
});

async function run(order: JobOrder): Promise<void> {
  try {
    const job = jobs[order.job as keyof typeof jobs] as
      | ((input: unknown, effects: JobEffects) => Promise<unknown>)
      | undefined;
    if (job === undefined) throw new Error(`no job is named ${order.job}`);
    await send({ type: 'done', output: await job(order.input, { onProgress: throttled(), disk: nodeDisk }) });
  } catch (error) {
    await send({ type: 'fault', report: reportFault(error) });
  }
  process.removeAllListeners('disconnect');
  process.disconnect();
}
