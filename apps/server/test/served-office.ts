import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useLink } from '@zhiheng/accounts';
import { firstAdministratorLink, Office } from '@zhiheng/office';
import { localOperator, systemClock } from '@zhiheng/vocabulary';
import { type RunningServer, type StartOptions, startServer } from '../src/index.js';

export const password = 'four walls and a kettle';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The certificate to trust: then over TLS. */
  readonly ca?: string;
  readonly port: number;
}

/** Asks over a real socket, whatever `Host` says. */
export function askOver({ method = 'GET', path, headers = {}, body, ca, port }: Asked): Promise<Answered> {
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port, path, method, headers, agent: false };
    const sent = (ca === undefined ? request : requestOverTls)(
      ca === undefined ? options : { ...options, ca, servername: 'office.example' },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

/** An office of its own folder, with or without accounts, and servers over it. */
export class ServedOffice {
  readonly path = mkdtempSync(join(tmpdir(), 'zhiheng-served-'));
  readonly log: string[] = [];
  office!: Office;
  #running: RunningServer | null = null;

  async open(): Promise<this> {
    this.office = await Office.open({ folder: join(this.path, 'data'), clock: systemClock });
    return this;
  }

  /** The first administrator uses the one-time link. */
  async settle(): Promise<void> {
    const link = await firstAdministratorLink(this.office, localOperator('test'));
    const surface = { kind: 'page', address: null } as const;
    await useLink(this.office.people.accounts, { token: link?.token ?? '', password, surface });
  }

  /** Starts a server on a free port; gives the port. */
  async start(options: Partial<StartOptions> = {}): Promise<RunningServer> {
    this.#running = await startServer({
      office: this.office,
      operator: localOperator('test', 'page'),
      host: '127.0.0.1',
      port: 0,
      webFolder: join(this.path, 'no-pages'),
      log: { write: (line) => this.log.push(line) },
      ...options,
    });
    return this.#running;
  }

  /** The port that the newest server told the log. */
  get port(): number {
    const [, port] = /Server listening at \w+:\/\/[^"]*:(\d+)"/.exec(this.log.join('')) ?? [];
    return Number(port);
  }

  async remove(): Promise<void> {
    if (this.#running === null) await this.office.close();
    else await this.#running.stop();
    rmSync(this.path, { recursive: true, force: true });
  }
}
