import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OneTimeLink, RoleGrant } from '@zhiheng/accounts';
import { nodeDisk } from '@zhiheng/lake';
import { carryOut, firstAdministratorLink, jobsHere, Office } from '@zhiheng/office';
import { localOperator, type Role, roles, systemClock } from '@zhiheng/vocabulary';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildServer } from '../src/build-server.js';
import { own } from './office-server.js';

export const password = 'four walls and a kettle';
export const staffRoles = roles.filter((role) => role !== 'public');
/** Where the account of each role works; every role in an organisation of its own. */
export const organisations: Readonly<Record<string, string>> = {
  planner: 'planning',
  statistician: 'general-office',
  screener: 'patent-examination',
  decider: 'law',
  reviewer: 'trademarks',
  'case-officer': 'protection',
  region: 'guangdong',
  auditor: 'personnel',
  administrator: 'national-office',
};

/** Four grants of January 2023: two of Guangdong, one of Beijing, one without a place. */
const table = `n,k,f,g,t,h,a,s
202310000011,invention,2022-01-05,2023-01-10,题目甲,腾讯科技,440300,深圳南山路一号
202310000022,invention,2022-01-05,2023-01-11,题目乙,李四光,440100,广州珠江路二号
202310000033,invention,2022-01-05,2023-01-12,题目丙,清华大学,110000,北京清华路三号
202310000044,invention,2022-01-05,2023-01-13,题目丁,欧阳修文,,
`;
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, title: t, holders: { from: h, split: ";" }, area: a, holder_addresses: { from: s, split: "|" } }
covers: { kinds: [invention], filed: [2022-01-01, 2023-12-31], granted: [2022-01-01, 2023-12-31], completeness: full }
`;
const shipped = join(import.meta.dirname, '../../../definitions');

/** An office with records, figures, and an account of each role that is signed in over HTTP. */
export class StaffedOffice {
  readonly path = mkdtempSync(join(tmpdir(), 'zhiheng-staffed-'));
  /** Lines of the operational log. */
  readonly log: string[] = [];
  readonly tokens = new Map<string, string>();
  office!: Office;
  server!: FastifyInstance;

  async open(): Promise<this> {
    const definitions = join(this.path, 'definitions');
    for (const name of ['reference', 'programmes', 'screening']) {
      cpSync(join(shipped, name), join(definitions, name), { recursive: true });
    }
    mkdirSync(join(definitions, 'indicators'));
    copyFileSync(join(shipped, 'indicators/patent-grants.yaml'), join(definitions, 'indicators/patent-grants.yaml'));
    const folder = join(this.path, 'data');
    this.office = await Office.open({ folder, definitions, clock: systemClock, runJob: jobsHere(nodeDisk) });
    await this.#fill();
    const webFolder = join(this.path, 'web');
    mkdirSync(join(webFolder, 'assets'), { recursive: true });
    writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>pages</title>');
    writeFileSync(join(webFolder, 'assets/a.js'), 'export {};');
    this.server = await buildServer({
      office: this.office,
      operator: localOperator('test', 'page'),
      host: '127.0.0.1',
      webFolder,
      log: { write: (line) => this.log.push(line) },
      uploadLimit: 10_000,
      limits: { all: 1_000_000, signingIn: 1_000_000, bodyMilliseconds: 60_000 },
    });
    await this.#staff();
    return this;
  }

  /** Asks as the account of a role, as a visitor (`public`), or with a key (`Bearer …`). */
  ask(who: string, options: InjectOptions & { readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' }) {
    const shown = who.startsWith('Bearer ')
      ? { host: own.host, authorization: who }
      : { ...own, ...(this.tokens.has(who) && { cookie: `zhiheng_session=${this.tokens.get(who)}` }) };
    return this.server.inject({ ...options, headers: { ...shown, ...options.headers } });
  }

  async get<T>(who: string, url: string): Promise<T> {
    return (await this.ask(who, { method: 'GET', url })).json<T>();
  }

  async send<T>(who: string, method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<T> {
    const response = await this.ask(who, { method, url, ...(payload && { payload }) });
    if (response.statusCode >= 300) throw new Error(`${method} ${url}: ${response.body}`);
    return response.json<T>();
  }

  /** Signs an account in and gives the token, which only the cookie holds. */
  async signIn(name: string): Promise<string> {
    const response = await this.ask('public', { method: 'POST', url: '/api/session', payload: { name, password } });
    const [, token = ''] = /^zhiheng_session=([^;]+)/.exec(String(response.headers['set-cookie'])) ?? [];
    if (token === '' || response.body.includes(token)) throw new Error(`signing in as ${name}: ${response.body}`);
    return token;
  }

  async remove(): Promise<void> {
    await this.server.close();
    await this.office.close();
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Does something as the local operator. */
  async operate<T>(name: string, input: object): Promise<T> {
    const context = { office: this.office, actor: localOperator('test'), onProgress: () => {} };
    return (await carryOut(name, input, context)).json as T;
  }

  async #fill(): Promise<void> {
    writeFileSync(join(this.path, 't.csv'), table);
    writeFileSync(join(this.path, 'm.yaml'), mapping);
    await this.operate('load', { paths: [join(this.path, 't.csv')], mapping: join(this.path, 'm.yaml') });
    await this.operate('release-create', { name: 'first' });
    await this.operate('compute', { effective: '2024-03-01' });
  }

  /** The first administrator uses the link and invites the others; roles of two are proposed by the operator. */
  async #staff(): Promise<void> {
    const link = await firstAdministratorLink(this.office, localOperator('test'));
    await this.#settle('administrator', link as OneTimeLink);
    for (const role of staffRoles.filter((one) => one !== 'administrator')) {
      const person = { displayName: personOf(role), mail: `${role}@office.example`, phone: null };
      const invited = { id: role, organisation: organisations[role], person };
      const invitation = await this.send<OneTimeLink>('administrator', 'POST', '/api/accounts', invited);
      await this.#settle(role, invitation);
      await this.#give(role);
    }
  }

  async #settle(name: string, { token }: OneTimeLink): Promise<void> {
    await this.send('public', 'POST', '/api/links', { token, password });
    this.tokens.set(name, await this.signIn(name));
  }

  async #give(role: Role): Promise<void> {
    const areas = role === 'region' ? ['440000'] : 'everywhere';
    const grant = { account: role, role, areas, from: '2026-01-01', to: null };
    if (role !== 'decider' && role !== 'auditor') {
      await this.send('administrator', 'POST', '/api/roles', grant);
      return;
    }
    const { id } = await this.operate<RoleGrant>('role-give', grant);
    await this.send('administrator', 'POST', `/api/roles/${id}/confirm`);
  }
}

/** Name of whoever holds the account of a role: stands nowhere but in personal data. */
export function personOf(role: string): string {
  return role === 'administrator' ? '系统管理员' : `Person Of ${role.toUpperCase()}`;
}
