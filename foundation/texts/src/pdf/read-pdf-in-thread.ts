import { Worker } from 'node:worker_threads';
import { faultFromReport, OwnFault } from '@zhiheng/vocabulary';
import { tooLarge } from '../document-faults.js';
import type { TextDocument } from '../text-document.js';
import type { TextLimits } from '../text-limits.js';
import type { PdfAnswer, PdfOrder } from './thread-messages.js';

export interface ThreadSetting {
  readonly limits: TextLimits;
  readonly program?: URL | undefined;
}

/** Reads a PDF in a thread of its own, which is ended when it takes too long or too much memory. */
export async function readPdfInThread(bytes: Buffer, name: string, setting: ThreadSetting): Promise<TextDocument> {
  const { limits, program = new URL('./pdf-thread.js', import.meta.url) } = setting;
  const order: PdfOrder = { bytes, name, limits };
  const worker = new Worker(program, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<PdfAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(late(name, limits)), limits.milliseconds);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(threadFault(error, name, limits)));
      worker.once('exit', (code) => reject(new OwnFault(`the reader of PDF ended with ${code}`)));
    });
    if ('document' in answer) return answer.document;
    throw faultFromReport(answer.fault);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function late(name: string, { milliseconds }: TextLimits): Error {
  const seconds = milliseconds / 1000;
  return tooLarge({ path: name }, `a PDF that takes more than ${seconds} seconds`, `at most ${seconds} seconds`);
}

function threadFault(error: unknown, name: string, { heapMegabytes }: TextLimits): Error {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const what = `a PDF that takes more than ${heapMegabytes} MB of memory`;
    return tooLarge({ path: name }, what, `at most ${heapMegabytes} MB`);
  }
  return new OwnFault(`the reader of PDF failed: ${String(error)}`, { cause: error });
}
