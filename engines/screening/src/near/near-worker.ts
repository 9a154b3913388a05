import { parentPort, workerData } from 'node:worker_threads';
import { OwnFault } from '@zhiheng/vocabulary';
import type { TextField } from './model.js';
import { NearWork, type WorkOrder } from './near-work.js';

/** A thread that sketches and compares texts. What it throws ends it, and the run with it. */
const port = parentPort;
if (port === null) throw new OwnFault('a worker of texts was started outside a thread');
const work = new NearWork((workerData as { field: TextField }).field);
port.on('message', (order: WorkOrder) => {
  const { answer, memory } = work.carryOut(order);
  port.postMessage(answer, memory);
});
