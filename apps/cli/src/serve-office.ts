import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Credential,
  carryOut,
  collectObjects,
  firstAdministratorLink,
  identify,
  makeFirstOffice,
  Office,
  officePaths,
} from '@zhiheng/office';
import { demandRight } from '@zhiheng/rights';
import { type StatedProxy, startServer, type Tls } from '@zhiheng/server';
import { type Actor, systemClock, UserFault } from '@zhiheng/vocabulary';
import { callServer } from './call-server.js';
import { openLog } from './open-log.js';
import { createProgressPrinter, type ProgressStyle } from './progress-printer.js';

interface ServeOptions {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly tls?: Tls;
  readonly proxy?: StatedProxy;
  /** File of the operational log, `-` for standard error, null for none. */
  readonly log: string | null;
  readonly firstOffice: boolean;
  /** Whoever starts it: only the local operator may. */
  readonly credential: Credential;
  readonly progress: ProgressStyle;
  readonly json: boolean;
}

const webFolder = resolve(fileURLToPath(import.meta.url), '../../../web/dist');

/**
 * Owns the folder and serves it until a signal comes. As long as the office has no accounts it prints the one-time link of its
 * first administrator.
 */
export async function serveOffice(options: ServeOptions): Promise<void> {
  await refuseSecondServer(options.folder);
  const definitions = process.env.ZHIHENG_DEFINITIONS;
  const office = await Office.open({
    folder: options.folder,
    clock: systemClock,
    ...(definitions === undefined ? {} : { definitions }),
  });
  const progress = createProgressPrinter(options.progress);
  try {
    const { actor } = await identify(office, options.credential, { kind: 'command', address: null });
    demandRight(actor, 'server:start');
    await collectObjects(office);
    if (options.firstOffice) {
      const context = { office, actor, onProgress: progress.onProgress };
      await makeFirstOffice((name, input) => carryOut(name, input, context), office);
      progress.finish();
    }
    const { host, port, tls, proxy } = options;
    const server = await startServer({
      office,
      operator: { ...actor, surface: { kind: 'page', address: null } },
      ...{ host, port, webFolder },
      ...(tls && { tls }),
      ...(proxy && { proxy }),
      log: openLog(options.log),
    });
    process.stdout.write(`${await told(office, actor, server.address, options.json)}\n`);
    await untilStopped();
    await server.stop();
  } catch (error) {
    progress.finish();
    await office.close();
    throw error;
  }
}

/** The address, and where nobody has an account yet, the link by which the first administrator gets one. */
async function told(office: Office, operator: Actor, address: string, json: boolean): Promise<string> {
  const link = await firstAdministratorLink(office, operator);
  // Behind `#`, the token reaches no server and no log.
  const signInLink = link === null ? null : `${address}/sign-in#link=${link.token}`;
  if (json) return JSON.stringify({ address, signInLink });
  const lines = [`Zhiheng serves ${address}`, ...(signInLink === null ? [] : [`First administrator: ${signInLink}`])];
  return lines.join('\n');
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
