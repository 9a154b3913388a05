import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadMeasure, Measured, MeasuredFiles } from '@zhiheng/office';
import { OwnFault } from '@zhiheng/vocabulary';

export interface MeasureOrder {
  readonly measure: LoadMeasure;
  readonly files: MeasuredFiles;
}

/** What one run took, the start of its process left out. */
export interface Measurement extends Measured {
  readonly seconds: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  /** Largest resident memory of the process. */
  readonly peakBytes: number;
}

/** As for a job; the SQL engine has a limit of its own. */
const heapMegabytes = 1024;

/** Runs one measure in a process of its own. */
export function runMeasure(order: MeasureOrder): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./measure-process.js', import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let answer: Measurement | null = null;
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-4000);
    });
    child.on('message', (measurement: Measurement) => {
      answer = measurement;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (answer !== null) resolve(answer);
      else reject(new OwnFault(`the measure ${order.measure} ended with ${signal ?? code}: ${complaint.trim()}`));
    });
    child.send(order);
  });
}
