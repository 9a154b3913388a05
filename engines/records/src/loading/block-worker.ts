import { parentPort, workerData } from 'node:worker_threads';
import { Session } from '@zhiheng/lake';
import { OwnFault, recordGroups, reportFault, UserFault } from '@zhiheng/vocabulary';
import { Pseudonyms } from '../people/pseudonyms.js';
import { AddressReader } from '../places/address-reader.js';
import { readMapping } from '../reading/mapping.js';
import { Arrivals } from './arrivals.js';
import { BlockReader } from './block-reader.js';
import type { WorkerAnswer, WorkerOrder, WorkerSetting } from './worker-messages.js';

/** A thread that reads blocks into a database file of its own. What it throws ends it, and the load with it. */
const port = parentPort;
if (port === null) throw new OwnFault('a reading worker was started outside a thread');
const setting = workerData as WorkerSetting;
const { placeSheets, mapping, latest, peopleKey, database, spillFolder, memoryLimit } = setting;

const session = await Session.open({ file: database, spillFolder, memoryLimit, threads: 1 });
const arrivals = await Arrivals.create(session, recordGroups.patents);
const reader = new BlockReader({
  arrivals,
  mapping: mapping === null ? null : readMapping(mapping.text, mapping.path),
  addresses: new AddressReader(placeSheets),
  latest,
  pseudonyms: peopleKey === null ? null : new Pseudonyms(peopleKey),
});

async function carryOut(order: WorkerOrder): Promise<WorkerAnswer> {
  switch (order.type) {
    case 'read': {
      const { bytes } = order.piece;
      // Bytes lose their class on the way between threads.
      const piece = { ...order.piece, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
      const account = reader.take({ ...order, piece });
      await arrivals.makeRoom(bytes.byteLength);
      return { account, tables: [], fault: null };
    }
    case 'take-back':
      await arrivals.takeBackBehind(order.behind);
      return { account: null, tables: [], fault: null };
    case 'finish': {
      const tables = await arrivals.finish();
      await session.run('CHECKPOINT');
      session.close();
      return { account: null, tables, fault: null };
    }
  }
}

/** A fault of the person's disk goes back as it is; our own fault ends the thread. */
function toldFault(error: unknown): WorkerAnswer {
  if (!(error instanceof UserFault)) throw error;
  return { account: null, tables: [], fault: reportFault(error) };
}

let done: Promise<void> = Promise.resolve();
port.on('message', (order: WorkerOrder) => {
  done = done.then(async () => {
    port.postMessage(await carryOut(order).catch(toldFault));
    if (order.type === 'finish') port.close();
  });
});
