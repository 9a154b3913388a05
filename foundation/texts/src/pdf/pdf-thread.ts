import { parentPort, workerData } from 'node:worker_threads';
import { OwnFault, reportFault, UserFault } from '@zhiheng/vocabulary';
import { readPdf } from './read-pdf.js';
import type { PdfAnswer, PdfOrder } from './thread-messages.js';

/** A thread that reads one PDF and ends. */
const port = parentPort;
if (port === null) throw new OwnFault('the reader of PDF was started outside a thread');
const { bytes, name, limits } = workerData as PdfOrder;

async function answer(): Promise<PdfAnswer> {
  try {
    return { document: await readPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, limits) };
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    return { fault: reportFault(error) };
  }
}

port.postMessage(await answer());
