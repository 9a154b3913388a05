import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { hasAdministrator } from '@zhiheng/accounts';
import { fileOutbox, type MailAdapter, officeDay } from '@zhiheng/acts';
import {
  Drafts,
  indicatorMigrations,
  publicationMigrations,
  TableProposals,
  VintagePublications,
} from '@zhiheng/indicators';
import { type Disk, emptyHoldings, type Holdings, nodeDisk, ObjectStore, type Release } from '@zhiheng/lake';
import {
  type Act,
  byActor,
  type Json,
  Ledger,
  type LedgerPlace,
  type Ownership,
  openSecretKey,
  openSigningKey,
  takeOwnership,
} from '@zhiheng/ledger';
import { programmeMigrations, Reviews, TargetChanges, Tasks, taskMigrations } from '@zhiheng/programme';
import { personMigrations, Rulings, recordsMigrations } from '@zhiheng/records';
import { Decisions, screeningMigrations } from '@zhiheng/screening';
import { type Actor, type Clock, type Day, UserFault } from '@zhiheng/vocabulary';
import { TablesInForce } from './classification/tables-in-force.js';
import { CountedFiles } from './counted-files.js';
import { DefinitionsInForce } from './definitions/definitions-in-force.js';
import { ProgrammesInForce } from './guidelines/programmes-in-force.js';
import type { JobRunner } from './jobs/job-runner.js';
import { runJob } from './jobs/run-job.js';
import { type OfficePaths, officePaths, shippedDefinitions } from './office-paths.js';
import { type People, peopleMigrations, wirePeople } from './people/people.js';
import { SessionPool } from './session-pool.js';
import { OfficeSettings } from './settings/office-settings.js';
import { ChangesInForce } from './targets/changes-in-force.js';

export interface OfficeOptions {
  readonly folder: string;
  readonly clock: Clock;
  /** Folder of definitions; left out: the ones that come with the software. */
  readonly definitions?: string;
  /** The disk of the lake; left out: this machine's. */
  readonly disk?: Disk;
  /** Where jobs run; left out: each in a process of its own. */
  readonly runJob?: JobRunner;
  /** Where acts are kept; left out: in the folder. */
  readonly ledger?: LedgerPlace;
  /** Where letters go; left out: the outbox of the folder. */
  readonly mail?: MailAdapter;
  /** How long to wait for a command that owns the folder for its moment. */
  readonly waitMilliseconds?: number;
}

/** Names the chain of acts in its signed heads; it stays, whatever an office sets. */
const chainName = 'CN';

/** One office folder, owned by this process: its lake, its ledger and the definitions it works by. */
export class Office {
  readonly paths: OfficePaths;
  readonly clock: Clock;
  readonly definitionsFolder: string;
  readonly store: ObjectStore;
  /** What was counted when somebody asked for it. */
  readonly counted: CountedFiles;
  readonly ledger: Ledger;
  /** Of the key that signs the heads of the ledger. */
  readonly keyFingerprint: string;
  /** Makes pseudonyms of the names of people. */
  readonly peopleKey: Uint8Array;
  readonly runJob: JobRunner;
  readonly sessions = new SessionPool(3);
  readonly people: People;
  /** What the office has set for itself. */
  readonly settings: OfficeSettings;
  readonly mail: MailAdapter;
  readonly mailBy: 'outbox' | 'smtp';
  /** What people decided about addresses and parties. */
  readonly rulings: Rulings;
  /** What people decided about abnormal applications. */
  readonly decisions: Decisions;
  /** Definitions on their way to being in force. */
  readonly drafts: Drafts;
  /** Tasks of programmes, from their assignment on. */
  readonly tasks: Tasks;
  /** Vintages that readers see, or that are on their way to it. */
  readonly publications: VintagePublications;
  readonly tableProposals: TableProposals;
  /** The texts that people put in force over the files that come with the software. */
  readonly definitions: DefinitionsInForce;
  /** The concordance tables that the office loaded over those that come with the software. */
  readonly tables: TablesInForce;
  /** What people decided about what was read in guidelines. */
  readonly reviews: Reviews;
  /** The programmes that were accepted beside those that come with the software. */
  readonly programmes: ProgrammesInForce;
  /** Limits that somebody proposes within the year. */
  readonly targetChanges: TargetChanges;
  /** Those that a second person accepted. */
  readonly changes: ChangesInForce;
  #hasAccounts = false;
  readonly #ownership: Ownership;

  private constructor(
    paths: OfficePaths,
    options: OfficeOptions,
    ledger: Ledger,
    keys: { readonly fingerprint: string; readonly people: Uint8Array },
    ownership: Ownership,
    {
      settings,
      definitions,
      tables,
      programmes,
      changes,
    }: {
      readonly settings: OfficeSettings;
      readonly definitions: DefinitionsInForce;
      readonly tables: TablesInForce;
      readonly programmes: ProgrammesInForce;
      readonly changes: ChangesInForce;
    },
  ) {
    this.keyFingerprint = keys.fingerprint;
    this.peopleKey = keys.people;
    this.paths = paths;
    this.clock = options.clock;
    this.definitionsFolder = options.definitions ?? shippedDefinitions;
    this.store = new ObjectStore(paths.lake, options.disk ?? nodeDisk);
    this.counted = new CountedFiles(paths.counted, options.disk ?? nodeDisk);
    this.ledger = ledger;
    this.runJob = options.runJob ?? runJob;
    this.people = wirePeople(ledger, options.clock, this.definitionsFolder, settings);
    this.settings = settings;
    this.mail = options.mail ?? fileOutbox(paths.outbox);
    this.mailBy = options.mail === undefined ? 'outbox' : 'smtp';
    this.rulings = new Rulings(ledger);
    this.decisions = new Decisions(ledger);
    this.drafts = new Drafts(ledger);
    this.tasks = new Tasks(ledger);
    this.publications = new VintagePublications(ledger);
    this.tableProposals = new TableProposals(ledger);
    this.definitions = definitions;
    this.tables = tables;
    this.reviews = new Reviews(ledger);
    this.programmes = programmes;
    this.targetChanges = new TargetChanges(ledger);
    this.changes = changes;
    this.#ownership = ownership;
  }

  /** Takes ownership of a folder, making it when there is none, and clears what a killed process left behind. */
  static async open(options: OfficeOptions): Promise<Office> {
    const paths = officePaths(options.folder);
    await makeFolder(paths.folder);
    const ownership = takeOwnership(paths.owner, options.waitMilliseconds ?? 10_000);
    if (ownership === null) {
      throw new UserFault('folder-owned', {
        place: { path: paths.folder },
        expected: 'a folder no other process owns',
      });
    }
    try {
      const key = openSigningKey(paths.ledgerKey);
      const signing = { office: chainName, key };
      const place = options.ledger ?? { engine: 'sqlite', path: paths.ledger };
      const migrations = [
        ...peopleMigrations,
        personMigrations,
        recordsMigrations,
        indicatorMigrations,
        screeningMigrations,
        publicationMigrations,
        taskMigrations,
        programmeMigrations,
      ];
      const ledger = await Ledger.open(place, migrations, { signing });
      const keys = { fingerprint: key.fingerprint, people: openSecretKey(paths.peopleKey, randomBytes) };
      const store = new ObjectStore(paths.lake, options.disk ?? nodeDisk);
      const kept = {
        settings: await OfficeSettings.read(ledger),
        definitions: await DefinitionsInForce.read(ledger),
        tables: await TablesInForce.read(ledger, store),
        programmes: await ProgrammesInForce.read(ledger, store),
        changes: await ChangesInForce.read(new TargetChanges(ledger)),
      };
      const office = new Office(paths, options, ledger, keys, ownership, kept);
      await office.store.removeIncoming();
      await rm(paths.work, { recursive: true, force: true });
      return office;
    } catch (error) {
      ownership.release();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.sessions.close();
    await this.ledger.close();
    this.#ownership.release();
  }

  /** Records an act; when this returns, it is on the disk. */
  act(actor: Actor, kind: string, object: string, hash: string, after: Json = null): Promise<Act> {
    return this.ledger.append({ ...byActor(actor), time: this.clock.now().toISOString(), kind, object, hash, after });
  }

  /** True when someone has an account here; before, whoever may open the folder is the only person. */
  async hasAccounts(): Promise<boolean> {
    this.#hasAccounts ||= await hasAdministrator(this.people.accounts);
    return this.#hasAccounts;
  }

  /** Granting office of figures that name none. */
  get code(): string {
    return this.settings.get('granting-office');
  }

  /** The office's date at this moment, in its own time zone. */
  today(): Day {
    return this.dayOf(this.clock.now().toISOString());
  }

  /** The office's date at an instant (ISO 8601). */
  dayOf(instant: string): Day {
    return officeDay(instant, this.settings.get('time-zone'));
  }

  /** All records loaded so far. */
  async holdings(): Promise<Holdings> {
    const act = await this.ledger.last('load');
    return act === null ? emptyHoldings : ((await this.store.getJson(act.hash)) as Holdings);
  }

  /** A release and the act that made it; the newest when no name is given. Throws `release-missing`, `not-found`. */
  async release(name?: string): Promise<{ release: Release; act: Act }> {
    const act = await this.ledger.last('release', name);
    if (act !== null) return { release: (await this.store.getJson(act.hash)) as Release, act };
    if (name === undefined) throw new UserFault('release-missing', { expected: 'a release' });
    const names = (await this.ledger.acts('release')).map((one) => one.object);
    throw new UserFault('not-found', { found: name, expected: names.join(', ') || 'a release', values: { name } });
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    const found = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserFault('folder-unusable', { place: { path }, found, expected: 'a folder that can be written' });
  }
}
