import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carryOut, collectObjects, makeFirstOffice, Office, personOf } from '@zhiheng/office';
import { isLoopback, startServer } from '@zhiheng/server';
import { systemClock, UserFault } from '@zhiheng/vocabulary';
import { createProgressPrinter, type ProgressStyle } from './progress-printer.js';

interface ServeOptions {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly firstOffice: boolean;
  readonly progress: ProgressStyle;
  readonly json: boolean;
}

const webFolder = resolve(fileURLToPath(import.meta.url), '../../../web/dist');

/** Owns the folder and serves it until a signal comes. Anything but this machine's own addresses is refused. */
export async function serveOffice(options: ServeOptions): Promise<void> {
  if (!isLoopback(options.host)) {
    throw new UserFault('not-allowed', {
      place: { field: 'host' },
      found: options.host,
      expected: 'an address of this machine only: there are no accounts yet',
    });
  }
  const person = personOf(undefined);
  const definitions = process.env.ZHIHENG_DEFINITIONS;
  const office = await Office.open({
    folder: options.folder,
    clock: systemClock,
    ...(definitions === undefined ? {} : { definitions }),
  });
  const progress = createProgressPrinter(options.progress);
  try {
    await collectObjects(office);
    if (options.firstOffice) {
      const context = { office, person, onProgress: progress.onProgress };
      await makeFirstOffice((name, input) => carryOut(name, input, context), office);
      progress.finish();
    }
    const server = await startServer({
      office,
      person,
      host: options.host,
      port: options.port,
      webFolder,
      logger: false,
    });
    const told = options.json ? JSON.stringify({ address: server.address }) : `Zhiheng serves ${server.address}`;
    process.stdout.write(`${told}\n`);
    await untilStopped();
    await server.stop();
  } catch (error) {
    progress.finish();
    await office.close();
    throw error;
  }
}

function untilStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
