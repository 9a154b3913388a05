import { rm } from 'node:fs/promises';
import type { Office } from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import { buildServer, type ServerOptions } from './build-server.js';
import { listenForCommands } from './command-socket.js';

export interface RunningServer {
  readonly address: string;
  /** Answers what is under way, closes the sockets and lets the folder go. */
  stop(): Promise<void>;
}

export interface StartOptions extends Omit<ServerOptions, 'office'> {
  readonly office: Office;
  readonly port: number;
}

/** Serves an office on a port of this machine and at the folder's socket. Throws `port-taken`. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { office, host, port } = options;
  const server = await buildServer(options);
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UserFault('port-taken', { found: String(port), expected: 'a free port', values: { port } });
  }
  const commands = await listenForCommands(office);
  const bound = server.addresses()[0];
  const listening = typeof bound === 'object' ? bound.port : port;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${listening}`,
    stop: async () => {
      await commands.close();
      await server.close();
      await rm(office.paths.socket, { force: true });
      await office.close();
    },
  };
}
