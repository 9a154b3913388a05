import { parentPort, workerData } from 'node:worker_threads';
import { OwnFault } from '@zhiheng/vocabulary';
import { lendFoldingTable } from './folding-table.js';
import type { LentToWorker, OrderOfField } from './idle-workers.js';
import type { TextField } from './model.js';
import { NearWork } from './near-work.js';

/** A thread that sketches and compares texts. What it throws ends it, and the run with it. */
const port = parentPort;
if (port === null) throw new OwnFault('a worker of texts was started outside a thread');
lendFoldingTable((workerData as LentToWorker).folding);
const works = new Map<TextField, NearWork>();
port.on('message', ({ field, order }: OrderOfField) => {
  const work = works.get(field) ?? new NearWork(field);
  works.set(field, work);
  const { answer, memory } = work.carryOut(order);
  port.postMessage(answer, memory);
});
