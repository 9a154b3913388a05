import { Worker } from 'node:worker_threads';
import { type FoldingTable, foldingTable } from './folding-table.js';
import type { TextField } from './model.js';
import type { WorkOrder } from './near-work.js';

/** What a worker is given when it starts, and what with each order. */
export interface LentToWorker {
  readonly folding: FoldingTable;
}
export interface OrderOfField {
  readonly field: TextField;
  readonly order: WorkOrder;
}

/** Workers that have nothing to do, by their program: what they have learned to run fast is kept for the next. They hold up no process that ends. */
const idle = new Map<string, Worker[]>();

/** A worker that is idle, or a new one. */
export function takeWorker(entry: URL): Worker {
  const known = idle.get(entry.href)?.pop();
  if (known === undefined) {
    const workerData: LentToWorker = { folding: foldingTable() };
    return new Worker(entry, { workerData });
  }
  forget(known);
  known.ref();
  return known;
}

/** Takes back a worker that has answered all it was asked. */
export function giveWorkerBack(entry: URL, worker: Worker): void {
  const workers = idle.get(entry.href) ?? [];
  idle.set(entry.href, workers);
  forget(worker);
  const remove = () => {
    if (workers.includes(worker)) workers.splice(workers.indexOf(worker), 1);
  };
  worker.on('error', remove);
  worker.on('exit', remove);
  worker.unref();
  workers.push(worker);
}

/** Takes off what was listened for; other listeners are the platform's own. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
