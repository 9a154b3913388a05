import { parentPort, workerData } from 'node:worker_threads';
import { OwnFault } from '@zhiheng/vocabulary';
import { lendFoldingTable } from './folding-table.js';
import type { LentToWorker } from './near-threads.js';
import { NearWork, type WorkOrder } from './near-work.js';

/** A thread that sketches and compares texts. What it throws ends it, and the run with it. */
const port = parentPort;
if (port === null) throw new OwnFault('a worker of texts was started outside a thread');
const { field, folding } = workerData as LentToWorker;
lendFoldingTable(folding);
const work = new NearWork(field);
port.on('message', (order: WorkOrder) => {
  const { answer, memory } = work.carryOut(order);
  port.postMessage(answer, memory);
});
