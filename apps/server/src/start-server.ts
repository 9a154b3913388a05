import { rm } from 'node:fs/promises';
import { LetterTimer, type Office, PreparedOpenings, TaskReminderTimer } from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { buildServer, type ServerOptions } from './build-server.js';
import { listenForCommands } from './command-socket.js';
import { demandReach } from './demand-reach.js';
import { demandCertificate, firstNameOf } from './tls.js';

export interface RunningServer {
  /** Where people open the pages. */
  readonly address: string;
  /** Answers what is under way, closes the sockets and lets the folder go. */
  stop(): Promise<void>;
}

export interface StartOptions extends Omit<ServerOptions, 'office'> {
  readonly office: Office;
  readonly port: number;
}

/**
 * Serves an office on a port and at the folder's socket. Beyond this machine only with accounts, and over TLS or behind a stated
 * proxy. Throws `not-allowed`, `certificate-wrong`, `proxy-wrong`, `port-taken`.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { office, host, port, tls } = options;
  if (tls !== undefined) demandCertificate(tls);
  await demandReach(office, options);
  const server = await buildServer(options);
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UserFault('port-taken', { found: String(port), expected: 'a free port', values: { port } });
  }
  const commands = await listenForCommands(office);
  const letters = tickMeanwhile(new LetterTimer(office, options.operator), 'letters', server.log);
  const reminders = tickMeanwhile(new TaskReminderTimer(office, options.operator), 'reminders of tasks', server.log);
  const openings = prepareOpeningsMeanwhile(office, server.log);
  const bound = server.addresses()[0];
  const listening = typeof bound === 'object' ? bound.port : port;
  return {
    address: addressOf(options, listening),
    stop: async () => {
      await Promise.all([letters.stop(), reminders.stop(), openings.stop()]);
      await commands.close();
      await server.close();
      await rm(office.paths.socket, { force: true });
      await office.close();
    },
  };
}

/** How often it is looked whether letters or reminders are due, or a vintage came. */
const look = 15_000;

function tickMeanwhile(timer: { tick(): Promise<boolean> }, what: string, log: FastifyInstance['log']) {
  let round: Promise<unknown> = Promise.resolve();
  const interval = setInterval(() => {
    round = timer.tick().catch((error: unknown) => log.error({ code: codeOf(error) }, what));
  }, look).unref();
  return {
    stop: () => {
      clearInterval(interval);
      return round;
    },
  };
}

/** Looks at once, and then whether another vintage is the newest. */
function prepareOpeningsMeanwhile(office: Office, log: FastifyInstance['log']) {
  const openings = new PreparedOpenings(office);
  const round = () =>
    openings.tick().catch((error: unknown) => log.error({ code: codeOf(error) }, 'openings could not be prepared'));
  let rounds = round();
  const interval = setInterval(() => {
    rounds = rounds.then(round);
  }, look).unref();
  return {
    stop: () => {
      clearInterval(interval);
      openings.stop();
      return rounds;
    },
  };
}

/** The words of a fault may hold an address: its code alone is logged. */
function codeOf(error: unknown): string {
  return error instanceof UserFault ? error.code : 'own-fault';
}

function addressOf({ host, tls, proxy }: StartOptions, port: number): string {
  if (proxy !== undefined) return proxy.origin;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = (everywhere && tls !== undefined ? firstNameOf(tls) : null) ?? host;
  return `${tls === undefined ? 'http' : 'https'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
