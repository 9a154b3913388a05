import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actsMigrations, WorkingCalendar } from '@zhiheng/acts';
import { Ledger, type LedgerPlace, type MigrationSet } from '@zhiheng/ledger';
import { type Actor, localOperator, type Role, type Surface } from '@zhiheng/vocabulary';
import { afterAll, beforeAll } from 'vitest';
import {
  type AccountSettings,
  type AccountsRoom,
  type Areas,
  type AskedRenewal,
  accountMigrations,
  actorOf,
  confirmRole,
  defaultSettings,
  giveRole,
  inviteAccount,
  inviteFirstAdministrator,
  type OneTimeLink,
  readOrganisationList,
  seedOrganisations,
  signIn,
  useLink,
} from '../src/index.js';

export const operator = localOperator('root');
export const page: Surface = { kind: 'page', address: '10.0.0.7' };
export const goodPassword = 'plum orchard seven lanterns';

const list = `organisations:
  - { id: national-office, parent: null, kind: national-office, area: CN, names: { zh-Hans: 国家局, zh-Hant: 國家局, en: Office } }
  - { id: planning, parent: national-office, kind: department, area: null, names: { zh-Hans: 规划司, zh-Hant: 規劃司, en: Planning } }
  - { id: guangdong, parent: national-office, kind: province, area: "440000", names: { zh-Hans: 广东, zh-Hant: 廣東, en: Guangdong } }
`;

/** An office with a clock that is set by hand and bytes that are the same in each run. */
export class TestOffice implements AccountsRoom {
  settings: AccountSettings = defaultSettings;
  readonly ledger: Ledger;
  readonly random: AccountsRoom['random'];
  #moment = Date.parse('2023-11-01T01:00:00Z');

  constructor(ledger: Ledger, random: AccountsRoom['random']) {
    this.ledger = ledger;
    this.random = random;
  }

  /** Nothing is published: every deadline is provisional, and Monday to Friday are worked. */
  readonly calendar = async (): Promise<WorkingCalendar> => new WorkingCalendar([]);

  readonly clock = (): Date => new Date(this.#moment);

  set now(moment: string) {
    this.#moment = Date.parse(moment);
  }

  wait(minutes: number): void {
    this.#moment += minutes * 60_000;
  }

  /** An account that has accepted its invitation. */
  async account(id: string, organisation = 'planning'): Promise<string> {
    const { token } = await inviteAccount(this, operator, { id, organisation, person: personOf(id) });
    return useLink(this, { token, password: goodPassword, surface: page });
  }

  async signIn(name: string): Promise<{ readonly token: string; readonly session: string; readonly actor: Actor }> {
    const { token, session } = await signIn(this, { name, password: goodPassword, surface: page });
    const actor = await this.actor(token);
    if (actor === null) throw new Error(`${name} has just signed in`);
    return { token, session, actor };
  }

  async actor(token: string): Promise<Actor | null> {
    return (await actorOf(this, { session: token }, page))?.actor ?? null;
  }

  /** An account with a role that one person may give alone. */
  async holder(id: string, role: Role, areas: Areas = 'everywhere'): Promise<string> {
    await this.account(id);
    await giveRole(this, operator, { account: id, role, areas, from: '2023-01-01', to: null });
    return id;
  }

  /** The first administrator and, confirmed by him, a second. */
  async administrators(): Promise<{ readonly first: Actor; readonly second: Actor }> {
    const invited = { id: 'zhao', organisation: 'national-office', person: personOf('zhao') };
    const { token } = await inviteFirstAdministrator(this, operator, invited);
    await useLink(this, { token, password: goodPassword, surface: page });
    const { actor: first } = await this.signIn('zhao');
    await this.account('qian');
    const role = { account: 'qian', role: 'administrator', areas: 'everywhere', from: '2023-11-01', to: null } as const;
    await confirmRole(this, first, (await giveRole(this, operator, role)).id);
    return { first, second: (await this.signIn('qian')).actor };
  }

  async acts(kind: string): Promise<readonly unknown[]> {
    const acts = await this.ledger.acts(kind);
    return acts.map(({ person, object, before, after }) => ({ person, object, before, after }));
  }
}

/** The link of a renewal that was made at once. */
export function madeLink(renewed: OneTimeLink | AskedRenewal): OneTimeLink {
  if (!('token' in renewed)) throw new Error(`asked for only: ${renewed.renewal}`);
  return renewed;
}

export const personOf = (id: string) => ({ displayName: `${id} 某`, mail: `${id}@example.org`, phone: null });

export type TestEngine = 'SQLite' | 'PostgreSQL';

export interface TestOffices {
  /** A new office with organisations. */
  open(): Promise<TestOffice>;
  /** A ledger that was first opened and filled in an older form. */
  reopen(sets: readonly MigrationSet[], fill: (ledger: Ledger) => Promise<unknown>): Promise<TestOffice>;
}

/** A new office for each test of a file; PostgreSQL is the server that `npm run engines` starts or finds. */
export function testOffices(engine: TestEngine = 'SQLite'): TestOffices {
  let folder: string;
  const opened: { readonly ledger: Ledger; readonly place: LedgerPlace }[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhiheng-accounts-'));
  });
  afterAll(async () => {
    for (const { ledger, place } of opened) {
      const { schema } = ledger.database();
      if (place.engine === 'postgres') await schema.dropSchema(place.schema).cascade().execute();
      await ledger.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });
  const begin = async (before: (place: LedgerPlace) => Promise<unknown>) => {
    const name = `accounts_${process.pid}_${Date.now()}_${opened.length}`;
    const place = engine === 'SQLite' ? sqliteIn(folder, name) : postgresUnder(name);
    await before(place);
    const random = foreseenBytes();
    const ledger = await Ledger.open(place, [actsMigrations, accountMigrations], { random });
    opened.push({ ledger, place });
    return new TestOffice(ledger, random);
  };
  return {
    open: async () => {
      const office = await begin(async () => {});
      await seedOrganisations(office, operator, readOrganisationList(list, 'organisations.yaml'));
      return office;
    },
    reopen: (sets, fill) =>
      begin(async (place) => {
        const older = await Ledger.open(place, sets);
        await fill(older);
        await older.close();
      }),
  };
}

const sqliteIn = (folder: string, name: string): LedgerPlace => ({
  engine: 'sqlite',
  path: join(folder, `${name}.sqlite`),
});

function postgresUnder(schema: string): LedgerPlace {
  const url = process.env.PG_URL;
  if (url === undefined || url === '') throw new Error('PG_URL names no server: run npm run engines');
  return { engine: 'postgres', url, schema };
}

/** Bytes that are the same in each run. */
function foreseenBytes(): (bytes: number) => Uint8Array {
  let draws = 0;
  return (bytes) => {
    draws += 1;
    return createHash('sha512').update(`draw ${draws}`).digest().subarray(0, bytes);
  };
}
