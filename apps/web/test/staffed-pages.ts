import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OneTimeLink } from '@zhiheng/accounts';
import { nodeDisk } from '@zhiheng/lake';
import { carryOut, firstAdministratorLink, jobsHere, Office } from '@zhiheng/office';
import { type RunningServer, startServer } from '@zhiheng/server';
import { localOperator, type Role } from '@zhiheng/vocabulary';
import type { Browser } from 'playwright-core';
import { builtPages } from './built-pages.js';
import { KeptPages } from './kept-pages.js';
import { desktop, type OpenedPage } from './opened-page.js';

const password = 'four walls and a kettle';

/** Somebody with an account: a role in an organisation. */
export interface Colleague {
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  /** GB/T 2260; left out: everywhere. */
  readonly areas?: readonly string[];
}

/** The real server over a throw-away office in this process, so that its clock can be moved, with the built pages and signed-in people. */
export class StaffedPages {
  readonly #folder = mkdtempSync(join(tmpdir(), 'zhiheng-staffed-pages-'));
  readonly #pages = new KeptPages();
  #now: Date;
  #office: Office | null = null;
  #server: RunningServer | null = null;

  /** `start`: the moment that the office begins at. */
  constructor(start: string) {
    this.#now = new Date(start);
  }

  get address(): string {
    if (this.#server === null) throw new Error('the server does not run');
    return this.#server.address;
  }

  /** The ledger of the office, to be filled with more than people would type. */
  get ledger(): Office['ledger'] {
    if (this.#office === null) throw new Error('the office is not open');
    return this.#office.ledger;
  }

  async start(colleagues: readonly Colleague[]): Promise<void> {
    const office = await Office.open({
      ...{ folder: join(this.#folder, 'data'), clock: { now: () => this.#now }, runJob: jobsHere(nodeDisk) },
    });
    this.#office = office;
    const operator = localOperator('test', 'page');
    this.#server = await startServer({
      ...{ office, operator, host: '127.0.0.1', port: 0, webFolder: await builtPages(), log: null },
      limits: { all: 1_000_000, signingIn: 1_000_000, bodyMilliseconds: 60_000 },
    });
    const link = (await firstAdministratorLink(office, operator)) as OneTimeLink;
    await this.#ask(null, 'POST', 'links', { token: link.token, password });
    const administrator = await this.#signIn('administrator');
    for (const { name, organisation, role, areas } of colleagues) {
      const person = { displayName: name, mail: `${name}@office.example`, phone: null };
      const invited = await this.#ask<OneTimeLink>(administrator, 'POST', 'accounts', {
        id: name,
        organisation,
        person,
      });
      await this.#ask(null, 'POST', 'links', { token: invited.token, password });
      const grant = {
        account: name,
        role,
        areas: areas ?? 'everywhere',
        from: `${this.#now.getUTCFullYear()}-01-01`,
        to: null,
      };
      await this.#ask(administrator, 'POST', 'roles', grant);
    }
  }

  /** Moves the clock of the office. */
  moveTo(moment: string): void {
    this.#now = new Date(moment);
  }

  /** A request as somebody who signs in for it. */
  async askAs<Answer>(name: string, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    return this.#ask<Answer>(await this.#signIn(name), method, path, body);
  }

  /** Opens a page in which somebody is signed in, alone. */
  async openAs(browser: Browser, name: string, path: string, locale = 'zh-CN'): Promise<OpenedPage> {
    const { page, complaints, giveBack } = await this.#pages.lend(browser, locale);
    const context = page.context();
    await context.addCookies([{ name: 'zhiheng_session', value: await this.#signIn(name), url: this.address }]);
    // The reader's machine has the same day as the office.
    await context.clock.setFixedTime(this.#now);
    page.setDefaultTimeout(60_000);
    await page.setViewportSize(desktop);
    await page.goto(this.address + path);
    return { page, complaints, close: giveBack };
  }

  /** Carries a command out as the local operator. */
  async run<Answer>(name: string, input: object): Promise<Answer> {
    if (this.#office === null) throw new Error('the office is not open');
    const call = { office: this.#office, actor: localOperator('test'), onProgress: () => {} };
    return (await carryOut(name, input, call)).json as Answer;
  }

  /** Puts a file beside the office. */
  write(name: string, content: string): string {
    const path = join(this.#folder, name);
    writeFileSync(path, content);
    return path;
  }

  async stop(): Promise<void> {
    if (this.#server === null) await this.#office?.close();
    else await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #signIn(name: string): Promise<string> {
    const response = await this.#fetch(null, 'POST', 'session', { name, password });
    const [, token] = /^zhiheng_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? [];
    if (token === undefined) throw new Error(`signing in as ${name}: ${response.status} ${await response.text()}`);
    return token;
  }

  async #ask<Answer>(token: string | null, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    const response = await this.#fetch(token, method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  }

  #fetch(token: string | null, method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.address}/api/${path}`, {
      method,
      headers: {
        ...{ origin: this.address, 'x-zhiheng': '1' },
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== null && { cookie: `zhiheng_session=${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}
