import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carryOut, collectObjects, identify, makeFirstOffice, Office, officePaths } from '@zhiheng/office';
import { isLoopback, startServer } from '@zhiheng/server';
import { systemClock, UserFault } from '@zhiheng/vocabulary';
import { callServer } from './call-server.js';
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
  await refuseSecondServer(options.folder);
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
      const { actor } = await identify(office, { kind: 'operator' }, { kind: 'command', address: null });
      const context = { office, actor, onProgress: progress.onProgress };
      await makeFirstOffice((name, input) => carryOut(name, input, context), office);
      progress.finish();
    }
    const server = await startServer({
      office,
      operator: (await identify(office, { kind: 'operator' }, { kind: 'page', address: null })).actor,
      host: options.host,
      port: options.port,
      webFolder,
      log: null,
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

/** A server at the folder's socket will not let go: that is told at once, not after waiting for ownership. */
async function refuseSecondServer(folder: string): Promise<void> {
  const answer = await callServer(
    officePaths(folder).socket,
    { name: 'office', input: {}, credential: { kind: 'operator' } },
    () => {},
  );
  if (answer === null) return;
  throw new UserFault('folder-owned', { place: { path: folder }, expected: 'a folder no other process owns' });
}

function untilStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
